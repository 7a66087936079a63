import Facts

/// How alike the names of two facilities are, whatever their marks, short forms and types.
///
///     NameLikeness("BV Đa khoa Cái Nước").likeness(to: NameLikeness("Bệnh viện đa khoa khu vực Cái Nước"))
///
/// Words that many names share ("bệnh viện", "đa khoa") say little; what is left after them counts.
struct NameLikeness: Hashable {
  /// The words that tell the facility from others, sorted; all words where there are none.
  let words: [String]

  init(_ name: String) {
    var all: [String] = []
    for word in FoldedName(name).words {
      all += NameLikeness.longForms[String(word)] ?? [String(word)]
    }
    let telling = all.filter { !NameLikeness.common.contains($0) }
    words = Set(telling.isEmpty ? all : telling).sorted()
  }

  /// From 0, nothing in common, to 1, the same words: the share of words that both have.
  func likeness(to other: NameLikeness) -> Double {
    var common = 0
    var (left, right) = (0, 0)
    while left < words.count, right < other.words.count {
      if words[left] == other.words[right] {
        common += 1
        left += 1
        right += 1
      } else if words[left] < other.words[right] {
        left += 1
      } else {
        right += 1
      }
    }
    let all = words.count + other.words.count - common
    return all == 0 ? 0 : Double(common) / Double(all)
  }

  private static let longForms: [String: [String]] = [
    "bv": ["benh", "vien"], "bvdk": ["benh", "vien", "da", "khoa"],
    "bvdkkv": ["benh", "vien", "da", "khoa", "khu", "vuc"], "dk": ["da", "khoa"],
    "kv": ["khu", "vuc"], "dkkv": ["da", "khoa", "khu", "vuc"], "tp": ["thanh", "pho"],
    "hcm": ["ho", "chi", "minh"], "tphcm": ["thanh", "pho", "ho", "chi", "minh"],
    "ttyt": ["trung", "tam", "y", "te"], "tyt": ["tram", "y", "te"],
    "pkdk": ["phong", "kham", "da", "khoa"], "tx": ["thi", "xa"], "tt": ["thi", "tran"],
  ]

  private static let common: Set<String> = [
    "benh", "vien", "da", "khoa", "khu", "vuc", "trung", "tam", "y", "te", "tram", "phong", "kham",
    "huyen", "quan", "xa", "phuong", "tinh", "thanh", "pho", "thi", "tran", "dac", "hospital",
    "health", "centre", "center", "clinic", "general", "the", "of",
  ]
}
