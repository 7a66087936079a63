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
      Finding(
        "left_out", .note, vi: "\(count) \(what): \(format) không có chỗ cho mục này",
        en: "\(count) \(what): \(format) has no place for it")
    }
  }
}
