public import Facts
import Formats

/// A search for resources of one type: the parameters of an address or of a form, checked.
///
///     let search = try FHIRSearch("Location", [("name", "cho ray"), ("_count", "20")], zone: zone)
///     catalogue.bundle(of: search, at: "https://example.org/fhir")
public struct FHIRSearch: Sendable {
  /// A reference to be followed, as `Location:organization`.
  struct Include: Hashable, Sendable {
    let source: String
    let parameter: FHIRSearchParameter
    let target: String?
    let isIterated: Bool

    static func == (left: Include, right: Include) -> Bool {
      left.source == right.source && left.parameter.name == right.parameter.name
        && left.target == right.target && left.isIterated == right.isIterated
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(source)
      hasher.combine(parameter.name)
    }
  }

  /// The type of the resources.
  public let type: String
  /// The parameters that count, as they were given: those of the link `self`.
  public internal(set) var parameters: [(name: String, value: String)] = []
  /// How many resources a page has at most.
  public internal(set) var count = FHIRSearch.usualCount
  var conditions: [FHIRCondition] = []
  var ids: [Set<String>] = []
  var changes: [[(FHIRDatePrefix, FHIRDateRange)]] = []
  var includes: [Include] = []
  var reverseIncludes: [Include] = []
  /// The id after which the page begins.
  var after: String?
  /// Whether only the number is asked for.
  var isCount = false
  /// Remarks about the search itself.
  var notes: [Bilingual] = []

  /// How many resources a page has where the search does not say.
  public static let usualCount = 100
  /// How many resources a page may have.
  public static let largestCount = 1_000
  /// The kilometres that are near where the search does not say.
  static let usualKilometres = 50.0

  /// Checks the parameters of a search.
  ///
  /// - Parameters:
  ///   - type: The type of the resources, one of ``FHIRSearchParameter/types``.
  ///   - parameters: Names with their modifiers, and values, as they were given.
  ///   - zone: The zone of dates that name none.
  ///   - ignoresUnknown: Whether parameters that are not known are left out, as
  ///     `Prefer: handling=lenient` asks; they are refused otherwise, since what does not narrow a
  ///     search would widen its answer without a word.
  /// - Throws: `FHIRProblem` that names the parameter, and what is known.
  public init(
    _ type: String, _ parameters: [(name: String, value: String)], zone: ZoneOffset,
    ignoresUnknown: Bool = false
  ) throws(FHIRProblem) {
    guard FHIRSearchParameter.types.contains(type) else {
      throw FHIRProblem(
        .notSupported,
        Bilingual(
          "không có loại tài nguyên \"\(type)\"; có: \(FHIRSearchParameter.types.joined(separator: ", "))",
          "there are no resources of the type \"\(type)\", only "
            + FHIRSearchParameter.types.joined(separator: ", ")))
    }
    self.type = type
    for (name, value) in parameters {
      guard try take(name, value, zone) else {
        if ignoresUnknown { continue }
        throw FHIRSearch.unknown(name, of: type)
      }
      if name != "_after" { self.parameters.append((name, value)) }
    }
  }

  /// Takes one parameter; false where it is not known.
  private mutating func take(
    _ name: String, _ value: String, _ zone: ZoneOffset
  ) throws(FHIRProblem) -> Bool {
    switch name {
    // These change only the look of an answer: more is given than was asked for, never less.
    case "_format", "_pretty", "_elements", "_contained", "_containedType", "_totalMethod":
      return true
    case "_count":
      guard let number = Int(value), number >= 0 else {
        throw FHIRSearch.wrong(name, value, "0 … \(FHIRSearch.largestCount)")
      }
      count = min(number, FHIRSearch.largestCount)
      if number == 0 { isCount = true }
    case "_summary":
      guard ["count", "true", "false", "text", "data"].contains(value) else {
        throw FHIRSearch.wrong(name, value, "count, true, false, text, data")
      }
      isCount = isCount || value == "count"
    case "_total":
      guard ["none", "estimate", "accurate"].contains(value) else {
        throw FHIRSearch.wrong(name, value, "none, estimate, accurate")
      }
    case "_sort":
      guard value == "_id" else { throw FHIRSearch.wrong(name, value, "_id") }
    case "_after": after = value
    case "_id":
      let wanted = FHIRSearch.parts(of: value).filter { !$0.isEmpty }
      guard !wanted.isEmpty else { throw FHIRSearch.empty(name) }
      ids.append(Set(wanted))
    case "_lastUpdated":
      var dates: [(FHIRDatePrefix, FHIRDateRange)] = []
      for part in FHIRSearch.parts(of: value) {
        dates.append(try FHIRSearch.date(name, part, zone))
      }
      changes.append(dates)
    case "_include", "_include:iterate", "_include:recurse":
      includes.append(
        try include(
          name, value, among: FHIRSearchParameter.types.flatMap(FHIRSearchParameter.includes)))
    case "_revinclude", "_revInclude", "_revinclude:iterate", "_revInclude:iterate":
      reverseIncludes.append(
        try include(name, value, among: FHIRSearchParameter.reverseIncludes(of: type)))
    default: return try takeCondition(name, value, zone)
    }
    return true
  }

