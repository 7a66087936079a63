import Facts
public import HealthNetwork

/// What a patient needs: one capability.
public struct Need: Sendable {
  /// The capability, as stroke.thrombectomy.
  public let capability: String
  /// The specialty, as stroke.
  public let specialty: String
  /// The capability's name.
  public let name: String
  /// The capability's English name.
  public let nameEn: String
  /// The codes that the user's word is taken for and does not mean: thrombolysis, of a haemorrhage.
  public private(set) var excluded: [String] = []

  /// Understands a need: a capability's code or name, a specialty's code or name (its entry
  /// capability), or a word that people use for either, with or without Vietnamese marks.
  ///
  /// The code or name of a capability comes first, so that what is named exactly is meant exactly.
  ///
  /// - Returns: nil when the vocabulary has no such term, or its word is used for several.
  /// - Complexity: O(*n*), where *n* is the number of terms.
  public init?(_ text: String, in vocabulary: Vocabulary) {
    guard let type = NeedWords(text, in: vocabulary).type else { return nil }
    capability = type.code
    specialty = type.specialty
    name = type.name
    nameEn = type.nameEn ?? type.name
    excluded = NeedWords(text, in: vocabulary).excluded.map(\.code).filter { $0 != type.code }
  }

  private init(capability: String, specialty: String, name: String) {
    self.capability = capability
    self.specialty = specialty
    self.name = name
    nameEn = name
  }

  /// The need of a query that is a pattern for others, each of which states its own.
  package static let unstated = Need(capability: "", specialty: "", name: "")
}

extension Need: Hashable {
  /// Whether two needs are of one capability, whatever words were used for it.
  public static func == (left: Need, right: Need) -> Bool { left.capability == right.capability }

  /// Feeds the capability to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(capability) }
}
