import TravelNetwork

/// Ferries that are mapped as several ways, one behind the other: nobody waits where a boat sails on.
struct FerryChains {
  /// How many ways each ferry consists of, by each of these ways; those of one way are not here.
  let counts: [Int: Int]

  /// Finds ferries of one name whose ways meet where nothing else does.
  ///
  /// - Parameters:
  ///   - pieces: The pieces of all ways.
  ///   - extract: The ways and their tags.
  init(_ pieces: StreetPieces, _ extract: StreetExtract) {
    var ferryWays: [Int: [Int]] = [:]
    var roads: Set<Int> = []
    for piece in pieces.pieces {
      let isFerry = extract.streets[extract.ways[piece.way].street].mode == .ferry
      for node in [piece.start, piece.end] {
        if isFerry { ferryWays[node, default: []].append(piece.way) } else { roads.insert(node) }
      }
    }
    var next: [Int: [Int]] = [:]
    for (node, ways) in ferryWays where ways.count == 2 && ways[0] != ways[1] {
      guard !roads.contains(node) else { continue }
      let names = ways.map { extract.streets[extract.ways[$0].street].name }
      guard names[0] == names[1] else { continue }
      next[ways[0], default: []].append(ways[1])
      next[ways[1], default: []].append(ways[0])
    }
    var counts: [Int: Int] = [:]
    for first in next.keys.sorted() where counts[first] == nil {
      var chain: Set<Int> = [first]
      var open = [first]
      while let way = open.popLast() {
        for other in next[way] ?? [] where chain.insert(other).inserted { open.append(other) }
      }
      for way in chain { counts[way] = chain.count }
    }
    self.counts = counts
  }
}
