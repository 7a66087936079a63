import Facts
public import HealthNetwork

/// The words that a user has for a need, and what the vocabulary makes of them.
///
///     NeedWords("đột quị", in: vocabulary).type?.code     // "stroke.lysis"
///     NeedWords("nhồi máu", in: vocabulary).near          // of the heart, or of the brain
public struct NeedWords {
  /// A need that may have been meant.
  public struct Candidate: Hashable, Sendable {
    /// The code of its capability.
    public var code: String
    /// The name or word that is near to the one given.
    public var word: String
    /// The word in Vietnamese: the name of the same thing where the word is its English name.
    public var wordVi: String
  }

  private let text: String
  private let key: String
  private let vocabulary: Vocabulary

  /// Takes the words of a user.
  public init(_ text: String, in vocabulary: Vocabulary) {
    self.text = text
    key = NameSpelling.key(text)
    self.vocabulary = vocabulary
  }

  /// The one capability that the words name; nil where there is none, or several.
  ///
  /// Codes and names come before words that people use besides, and capabilities before specialties.
  public var type: CapabilityType? {
    if let type = vocabulary.capabilityTypes[text] { return type }
    guard !key.isEmpty else { return nil }
    var found = types { [$0.code, $0.name, $0.nameEn] }
    if found.isEmpty { found = entries { [$0.code, $0.name, $0.nameEn] } }
    if found.isEmpty { found = types { NeedWords.words(of: $0.names) } }
    if found.isEmpty { found = entries { NeedWords.words(of: $0.names) } }
    return found.count == 1 ? found.first : nil
  }

  /// The capabilities that the words are taken for and do not mean.
  public var excluded: [CapabilityType] {
    types { $0.names.filter { $0.kind == .excluded }.map(\.value) }
  }

  /// Needs of which a name has the words, or is spelt nearly so, the nearest first, each once.
  public var near: [Candidate] {
    guard !key.isEmpty else { return [] }
    var found: [(rank: Int, candidate: Candidate)] = []
    let letters = Array(key.utf8)
    for (code, word, wordVi) in allWords {
      let other = NameSpelling.key(word)
      let rank: Int
      if other == key {
        rank = 0
      } else if (" " + other + " ").contains(" " + key + " ") {
        rank = 1
      } else if other.utf8.count > 3, (" " + key + " ").contains(" " + other + " ") {
        rank = 2
      } else {
        let most = max(1, max(letters.count, other.utf8.count) / 4)
        guard abs(other.utf8.count - letters.count) <= most else { continue }
        let distance = editDistance(Array(other.utf8), letters)
        guard distance <= most else { continue }
        rank = 2 + distance
      }
      found.append((rank, Candidate(code: code, word: word, wordVi: wordVi)))
    }
    var seen: Set<String> = []
    return found.sorted { ($0.rank, $0.candidate.code) < ($1.rank, $1.candidate.code) }
      .map(\.candidate).filter { seen.insert($0.code).inserted }
  }

  /// Every name and word of the vocabulary with the code of its capability, in order of codes.
  private var allWords: [(code: String, word: String, wordVi: String)] {
    var all: [(code: String, word: String, wordVi: String)] = []
    func add(_ code: String, _ name: String, _ own: [String?], _ names: [OtherName]) {
      all.append((code, name, name))
      for word in own { if let word { all.append((code, word, name)) } }
      for name in names where name.kind != .excluded { all.append((code, name.value, name.value)) }
    }
    for type in vocabulary.capabilityTypes.values.sorted(by: { $0.code < $1.code }) {
      add(type.code, type.name, [type.nameEn, type.code], type.names)
    }
    for specialty in vocabulary.specialties.values.sorted(by: { $0.code < $1.code }) {
      guard let entry = specialty.entry else { continue }
      add(entry, specialty.name, [specialty.nameEn, specialty.code], specialty.names)
    }
    return all
  }

  private static func words(of names: [OtherName]) -> [String?] {
    names.filter { $0.kind != .excluded }.map(\.value)
  }

  private func types(_ words: (CapabilityType) -> [String?]) -> [CapabilityType] {
    vocabulary.capabilityTypes.values.filter { has(words($0)) }.sorted { $0.code < $1.code }
  }

  /// The entry capabilities of specialties.
  private func entries(_ words: (Specialty) -> [String?]) -> [CapabilityType] {
    vocabulary.specialties.values.filter { has(words($0)) }.sorted { $0.code < $1.code }
      .compactMap { $0.entry.flatMap { vocabulary.capabilityTypes[$0] } }
  }

  private func has(_ words: [String?]) -> Bool {
    words.contains { word in word.map { NameSpelling.key($0) == key } ?? false }
  }
}
