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

  /// Creates a timetable from open windows, in any order; windows that touch are joined.
  ///
  /// - Parameter open: Half-open ranges of deciseconds from Monday 00:00; one that crosses the end
  ///   of the week is given as two. None means never.
  /// - Precondition: No window ends after the end of the week.
  /// - Complexity: O(*n* log *n*), where *n* is the number of windows.
  public init(open: [Range<UInt32>]) {
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

  /// Whether it is never open.
  public var isNever: Bool { opens.isEmpty }

  /// Whether it is open all week.
  public var isAlways: Bool { opens == [0] && closes == [Timetable.week] }

  /// Deciseconds until the next moment that is open.
  ///
  /// - Parameter moment: Deciseconds from Monday 00:00, less than `week`.
  /// - Returns: 0 inside a window; `Graph.infinity` when it is never open.
  /// - Complexity: O(log *n*), where *n* is the number of windows.
  public func wait(at moment: UInt32) -> UInt32 {
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
