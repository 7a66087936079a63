import Facts
package import HealthNetwork

/// What a format cannot hold, counted while a network is written in it.
package struct ExportLosses {
  private var counts: [String: Int] = [:]

  /// Begins with nothing lost.
  package init() {}

  /// Counts something that is not written.
  package mutating func add(_ what: String, _ count: Int = 1) {
    if count > 0 { counts[what, default: 0] += count }
  }

  /// Counts the records of every kind that is not written.
  package mutating func addKinds(of records: NetworkRecords, except written: Set<String>) {
    for (kind, count) in records.counts where !written.contains(kind) { add(kind, count) }
  }

  /// One finding for each thing that is lost.
  package func findings(in format: String) -> [Finding] {
    counts.sorted { $0.key < $1.key }.map { what, count in
      let words = ExportLosses.words(for: what)
      return Finding(
        "left_out", .note, vi: "\(count) \(words.vi): \(format) không có chỗ cho mục này",
        en: "\(count) \(words.en): \(format) has no place for it")
    }
  }

  /// A thing that is lost, in words; what is no record and no part of one is said in English where it
  /// is counted.
  private static func words(for what: String) -> (vi: String, en: String) {
    if let words = RecordNames.inSentence(what) { return words }
    let vi = [
      "facility without a point": "cơ sở không có tọa độ",
      "agreement of other than one supporter and one recipient":
        "thỏa thuận không phải của một nơi hỗ trợ và một nơi được hỗ trợ",
      "agreement.member period or note": "thời hạn hoặc ghi chú của thành viên (thỏa thuận)",
      "extension without a text": "trường mở rộng không có chữ",
    ][what]
    return (vi ?? what, what)
  }
}
