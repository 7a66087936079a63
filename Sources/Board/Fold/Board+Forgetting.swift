import Facts

extension Board {
  /// Days after which what has ended leaves the board.
  ///
  /// The journal keeps all of it: only the board, which is held in memory and copied at each entry,
  /// does not grow with the years.
  public static let daysKept = 90

  /// Entries after which the board is gone through.
  static let forgettingInterval = 1_024

  /// Lets go of cases, closures and notices of the weather that ended long ago, and of what could be
  /// undone of them and of reports; every so many entries.
  ///
  /// When a thing ended long ago is told by the journal itself, so that the same entries make the same
  /// board whenever they are put together; and by two of its instants, so that one entry with a wrong
  /// clock ends nothing.
  ///
  /// - Complexity: O(*n*), where *n* is the number of things on the board.
  mutating func forgetAtTimes() {
    guard number % Board.forgettingInterval == 0 else { return }
    defer { forgotten = received.seconds }
    guard let forgotten else { return }
    let end = min(forgotten, received.seconds) - Board.daysKept * 86_400
    cases = cases.filter { !$0.value.isOver(before: end) }
    closed = closed.filter { $0.value.notice.until.seconds >= end }
    let newest = weathers.keys.max()
    weathers = weathers.filter { $0.key == newest || $0.value.notice.until.seconds >= end }
    effects = effects.filter { entry, done in
      if done.received >= end { return true }
      switch done.effect {
      case .status: return false
      case .closure: return closed[entry] != nil
      case .weather: return weathers[entry] != nil
      case .opening(let id), .step(let id): return cases[id] != nil
      }
    }
  }
}

extension CaseFile {
  /// Whether the patient arrived or the case ended, and nothing was said of it since an instant, in
  /// seconds.
  fileprivate func isOver(before end: Int) -> Bool {
    switch standing {
    case .arrived, .ended: (steps.last?.received ?? opened).seconds < end
    case .asked, .called, .accepted, .left: false
    }
  }
}
