import Exchange
import Facts
import HealthNetwork

/// A field of a record that FHIR has no element for, under the name of our extension of it.
struct OwnField<Record>: Sendable {
  let name: String
  let get: @Sendable (Record) -> String?
  let set: @Sendable (inout Record, String) -> Void

  /// A text.
  init(_ name: String, _ path: any WritableKeyPath<Record, String?> & Sendable) {
    self.name = name
    get = { $0[keyPath: path] }
    set = { $0[keyPath: path] = collapsingWhitespace($1) }
  }

  /// A choice of words.
  init<Choice: RawRepresentable & SendableMetatype>(
    _ name: String, _ path: any WritableKeyPath<Record, Choice?> & Sendable
  ) where Choice.RawValue == String {
    self.name = name
    get = { $0[keyPath: path]?.rawValue }
    set = { $0[keyPath: path] = Choice(rawValue: $1) }
  }

  /// A date.
  init(_ name: String, _ path: any WritableKeyPath<Record, PartialDate?> & Sendable) {
    self.name = name
    get = { $0[keyPath: path]?.description }
    set = { $0[keyPath: path] = PartialDate($1) }
  }

  /// A number or a truth.
  init<Value: LosslessStringConvertible & SendableMetatype>(
    _ name: String, _ path: any WritableKeyPath<Record, Value?> & Sendable
  ) {
    self.name = name
    get = { $0[keyPath: path].map(String.init) }
    set = { $0[keyPath: path] = Value($1) }
  }

  /// The same field of a part of another record.
  fileprivate func within<Whole>(
    _ path: any WritableKeyPath<Whole, Record> & Sendable
  ) -> OwnField<Whole> {
    let (get, set) = (get, set)
    return OwnField<Whole>(name, { get($0[keyPath: path]) }, { set(&$0[keyPath: path], $1) })
  }

  private init(
    _ name: String, _ get: @escaping @Sendable (Record) -> String?,
    _ set: @escaping @Sendable (inout Record, String) -> Void
  ) {
    self.name = name
    self.get = get
    self.set = set
  }

  /// The fields of a provenance, of a record that has one.
  static func provenance(
    _ path: any WritableKeyPath<Record, Provenance> & Sendable
  ) -> [OwnField] {
    let fields: [OwnField<Provenance>] = [
      OwnField<Provenance>("source", \.source), OwnField<Provenance>("asserted", \.asserted),
      OwnField<Provenance>("confidence", \.confidence), OwnField<Provenance>("basis", \.basis),
      OwnField<Provenance>("note", \.note),
    ]
    return fields.map { $0.within(path) }
  }

  /// The fields of a period, of a record that has one.
  static func period(_ path: any WritableKeyPath<Record, Period> & Sendable) -> [OwnField] {
    let fields: [OwnField<Period>] = [
      OwnField<Period>("from", \.from), OwnField<Period>("to", \.to),
      OwnField<Period>("firstEvidence", \.firstEvidence),
    ]
    return fields.map { $0.within(path) }
  }
}

/// The fields that have no element in FHIR, by record.
struct OwnFields: Sendable {
  /// The fields, made once.
  static let shared = OwnFields()

  let facility: [OwnField<Facility>] =
    [
      OwnField("nameEn", \.nameEn), OwnField("ownership", \.ownership), OwnField("tier", \.tier),
      OwnField("level", \.level), OwnField("rank", \.rank), OwnField("rankBasis", \.rankBasis),
      OwnField("lastLine", \.isLastLine), OwnField("built", \.built),
      OwnField("opened", \.opened), OwnField("activated", \.activated),
      OwnField("activity", \.activity), OwnField("closed", \.closed),
      OwnField("successor", \.successor), OwnField("catalogueShare", \.catalogueShare),
      OwnField("helipad", \.helipads), OwnField("helipadNote", \.helipadNote),
      OwnField("precision", \.position.precision), OwnField("pointSource", \.position.source),
    ] + OwnField.provenance(\.provenance)

  let party: [OwnField<Party>] =
    [OwnField("nameEn", \.nameEn), OwnField("place", \.place)] + OwnField.period(\.period)
    + OwnField.provenance(\.provenance)

  let capability: [OwnField<Capability>] =
    [
      OwnField("statement", \.statement), OwnField("performer", \.performer),
      OwnField("supportedBy", \.supportedBy), OwnField("transferredBy", \.transferredBy),
      OwnField("stage", \.stage), OwnField("quote", \.quote),
    ] + OwnField.period(\.period) + OwnField.provenance(\.provenance)

  let agreement: [OwnField<Agreement>] =
    [
      OwnField("level", \.level), OwnField("name", \.name), OwnField("signed", \.signed),
      OwnField("programme", \.programme), OwnField("legalBasis", \.legalBasis),
      OwnField("sessionsPerWeek", \.sessionsPerWeek),
    ] + OwnField.period(\.period) + OwnField.provenance(\.provenance)

  let topic: [OwnField<Topic>] = [OwnField("ref", \.ref), OwnField("note", \.note)]

  let name: [OwnField<OtherName>] = OwnField.period(\.period) + OwnField.provenance(\.provenance)

  let contact: [OwnField<Contact>] =
    OwnField.period(\.period)
    + [OwnField("source", \.source), OwnField("confidence", \.confidence)]
}

extension [FHIRField] {
  /// Sets the fields of a record that are written here.
  func apply<Record>(_ fields: [OwnField<Record>], to record: inout Record) {
    for field in fields {
      if let value = first(where: { $0.name == field.name })?.value, !value.isEmpty {
        field.set(&record, value)
      }
    }
  }

  /// The extensions of ours that are written here.
  var extensions: [Extension] {
    compactMap { field in
      guard field.name.hasPrefix("extension:") else { return nil }
      var kept = Extension()
      kept.key = FHIRNames.unescaped(String(field.name.dropFirst("extension:".count)))
      kept.text = field.value
      return kept.key.isEmpty ? nil : kept
    }
  }
}