  private mutating func takeCondition(
    _ name: String, _ value: String, _ zone: ZoneOffset
  ) throws(FHIRProblem) -> Bool {
    if FHIRSearch.isChained(name) { return false }
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    guard let first = parts.first, let parameter = FHIRSearchParameter.named(first, of: type) else {
      return false
    }
    let modifier = try FHIRSearch.modifier(parts.count > 1 ? parts[1] : nil, name, parameter)
    var values: [FHIRCondition.Value] = []
    for part in FHIRSearch.parts(of: value) where !part.isEmpty {
      values.append(try wanted(part, name, parameter, modifier, zone))
    }
    guard !values.isEmpty else { throw FHIRSearch.empty(name) }
    conditions.append(FHIRCondition(parameter: parameter, modifier: modifier, values: values))
    return true
  }

  private mutating func wanted(
    _ text: String, _ name: String, _ parameter: FHIRSearchParameter,
    _ modifier: FHIRCondition.Modifier?, _ zone: ZoneOffset
  ) throws(FHIRProblem) -> FHIRCondition.Value {
    if modifier == .missing {
      guard text == "true" || text == "false" else {
        throw FHIRSearch.wrong(name, text, "true, false")
      }
      return .flag(text == "true")
    }
    switch parameter.kind {
    case .string: return .text(text)
    case .token: return modifier == .text ? .text(text) : FHIRSearch.token(text)
    case .reference:
      guard let target = FHIRReferenceText(text) else {
        throw FHIRSearch.wrong(name, text, "\(parameter.targets.first ?? "Organization")/id")
      }
      if case .type(let type) = modifier { return .reference(type: type, id: target.id) }
      return .reference(type: target.type, id: target.id)
    case .date:
      let (prefix, range) = try FHIRSearch.date(name, text, zone)
      return .date(prefix, range)
    case .special: return try near(name, text)
    }
  }

  /// A point and what is near it: `10.75|106.66|20|km`.
  private mutating func near(
    _ name: String, _ text: String
  ) throws(FHIRProblem) -> FHIRCondition.Value {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let units = ["": 1.0, "km": 1, "m": 0.001, "[mi_us]": 1.609_347, "[mi_i]": 1.609_344]
    guard (2...4).contains(parts.count), let latitude = Double(parts[0]), abs(latitude) <= 90,
      let longitude = Double(parts[1]), abs(longitude) <= 180,
      let unit = units[parts.count > 3 ? parts[3] : ""]
    else { throw FHIRSearch.wrong(name, text, "10.75|106.66|20|km") }
    var distance = FHIRSearch.usualKilometres
    if parts.count > 2, !parts[2].isEmpty {
      guard let given = Double(parts[2]), given.isFinite, given >= 0 else {
        throw FHIRSearch.wrong(name, text, "10.75|106.66|20|km")
      }
      distance = given * unit
    } else {
      notes.append(
        Bilingual(
          "near không ghi khoảng cách: lấy 50 km", "near names no distance: 50 km were taken"))
    }
    return .near(Coordinate(latitude: latitude, longitude: longitude), kilometres: distance)
  }
}
