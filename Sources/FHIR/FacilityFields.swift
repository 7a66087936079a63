import Exchange
import Facts
import HealthNetwork

/// A field of a record that FHIR has no element for, under the name of our extension of it.
struct OwnField<Record> {
  let name: String
  let get: (Record) -> String?
  let set: (inout Record, String) -> Void

  /// A text.
  init(_ name: String, _ path: WritableKeyPath<Record, String?>) {
    self.name = name
    get = { $0[keyPath: path] }
    set = { $0[keyPath: path] = collapsingWhitespace($1) }
  }

  /// A choice of words.
  init<Choice: RawRepresentable & SendableMetatype>(
    _ name: String, _ path: WritableKeyPath<Record, Choice?>
  ) where Choice.RawValue == String {
    self.name = name
    get = { $0[keyPath: path]?.rawValue }
    set = { $0[keyPath: path] = Choice(rawValue: $1) }
  }

  /// A date.
  init(_ name: String, _ path: WritableKeyPath<Record, PartialDate?>) {
    self.name = name
    get = { $0[keyPath: path]?.description }
    set = { $0[keyPath: path] = PartialDate($1) }
  }

  /// A number or a truth.
  init<Value: LosslessStringConvertible & SendableMetatype>(
    _ name: String, _ path: WritableKeyPath<Record, Value?>
  ) {
    self.name = name
    get = { $0[keyPath: path].map(String.init) }
    set = { $0[keyPath: path] = Value($1) }
  }

  /// The fields of a provenance, of a record that has one.
  static func provenance(_ path: WritableKeyPath<Record, Provenance>) -> [OwnField] {
    [
      OwnField("source", path.appending(path: \.source)),
      OwnField("asserted", path.appending(path: \.asserted)),
      OwnField("confidence", path.appending(path: \.confidence)),
      OwnField("basis", path.appending(path: \.basis)),
      OwnField("note", path.appending(path: \.note)),
    ]
  }

  /// The fields of a period, of a record that has one.
  static func period(_ path: WritableKeyPath<Record, Period>) -> [OwnField] {
    [
      OwnField("from", path.appending(path: \.from)),
      OwnField("to", path.appending(path: \.to)),
      OwnField("firstEvidence", path.appending(path: \.firstEvidence)),
    ]
  }
}

/// The fields that have no element in FHIR, by record.
///
/// They are made anew for each document: closures cannot be shared between threads.
struct OwnFields {
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
