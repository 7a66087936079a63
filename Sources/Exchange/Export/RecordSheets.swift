import HealthNetwork

/// The sheets of what stands beside facilities.
enum RecordSheets {
  /// The statements about what facilities can do.
  static let capabilities = RecordSheet<Capability>(
    name: ("Năng lực", "Capabilities"),
    fields: [
      TextField("facility", required: \.facility), TextField("code", required: \.code),
      TextField("statement", \.statement), TextField("value", required: \.value),
    ] + TextField.period(\.period) + [
      TextField("performer", \.performer), TextField("supportedBy", \.supportedBy),
      TextField("transferredBy", \.transferredBy), TextField("stage", \.stage),
      TextField("windows", parts: \.windows), TextField("quote", \.quote),
    ] + TextField.provenance(\.provenance) + [TextField("extensions", parts: \.extensions)],
    required: ["facility", "code", "value"], empty: Capability())

  /// Parties to agreements.
  static let parties = RecordSheet<Party>(
    name: ("Đơn vị", "Parties"),
    fields: [
      TextField("id", required: \.id), TextField("kind", required: \.kind),
      TextField("name", required: \.name), TextField("nameEn", \.nameEn),
      TextField("otherNames", parts: \.names), TextField("place", \.place),
    ] + TextField.period(\.period) + [TextField("members", parts: \.members)]
      + TextField.provenance(\.provenance) + [TextField("extensions", parts: \.extensions)],
    required: ["id", "kind", "name", "members", "place"], empty: Party())

  /// Agreements of support.
  static let agreements = RecordSheet<Agreement>(
    name: ("Thỏa thuận", "Agreements"),
    fields: [
      TextField("id", required: \.id), TextField("kind", required: \.kind),
      TextField("level", \.level), TextField("name", \.name), TextField("signed", \.signed),
    ] + TextField.period(\.period) + [
      TextField("programme", \.programme), TextField("legalBasis", \.legalBasis),
      TextField("sessionsPerWeek", \.sessionsPerWeek), TextField("members", parts: \.members),
      TextField("topics", parts: \.topics), TextField("people", parts: \.people),
      TextField("reviews", parts: \.reviews),
    ] + TextField.provenance(\.provenance) + [TextField("extensions", parts: \.extensions)],
    required: ["id", "kind", "members", "topics"], empty: Agreement())
}
