import Exchange
import Facts
import HealthNetwork

/// The fields that have no element in FHIR, by record; each is written as our extension of its name.
struct OwnFields: Sendable {
  /// The fields, made once.
  static let shared = OwnFields()

  let facility: [TextField<Facility>] =
    [
      TextField("nameEn", \.nameEn), TextField("ownership", \.ownership), TextField("tier", \.tier),
      TextField("level", \.level), TextField("rank", \.rank), TextField("rankBasis", \.rankBasis),
      TextField("lastLine", \.isLastLine), TextField("built", \.built),
      TextField("opened", \.opened), TextField("activated", \.activated),
      TextField("activity", \.activity), TextField("closed", \.closed),
      TextField("successor", \.successor), TextField("catalogueShare", \.catalogueShare),
      TextField("helipad", \.helipads), TextField("helipadNote", \.helipadNote),
      TextField("precision", \.position.precision), TextField("pointSource", \.position.source),
    ] + TextField.provenance(\.provenance)

  let party: [TextField<Party>] =
    [TextField("nameEn", \.nameEn), TextField("place", \.place)] + TextField.period(\.period)
    + TextField.provenance(\.provenance)

  let capability: [TextField<Capability>] =
    [
      TextField("statement", \.statement), TextField("performer", \.performer),
      TextField("supportedBy", \.supportedBy), TextField("transferredBy", \.transferredBy),
      TextField("stage", \.stage), TextField("quote", \.quote),
    ] + TextField.period(\.period) + TextField.provenance(\.provenance)

  let agreement: [TextField<Agreement>] =
    [
      TextField("level", \.level), TextField("name", \.name), TextField("signed", \.signed),
      TextField("programme", \.programme), TextField("legalBasis", \.legalBasis),
      TextField("sessionsPerWeek", \.sessionsPerWeek),
    ] + TextField.period(\.period) + TextField.provenance(\.provenance)

  let topic = Topic.textFields
  let name = OtherName.textFields
  let contact = Contact.textFields
}

extension [FHIRField] {
  /// Sets the fields of a record that are written here.
  func apply<Record>(_ fields: [TextField<Record>], to record: inout Record) {
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
