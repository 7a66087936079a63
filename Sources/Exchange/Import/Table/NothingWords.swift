import Facts

/// The ways in which lists write that they say nothing.
enum NothingWords {
  /// Whether a cell says nothing: empty, "N/A", "-", "không rõ", "null".
  ///
  /// "Không" and "0" are answers to a question that is answered by yes or no, and a number; the
  /// caller decides whether they may mean nothing.
  static func contains(_ text: String) -> Bool {
    if text.utf8.count > 40 { return false }
    if text.allSatisfy({ marks.contains($0) }) { return true }
    return words.contains(FoldedName(text).text)
  }

  /// Marks that stand where nothing is known; a tick or a plus says something.
  private static let marks = Set<Character>("-–—−_.…/\\*?,;:·~# ")

  private static let words: Set<String> = [
    "n a", "na", "null", "none", "nil", "nan", "nil value", "no data", "not available", "unknown",
    "not applicable", "not known", "missing", "undefined", "tbd", "tba", "khong co", "khong ro",
    "khong biet", "khong co so lieu", "khong co thong tin", "khong co du lieu", "chua ro",
    "chua co", "chua biet", "chua cap nhat", "chua co thong tin", "chua co so lieu",
    "khong xac dinh", "chua xac dinh", "chua xep hang", "khong xep hang", "khong ap dung",
    "de trong", "trong", "bo trong", "dang cap nhat", "k co", "ko co", "k ro", "ko ro", "ref",
    "value", "khong",
  ]
}
