/// The moments of a week at which an arc may be entered, in deciseconds from Monday 00:00.
///
///     let ferry = Timetable(open: [180_000..<792_000])   // Mondays, 05:00 to 22:00
///     ferry.wait(at: 72_000)                             // 108,000: three hours until 05:00
///     ferry.wait(at: 180_000)                            // 0
///
/// Only the moment of entering counts: who enters one decisecond before the end still gets across.
/// Since everybody waits for the same next opening, nobody who comes later gets across earlier
/// (the first-in, first-out property), and a search that settles nodes by arrival stays exact: see
/// B. C. Dean, "Shortest Paths in FIFO Time-Dependent Networks: Theory and Algorithms", MIT, 2004.
public struct Timetable: Hashable, Sendable {
  /// Deciseconds of a week.
  public static let week: UInt32 = 6_048_000

  private let opens: [UInt32]
  private let closes: [UInt32]
  /// The first weeks, where they are not as every other one.
  private let firstWeeks: DatedWindows?

  /// Creates a timetable from open windows, in any order; windows that touch are joined.
  ///
  /// - Parameter open: Half-open ranges of deciseconds from Monday 00:00; one that crosses the end
  ///   of the week is given as two. None means never.
  /// - Precondition: No window ends after the end of the week.
  /// - Complexity: O(*n* log *n*), where *n* is the number of windows.
  public init(open: [Range<UInt32>]) {
    self.init(open: open, firstWeeks: nil)
  }

  /// Creates a timetable of which the first weeks are not as every other one.
  ///
  /// - Parameters:
  ///   - open: The windows of every other week.
  ///   - firstWeeks: The windows of the first weeks; nil when they are as the others.
  public init(open: [Range<UInt32>], firstWeeks: DatedWindows?) {
    self.firstWeeks = firstWeeks
    var opens: [UInt32] = []
    var closes: [UInt32] = []
    for window in open.filter({ !$0.isEmpty }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      precondition(window.upperBound <= Timetable.week, "a window ends after the week")
      if let last = closes.last, window.lowerBound <= last {
        closes[closes.count - 1] = max(last, window.upperBound)
      } else {
        opens.append(window.lowerBound)
        closes.append(window.upperBound)
      }
    }
    self.opens = opens
    self.closes = closes
  }

  /// The windows of a week, in order, neither touching nor overlapping.
  public var open: [Range<UInt32>] { zip(opens, closes).map { $0..<$1 } }

  /// Whether it is never open.
  public var isNever: Bool { opens.isEmpty && firstWeeks?.isEmpty ?? true }

  /// Whether it is open all week.
  public var isAlways: Bool {
    opens == [0] && closes == [Timetable.week] && firstWeeks == nil
  }

  /// Deciseconds until an arc may be entered by who comes to it at a moment.
  ///
  /// - Parameter moment: Deciseconds from Monday 00:00 of the first week.
  /// - Returns: 0 inside a window without delay; `Graph.infinity` when it is never open again.
  /// - Complexity: O(log *n*), where *n* is the number of windows.
  public func wait(at moment: UInt32) -> UInt32 {
    guard let firstWeeks, moment < firstWeeks.end else {
      return weeklyWait(at: moment % Timetable.week)
    }
    let later = weeklyWait(at: firstWeeks.end % Timetable.week)
    let entry = min(
      firstWeeks.entry(at: moment), later < Graph.infinity ? firstWeeks.end + later : .max)
    return entry < .max ? entry - moment : Graph.infinity
  }

  private func weeklyWait(at moment: UInt32) -> UInt32 {
    guard let first = opens.first else { return Graph.infinity }
    // The first window that closes after the moment.
    var low = 0
    var high = closes.count
    while low < high {
      let middle = (low + high) / 2
      if closes[middle] > moment { high = middle } else { low = middle + 1 }
    }
    guard low < opens.count else { return Timetable.week - moment + first }
    return opens[low] > moment ? opens[low] - moment : 0
  }
}
