import Foundation

/// What is asked of a road graph: files beside it, or else random nodes of a fixed seed.
struct Queries {
  var pairs: [(Int, Int)]
  var origins: [Int]
  /// Nested sets of facilities, and how many each has.
  var facilities: [(Int, [Int])]
  var matrixOrigins: [Int]
  var matrixDestinations: [Int]
  /// Tail, head, old and new weight.
  var changes: [(tail: Int, head: Int, old: UInt32, new: UInt32)]

  /// The queries of a folder, where there are any.
  static func all(folder: String, nodeCount: Int) throws -> Queries {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    guard let queries = names.first(where: { $0.hasSuffix("queries") }) else {
      return Queries(nodeCount: nodeCount)
    }
    return try Queries(folder: folder + "/" + queries)
  }

  /// Reads queries; nodes are numbered from 1 in files.
  private init(folder: String) throws {
    func rows(_ name: String) throws -> [[Int]] {
      try Dimacs.rows(folder + "/" + name + ".txt")
    }
    func nodes(_ name: String) throws -> [Int] { try rows(name).map { $0[0] - 1 } }
    pairs = try rows("pairs-10000").map { ($0[0] - 1, $0[1] - 1) }
    origins = try nodes("origins-1000")
    facilities = try [20, 200, 2_000].map { ($0, try nodes("facilities-\($0)")) }
    matrixOrigins = try nodes("matrix-origins-1500")
    matrixDestinations = try nodes("matrix-destinations-300")
    changes = try rows("changed-arcs").map {
      ($0[0] - 1, $0[1] - 1, UInt32($0[2]), UInt32($0[3]))
    }
  }

  /// Random nodes of a fixed seed.
  init(nodeCount: Int) {
    var random = SystemGenerator(state: 7)
    func node() -> Int { random.next(below: nodeCount) }
    pairs = (0..<10_000).map { _ in (node(), node()) }
    origins = (0..<1_000).map { _ in node() }
    let all = (0..<2_000).map { _ in node() }
    facilities = [20, 200, 2_000].map { ($0, Array(all.prefix($0))) }
    matrixOrigins = (0..<1_500).map { _ in node() }
    matrixDestinations = (0..<300).map { _ in node() }
    changes = []
  }
}
