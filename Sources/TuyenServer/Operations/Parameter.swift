import Facts
import Formats
import HealthNetwork
import TravelNetwork

/// A parameter of an operation: its name, and what it may be.
///
/// The shape is what `/openapi.json` says of it. Values themselves are understood by the question, as
/// the command line has them understood; only what every operation shares is checked here.
struct Parameter: Sendable {
  /// The form of a value.
  enum Shape: Sendable {
    /// Any text.
    case text
    /// "true" or "false".
    case flag
    /// A whole number.
    case integer(ClosedRange<Int>)
    /// A number.
    case number(ClosedRange<Double>)
    /// One of some codes, spelt so.
    case code([String])
    /// One of some words; the question understands other spellings of them, too.
    case words([String])
    /// One of the names of the network; the question understands others for them, too.
    case name(Names)
    /// A text of a form, as a regular expression; the question understands other forms, too.
    case pattern(String)

    /// Whether the schema of the shape says what is allowed, but for what other parameters demand.
    var isClosed: Bool {
      if case .text = self { return false }
      return true
    }
  }

  /// Names that a network gives.
  enum Names: String, CaseIterable, Sendable {
    /// Vehicles by id.
    case vehicles = "Vehicle"
    /// Kinds of weather by id.
    case weathers = "Weather"
    /// Severities by code.
    case severities = "Severity"
    /// Types of beds by code.
    case beds = "BedType"
    /// Capabilities and specialties by code.
    case needs = "Need"
    /// Administrative geographies by id.
    case schemes = "Geography"
    /// Ladders of levels by id.
    case ladders = "Ladder"
  }

  /// Where it stands.
  enum Place: String, Sendable {
    /// Behind the question mark.
    case query
    /// A part of the path.
    case path
  }

  /// The name, as in the JSON of answers.
  var name: String
  /// Its meaning, in English.
  var summary: String
  /// The form of a value.
  var shape = Shape.text
  /// Where it stands.
  var place = Place.query
  /// Whether it must be given.
  var isRequired = false
  /// Whether it may be given several times.
  var isRepeated = false
  /// A value as people write it.
  var example: String?

  init(_ name: String, _ summary: String, _ shape: Shape = .text) {
    self.name = name
    self.summary = summary
    self.shape = shape
  }

  /// The same parameter, which must be given.
  var required: Parameter { with { $0.isRequired = true } }
  /// The same parameter, which may be given several times.
  var repeated: Parameter { with { $0.isRepeated = true } }

  /// The same parameter with an example.
  func example(_ text: String) -> Parameter { with { $0.example = text } }

  /// The same parameter as a part of the path, which is never left out.
  var inPath: Parameter {
    with {
      $0.place = .path
      $0.isRequired = true
    }
  }

  private func with(_ change: (inout Parameter) -> Void) -> Parameter {
    var copy = self
    change(&copy)
    return copy
  }

  /// The JSON Schema of one value.
  var schema: JSONValue {
    switch shape {
    // No sign of the number 0: it is refused with the address.
    case .text: .object(["type": .string("string"), "pattern": .string("^[^\\u0000]+$")])
    case .words(let words): Parameter.schema(oneOf: words)
    case .name(let names):
      .object(["$ref": .string("#/components/schemas/\(names.rawValue)")])
    case .pattern(let pattern):
      .object(["type": .string("string"), "pattern": .string(pattern)])
    case .flag:
      .object([
        "type": .string("string"), "enum": .array([.string("true"), .string("false")]),
      ])
    case .integer(let bounds):
      .object([
        "type": .string("integer"), "minimum": .integer(bounds.lowerBound),
        "maximum": bounds.upperBound == .max ? nil : .integer(bounds.upperBound),
      ])
    case .number(let bounds):
      .object([
        "type": .string("number"), "minimum": .number(bounds.lowerBound, decimals: 3),
        "maximum": .number(bounds.upperBound, decimals: 3),
      ])
    case .code(let codes): Parameter.schema(oneOf: codes)
    }
  }

  fileprivate static func schema(oneOf words: [String]) -> JSONValue {
    .object([
      "type": .string("string"),
      "enum": words.isEmpty ? nil : .array(words.map { .string($0) }),
    ])
  }

  /// The parameter as `/openapi.json` lists it.
  var json: JSONValue {
    let schema =
      isRepeated ? JSONValue.object(["type": .string("array"), "items": self.schema]) : self.schema
    return .object([
      "name": .string(name), "in": .string(place.rawValue), "description": .string(summary),
      "required": .bool(isRequired), "schema": schema,
      "example": example.map { isRepeated ? .array([.string($0)]) : exampleValue($0) },
    ])
  }

  private func exampleValue(_ text: String) -> JSONValue {
    switch shape {
    case .integer: Int(text).map { .integer($0) } ?? .string(text)
    case .number: Double(text).map { .number($0, decimals: 3) } ?? .string(text)
    case .text, .flag, .code, .words, .name, .pattern: .string(text)
    }
  }
}

extension Parameter.Names {
  /// The JSON Schema of each, by its name.
  static func schemas(in network: Network) -> [String: JSONValue?] {
    var schemas: [String: JSONValue?] = [:]
    for names in allCases {
      schemas[names.rawValue] = Parameter.schema(oneOf: network.list(names))
    }
    return schemas
  }
}

extension Network {
  /// The names that a parameter may be.
  fileprivate func list(_ names: Parameter.Names) -> [String] {
    switch names {
    case .vehicles: travel.vehicles.map(\.id)
    case .weathers: ["normal"] + records.weathers.map(\.record.id).filter { $0 != "normal" }
    case .severities: records.severities.map(\.record.code)
    case .beds: bedTypes.map(\.code)
    case .needs:
      (Array(vocabulary.capabilityTypes.keys) + Array(vocabulary.specialties.keys)).sorted()
    case .schemes: records.schemes.map(\.record.id)
    case .ladders: records.ladders.map(\.record.id)
    }
  }
}
