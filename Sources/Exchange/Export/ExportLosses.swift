import Facts
import HealthNetwork

/// What a format cannot hold, counted while a network is written in it.
struct ExportLosses {
  private var counts: [String: Int] = [:]

  /// Counts something that is not written.
  mutating func add(_ what: String, _ count: Int = 1) {
    if count > 0 { counts[what, default: 0] += count }
  }

  /// Counts the records of every kind that is not written.
  mutating func addKinds(of records: NetworkRecords, except written: Set<String>) {
    for (kind, count) in records.counts where !written.contains(kind) { add(kind, count) }
  }

  /// One finding for each thing that is lost.
  func findings(in format: String) -> [Finding] {
    counts.sorted { $0.key < $1.key }.map { what, count in
      Finding(
        "left_out", .note, vi: "\(count) \(what): \(format) không có chỗ cho mục này",
        en: "\(count) \(what): \(format) has no place for it")
    }
  }
}
