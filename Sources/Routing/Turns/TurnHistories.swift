/// How much of the way behind matters to what comes next: the beginnings of turns.
///
/// A history is a sequence of arcs with which some turn begins. On a way only the longest one counts
/// that the way so far ends with; the shorter ones are its ends. This is the automaton of
/// A. V. Aho, M. J. Corasick, "Efficient String Matching", 1975, doi:10.1145/360825.360855, with
/// arcs for letters and turns for words.
struct TurnHistories {
  /// In place of a history: nothing behind matters.
  static let none = UInt32.max

  /// The last arc of each history.
  private(set) var lastArc: [UInt32] = []
  /// The longest other history with which each one ends.
  private var shorter: [UInt32] = []
  /// The history that is each arc alone.
  private var single: [UInt32]
  /// The history that another one becomes over an arc, for those of several arcs.
  private var longer: [UInt64: UInt32] = [:]
  /// Where the turns that each history may complete begin in `turns`.
  private var firstTurn: [UInt32] = []
  /// Turns by the history of all their arcs but the last.
  private var turns: [UInt32] = []
  private let table: TurnTable

  init(_ table: TurnTable, of graph: Graph) {
    self.table = table
    single = Array(repeating: TurnHistories.none, count: graph.arcCount)
    var beginnings: [UInt32] = []
    beginnings.reserveCapacity(table.count)
    var lengths: [Int] = []
    var parents: [UInt32] = []
    for turn in 0..<table.count {
      let places = Int(table.firstArc[turn])..<Int(table.firstArc[turn + 1])
      var history = TurnHistories.none
      for place in places.dropLast() {
        let arc = table.arcs[place]
        precondition(
          graph.heads[Int(arc)] == graph.tail(of: Int(table.arcs[place + 1])),
          "the arcs of a turn do not follow each other")
        let known =
          history == TurnHistories.none
          ? single[Int(arc)] : longer[key(history, arc)] ?? TurnHistories.none
        if known == TurnHistories.none {
          let new = UInt32(lastArc.count)
          lastArc.append(arc)
          lengths.append(place - places.lowerBound + 1)
          parents.append(history)
          if history == TurnHistories.none {
            single[Int(arc)] = new
          } else {
            longer[key(history, arc)] = new
          }
          history = new
        } else {
          history = known
        }
      }
      beginnings.append(history)
    }
    if 2 * lengths.count(where: { $0 == 1 }) > graph.arcCount {
      // Where most arcs matter, separators made of arcs alone are smaller than those that also have
      // nodes, by more than the states that are added.
      for arc in single.indices where single[arc] == TurnHistories.none {
        single[arc] = UInt32(lastArc.count)
        lastArc.append(UInt32(arc))
        lengths.append(1)
        parents.append(TurnHistories.none)
      }
    }
    let groups = grouped(beginnings, groups: lastArc.count)
    firstTurn = groups.first
    turns = groups.members
    shorter = Array(repeating: TurnHistories.none, count: lastArc.count)
    // A history ends with less than itself: the shorter ones are known first.
    for history in lengths.indices.filter({ lengths[$0] > 1 }).sorted(by: {
      lengths[$0] < lengths[$1]
    }) {
      shorter[history] = next(shorter[Int(parents[history])], over: lastArc[history])
    }
  }

  /// How many there are.
  var count: Int { lastArc.count }

  /// What a history becomes over an arc.
  func next(_ history: UInt32, over arc: UInt32) -> UInt32 {
    var history = history
    while history != TurnHistories.none, !longer.isEmpty {
      if let found = longer[key(history, arc)] { return found }
      history = shorter[Int(history)]
    }
    return single[Int(arc)]
  }

  /// Appends the turns that an arc completes after a history.
  func appendTurns(_ history: UInt32, over arc: UInt32, to found: inout [UInt32]) {
    var history = history
    while history != TurnHistories.none {
      for index in Int(firstTurn[Int(history)])..<Int(firstTurn[Int(history) + 1]) {
        let turn = turns[index]
        if table.arcs[Int(table.firstArc[Int(turn) + 1]) - 1] == arc { found.append(turn) }
      }
      history = shorter[Int(history)]
    }
  }

  private func key(_ history: UInt32, _ arc: UInt32) -> UInt64 {
    UInt64(history) << 32 | UInt64(arc)
  }
}
