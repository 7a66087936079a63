/// The windows of some weeks one after the other, each with the time one queues in it.
///
///     let tet = DatedWindows([.init(open: 0..<864_000, delay: 36_000)], end: Timetable.week)
///     tet.entry(at: 100)   // 36,100: an hour in the queue
///
/// An arrival at a window waits for its opening and then for its delay; or joins the arrivals at
/// a later window, if they get across sooner. So nobody who comes later gets across earlier: of
/// the earliest of *max*(moment, opening) + delay over all windows that have not closed, each term
/// grows with the moment, and there are ever fewer of them.
public struct DatedWindows: Hashable, Sendable {
  /// A window.
  public struct Window: Hashable, Sendable {
    /// When it may be joined, in deciseconds from Monday 00:00 of the first week.
    public var open: Range<UInt32>
    /// Deciseconds from joining to entering.
    public var delay: UInt32

    /// Creates a window.
    public init(open: Range<UInt32>, delay: UInt32) {
      self.open = open
      self.delay = delay
    }
  }

  /// Where the weeks end, in deciseconds from Monday 00:00 of the first.
  public let end: UInt32
  private let windows: [Window]
  /// The earliest entry of who waits for this window or a later one, from before it opens.
  private let entries: [UInt32]

  /// Creates windows.
  ///
  /// - Parameters:
  ///   - windows: The windows, in any order; they may touch but not overlap.
  ///   - end: Where the weeks end: a multiple of `Timetable.week`.
  /// - Precondition: No window ends after the end, and no entry passes the range of a moment.
  public init(_ windows: [Window], end: UInt32) {
    precondition(end % Timetable.week == 0 && end < Graph.infinity, "these are no whole weeks")
    let sorted = windows.filter { !$0.open.isEmpty }
      .sorted { $0.open.lowerBound < $1.open.lowerBound }
    var entries = [UInt32](repeating: .max, count: sorted.count + 1)
    for index in sorted.indices.reversed() {
      let window = sorted[index]
      precondition(window.open.upperBound <= end, "a window ends after the weeks")
      precondition(window.delay < Graph.infinity, "a delay is infinite")
      precondition(
        index == 0 || sorted[index - 1].open.upperBound <= window.open.lowerBound,
        "windows overlap")
      entries[index] = min(entries[index + 1], window.open.lowerBound + window.delay)
    }
    self.windows = sorted
    self.entries = entries
    self.end = end
  }

  /// Whether there is no window.
  public var isEmpty: Bool { windows.isEmpty }

  /// The moment at which who comes at a moment enters; `UInt32.max` when no window is left.
  ///
  /// - Complexity: O(log *n*), where *n* is the number of windows.
  public func entry(at moment: UInt32) -> UInt32 {
    var low = 0
    var high = windows.count
    while low < high {
      let middle = (low + high) / 2
      if windows[middle].open.upperBound > moment { high = middle } else { low = middle + 1 }
    }
    guard low < windows.count else { return .max }
    let window = windows[low]
    return min(max(moment, window.open.lowerBound) + window.delay, entries[low + 1])
  }
}
