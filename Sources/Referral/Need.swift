import Facts
public import HealthNetwork

/// What a patient needs: one capability.
public struct Need: Hashable, Sendable {
  /// The capability, as stroke.thrombectomy.
  public let capability: String
  /// The specialty, as stroke.
  public let specialty: String
  /// The capability's name.
  public let name: String
  /// The capability's English name.
  public let nameEn: String

  /// Understands a need: a capability's code, a specialty's code (its entry capability), or the
  /// name of either, with or without Vietnamese marks.
  ///
  /// - Returns: nil when the vocabulary has no such term.
  /// - Complexity: O(*n*), where *n* is the number of terms.
  public init?(_ text: String, in vocabulary: Vocabulary) {
    guard let type = Need.type(text, in: vocabulary) else { return nil }
    capability = type.code
    specialty = type.specialty
    name = type.name
    nameEn = type.nameEn ?? type.name
  }

  private init(capability: String, specialty: String, name: String) {
    self.capability = capability
    self.specialty = specialty
    self.name = name
    nameEn = name
  }

  /// The need of a query that is a pattern for others, each of which states its own.
  package static let unstated = Need(capability: "", specialty: "", name: "")

  private static func type(_ text: String, in vocabulary: Vocabulary) -> CapabilityType? {
    if let type = vocabulary.capabilityTypes[text] { return type }
    let wanted = FoldedName(text)
    func matches(_ code: String, _ names: [String?]) -> Bool {
      code == text || names.contains { $0.map { FoldedName($0) == wanted } ?? false }
    }
    let specialties = vocabulary.specialties.values.sorted { $0.code < $1.code }
    for specialty in specialties
    where matches(
      specialty.code,
      [specialty.code, specialty.name, specialty.nameEn]
        + specialty.names.map(\.value))
    {
      if let entry = specialty.entry { return vocabulary.capabilityTypes[entry] }
    }
    return vocabulary.capabilityTypes.values.sorted { $0.code < $1.code }
      .first { matches($0.code, [$0.code, $0.name, $0.nameEn] + $0.names.map(\.value)) }
  }
}
