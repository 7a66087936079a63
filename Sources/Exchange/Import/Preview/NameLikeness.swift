import Facts
import HealthNetwork

/// How alike the names of two facilities are, whatever their short forms and types.
///
///     NameLikeness("BV Đa khoa Cái Nước").likeness(to: NameLikeness("Bệnh viện đa khoa khu vực Cái Nước"))
///
/// The type that a name begins with says little; the words behind it count, in their order, and marks
/// count where both are written with them: "Bình Ninh" is not "Ninh Bình", "Hai" is not "Hải".
struct NameLikeness: Hashable {
  /// A word of a name.
  struct Word: Hashable {
    /// Without marks.
    var plain: String
    /// As it is written; nil where the name has no marks there.
    var marked: String?

    /// Whether two words are one, as far as both tell.
    func isLike(_ other: Word) -> Bool {
      guard plain == other.plain else { return false }
      guard let marked, let others = other.marked else { return true }
      return marked == others
    }
  }

  /// The sort of facility that the name says it is, which others of the name need not be.
  let group: FacilityGroup?
  /// The words behind the type, in order; all words where there are none.
  let words: [Word]
  /// All words without marks, short forms written out: names with the same are the same.
  let whole: String

  init(_ name: String) {
    let parts = NameSpelling.parts(of: name)
    whole = parts.whole
    group = FacilityGroup(named: whole)
    words = NameLikeness.telling(parts.bare.map { Word(plain: $0.plain, marked: $0.marked) })
  }

  /// The words that tell the facility from others, without marks.
  var key: String { words.map(\.plain).joined(separator: " ") }

  /// Whether all words are the same in the same order.
  func isSame(as other: NameLikeness) -> Bool {
    words.count == other.words.count && zip(words, other.words).allSatisfy { $0.isLike($1) }
  }

  /// From 0, nothing in common, to 1, the same words: the share of words that both have in one order.
  func likeness(to other: NameLikeness) -> Double {
    var row = [Int](repeating: 0, count: other.words.count + 1)
    for word in words {
      var diagonal = 0
      for (place, another) in other.words.enumerated() {
        let above = row[place + 1]
        row[place + 1] = word.isLike(another) ? diagonal + 1 : max(above, row[place])
        diagonal = above
      }
    }
    let common = row[other.words.count]
    let all = words.count + other.words.count - common
    return all == 0 ? 0 : Double(common) / Double(all)
  }

  /// Takes out what many names share behind their type.
  private static func telling(_ words: [Word]) -> [Word] {
    var rest: [Word] = []
    var place = 0
    while place < words.count {
      let plain = words[place].plain
      let next = place + 1 < words.count ? words[place + 1].plain : ""
      if pairs.contains(plain + " " + next) {
        place += 2
      } else {
        if !single.contains(plain) { rest.append(words[place]) }
        place += 1
      }
    }
    return rest.isEmpty ? words : rest
  }

  private static let pairs: Set<String> = [
    "da khoa", "khu vuc", "trung tam", "thanh pho", "thi xa", "thi tran", "dac khu", "y te",
    "benh vien", "chuyen khoa",
  ]

  private static let single: Set<String> = [
    "huyen", "xa", "phuong", "tinh", "hospital", "centre", "center", "clinic", "general", "the",
    "of", "health", "medical",
  ]
}

/// A sort of facility, by which namesakes are told apart: a commune's station beside the hospital of
/// the same name is another facility.
enum FacilityGroup: Hashable {
  case station, hospital, centre, clinic, emergency

  /// The sort of a kind; nil for `other`.
  init?(_ kind: Facility.Kind) {
    switch kind {
    case .other: return nil
    case .communeHealthStation: self = .station
    case .polyclinic: self = .clinic
    case .emergencyCentre, .emergencyStation: self = .emergency
    case .districtMedicalCentre, .regionalMedicalCentre: self = .centre
    default: self = .hospital
    }
  }

  /// The sort that the first words of a name tell, short forms written out and without marks.
  init?(named words: String) {
    let beginnings: [(String, FacilityGroup)] = [
      ("tram y te", .station), ("benh vien", .hospital), ("trung tam y te", .centre),
      ("phong kham", .clinic), ("trung tam cap cuu", .emergency), ("tram cap cuu", .emergency),
    ]
    let endings: [(String, FacilityGroup)] = [
      (" hospital", .hospital), (" clinic", .clinic), (" medical centre", .centre),
      (" medical center", .centre), (" health centre", .centre), (" health center", .centre),
    ]
    guard
      let found = beginnings.first(where: { words.hasPrefix($0.0) })
        ?? endings.first(where: { words.hasSuffix($0.0) })
    else { return nil }
    self = found.1
  }
}
