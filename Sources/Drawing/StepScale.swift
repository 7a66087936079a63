/// Colours for numbers in steps, light for little and dark for much.
///
///     let scale = StepScale(around: 60)
///     scale.limits            // [15, 30, 60, 90, 120]
///     scale.colour(of: 74)    // that of "60 to 90"
///
/// The colours are six even steps of viridis (S. van der Walt, N. Smith, 2015, CC0), whose lightness
/// falls evenly: readers who cannot tell red from green tell them apart, and so does a grey print.
public struct StepScale: Hashable, Sendable {
  /// The greatest number of each step but the last, which has no end.
  public let limits: [Double]

  /// The colours of the steps, from light to dark.
  public static let colours = ["#fde725", "#7ad151", "#22a884", "#2a788e", "#414487", "#440154"]
  /// The colour of what has no number.
  public static let none = "#8c8c8c"

  private static let round: [Double] = [
    1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1_080, 1_440, 2_160,
    2_880, 4_320, 7_200, 10_080, 15_000, 20_000,
  ]

  /// Steps of which one ends at a limit, the others at round numbers below and above.
  ///
  /// - Precondition: The limit is more than 0.
  public init(around limit: Double) {
    precondition(limit > 0, "a limit is more than nothing")
    var limits: [Double] = []
    for part in [0.25, 0.5] {
      let best = StepScale.round(nearest: limit * part)
      if best < limit, best > limits.last ?? 0 { limits.append(best) }
    }
    limits.append(limit)
    for part in [1.5, 2] {
      let best = StepScale.round(nearest: limit * part)
      if best > limits.last ?? 0 { limits.append(best) }
    }
    self.limits = limits
  }

  /// The step of a number; numbers on a limit are below it.
  public func step(of number: Double) -> Int {
    limits.firstIndex { number <= $0 } ?? limits.count
  }

  /// The colour of a number; of infinity that of none.
  public func colour(of number: Double) -> String {
    number.isFinite ? StepScale.colours[step(of: number)] : StepScale.none
  }

  private static func round(nearest number: Double) -> Double {
    round.min { abs($0 - number) < abs($1 - number) } ?? number
  }
}
