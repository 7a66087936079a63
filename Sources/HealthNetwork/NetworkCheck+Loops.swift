import Facts

extension NetworkCheck {
  /// Refuses facilities that lie in each other, follow each other, or lean on each other for the same
  /// thing: nobody would be at the top, be open, or be on the spot.
  mutating func checkLoops() {
    refuse(loopsOf: records.facilities, "each other's parents") { $0.parent }
    refuse(loopsOf: records.facilities, "each other's successors") { $0.successor }
    for (code, statements) in remoteSupport.sorted(by: { $0.key < $1.key }) {
      for loop in NetworkCheck.loops(statements.mapValues(\.supporter)) {
        problems.append(
          Problem(
            at: loop.first.flatMap { statements[$0]?.origin },
            "facilities \(loop.joined(separator: ", ")) support each other from afar in \(code), so "
              + "that nobody performs it on the spot; say who does with performer=\"own-staff\""))
      }
    }
  }

  private mutating func refuse(
    loopsOf facilities: [Located<Facility>], _ words: String, _ next: (Facility) -> String?
  ) {
    var nexts: [String: String] = [:]
    var origins: [String: Origin] = [:]
    for located in facilities {
      // One that names itself is told apart.
      guard let next = next(located.record), next != located.record.id else { continue }
      nexts[located.record.id] = next
      origins[located.record.id] = located.origin
    }
    for loop in NetworkCheck.loops(nexts) {
      problems.append(
        Problem(
          at: loop.first.flatMap { origins[$0] },
          "facilities \(loop.joined(separator: ", ")) are \(words), in a loop"))
    }
  }

  /// For each capability, who supports whom from afar where nobody of the facility's own performs it.
  private var remoteSupport: [String: [String: (supporter: String, origin: Origin)]] {
    var support: [String: [String: (supporter: String, origin: Origin)]] = [:]
    var ownStaff: Set<String> = []
    for located in records.capabilities where located.record.value == .yes {
      let statement = located.record
      if statement.performer == .remoteSupported {
        guard let supporter = statement.supportedBy else { continue }
        support[statement.code, default: [:]][statement.facility] = (supporter, located.origin)
      } else {
        ownStaff.insert(statement.code + "/" + statement.facility)
      }
    }
    for (code, statements) in support {
      support[code] = statements.filter { !ownStaff.contains(code + "/" + $0.key) }
    }
    return support
  }

  /// The circles of a graph in which each id has at most one next, each from its least id on.
  static func loops(_ next: [String: String]) -> [[String]] {
    var done: Set<String> = []
    var loops: [[String]] = []
    for start in next.keys.sorted() where !done.contains(start) {
      var (way, places, at) = ([String](), [String: Int](), start)
      while !done.contains(at), places[at] == nil, let following = next[at] {
        places[at] = way.count
        way.append(at)
        at = following
      }
      if let first = places[at] {
        let loop = way[first...]
        let least = loop.indices.min { loop[$0] < loop[$1] } ?? first
        loops.append(Array(loop[least...] + loop[..<least]))
      }
      done.formUnion(way)
    }
    return loops.sorted { ($0.first ?? "") < ($1.first ?? "") }
  }
}
