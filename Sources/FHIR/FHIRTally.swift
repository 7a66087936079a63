/// How often something was seen in a document, by what it is called, and the line of the first.
struct FHIRTally {
  private var seen: [String: (count: Int, line: Int)] = [:]

  /// Counts one.
  mutating func add(_ what: String, at line: Int) {
    let earlier = seen[what]
    seen[what] = ((earlier?.count ?? 0) + 1, earlier?.line ?? line)
  }

  /// Counts what another part of the same document holds.
  mutating func merge(_ other: FHIRTally) {
    seen.merge(other.seen) { ($0.count + $1.count, min($0.line, $1.line)) }
  }

  /// Whether nothing was seen.
  var isEmpty: Bool { seen.isEmpty }

  /// The elements that were seen, by name.
  var sorted: [(what: String, seen: (count: Int, line: Int))] {
    seen.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
