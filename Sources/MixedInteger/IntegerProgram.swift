/// A linear program some of whose variables are whole numbers, to be maximised.
///
///     var program = IntegerProgram()
///     let site = program.addVariable(gain: 0, in: 0...1, isWhole: true)
///     let covered = program.addVariable(gain: 120, in: 0...1)
///     program.addRow([(site, 1), (covered, -1)], in: 0...(.infinity))
///     try program.solve(seconds: 10)
public struct IntegerProgram: Sendable {
  /// The objective coefficient of each variable.
  public private(set) var gains: [Double] = []
  /// The least value of each variable.
  public private(set) var lower: [Double] = []
  /// The greatest value of each variable.
  public private(set) var upper: [Double] = []
  /// Whether each variable must be a whole number.
  public private(set) var isWhole: [Bool] = []
  /// The least value of each row.
  public private(set) var rowLower: [Double] = []
  /// The greatest value of each row.
  public private(set) var rowUpper: [Double] = []
  /// The coefficients, row by row.
  private(set) var entries: [(row: Int32, variable: Int32, coefficient: Double)] = []

  /// Creates a program without variables.
  public init() {}

  /// Adds a variable.
  ///
  /// - Returns: Its number.
  public mutating func addVariable(
    gain: Double, in range: ClosedRange<Double>, isWhole whole: Bool = false
  ) -> Int {
    gains.append(gain)
    lower.append(range.lowerBound)
    upper.append(range.upperBound)
    isWhole.append(whole)
    return gains.count - 1
  }

  /// Adds to what one more of a variable gives.
  public mutating func addGain(_ gain: Double, of variable: Int) { gains[variable] += gain }

  /// Adds a row: limits on a sum of variables times coefficients.
  ///
  /// - Parameters:
  ///   - terms: Variables, each once, and their coefficients.
  ///   - range: The limits of the sum, which may be infinite.
  public mutating func addRow(
    _ terms: [(variable: Int, coefficient: Double)], in range: ClosedRange<Double>
  ) {
    let row = Int32(rowLower.count)
    rowLower.append(range.lowerBound)
    rowUpper.append(range.upperBound)
    for (variable, coefficient) in terms {
      entries.append((row, Int32(variable), coefficient))
    }
  }

  /// The objective value of an assignment of the variables.
  public func gain(of values: [Double]) -> Double {
    zip(gains, values).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
