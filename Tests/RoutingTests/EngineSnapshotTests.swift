import Columns
import Files
import Routing
import TestSupport
import Testing

@Suite struct EngineSnapshotTests {
  @Test(arguments: seeds(8))
  func `what a snapshot holds comes back and answers alike`(seed: Int) throws {
    let folder = try TemporaryFolder()
    let roads = RandomRoads(seed: seed)
    let metric = try roads.metric()
    var writer = SnapshotWriter()
    roads.graph.add(to: &writer, prefix: "g.")
    metric.hierarchy.add(to: &writer, prefix: "h.")
    metric.add(to: &writer, prefix: "m.")
    let path = folder.path + "/roads.snapshot"
    try writer.write(to: path)

    let snapshot = try Snapshot(path: path)
    let graph = try Graph(snapshot, prefix: "g.")
    #expect(graph == roads.graph)
    let hierarchy = try Hierarchy(snapshot, prefix: "h.", of: graph)
    #expect(hierarchy.brokenInvariant == nil)
    #expect(hierarchy.height == metric.hierarchy.height)
    // A weight that is another now is changed, and nothing in the file.
    var weights = roads.weights
    if seed % 2 == 0 && !weights.isEmpty { weights[seed % weights.count] = 5 }
    let read = try Metric(hierarchy, weights: weights, snapshot, prefix: "m.")
    let fresh = Metric(metric.hierarchy, weights: weights)
    #expect(read.upward.weights == fresh.upward.weights)
    #expect(read.downward.weights == fresh.downward.weights)
    let again = try Metric(hierarchy, weights: roads.weights, snapshot, prefix: "m.")
    #expect(again.upward.weights == metric.upward.weights)
  }

  @Test func `a hierarchy of another graph is refused`() throws {
    let folder = try TemporaryFolder()
    let (one, other) = (RandomRoads(seed: 1), RandomRoads(seed: 2))
    var writer = SnapshotWriter()
    try one.metric().hierarchy.add(to: &writer, prefix: "h.")
    let path = folder.path + "/roads.snapshot"
    try writer.write(to: path)
    let snapshot = try Snapshot(path: path)
    #expect(throws: FileError.self) {
      try Hierarchy(snapshot, prefix: "h.", of: other.graph)
    }
    #expect(throws: FileError.self) { try Graph(snapshot, prefix: "g.") }
  }

  @Test(arguments: seeds(30))
  func `columns that are no hierarchy are refused, or do no harm`(seed: Int) throws {
    // Well-formed sections, one number of one of them changed: what no checksum would find.
    let folder = try TemporaryFolder()
    let roads = RandomRoads(seed: 3)
    let original = try roads.metric().hierarchy
    var random = SeededRandom(seed: seed)
    var writer = SnapshotWriter()
    original.add(to: &writer, prefix: "h.")
    let path = folder.path + "/roads.snapshot"
    try writer.write(to: path)
    var changed = SnapshotWriter()
    let snapshot = try Snapshot(path: path)
    let victim = snapshot.names.randomElement(using: &random) ?? ""
    for name in snapshot.names {
      if var numbers = try? snapshot.column(name, as: UInt32.self).array {
        if name == victim, let index = numbers.indices.randomElement(using: &random) {
          numbers[index] = [0, 1, 49, 1_000, .max].randomElement(using: &random) ?? 0
        }
        changed.add(name, numbers)
      } else {
        var numbers = try snapshot.column(name, as: UInt16.self).array
        if name == victim, let index = numbers.indices.randomElement(using: &random) {
          numbers[index] = [0, 1, 49, 1_000, .max].randomElement(using: &random) ?? 0
        }
        changed.add(name, numbers)
      }
    }
    try changed.write(to: path)
    guard
      let hierarchy = try? Hierarchy(Snapshot(path: path), prefix: "h.", of: roads.graph)
    else { return }
    var metric = Metric(hierarchy, weights: roads.weights)
    var search = PointSearch(metric)
    for start in 0..<50 { _ = search.distance(from: start, to: 49 - start) }
    metric.optimizeForManyQueries()
    _ = Sweep(metric).distances([Stop(7)])
  }
}
