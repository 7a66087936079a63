import CCoinCbc
import Columns

/// Values of the variables of a program, and how good any could be.
public struct MixedSolution: Sendable {
  /// The values; nil when the time was over before any were found.
  public var values: [Double]?
  /// An upper bound on the value of every solution.
  public var bound: Double
  /// Whether the values are proven to be the best.
  public var isOptimal: Bool
}

/// Why a program has no solution.
public enum MixedProgramError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The solver is not installed.
  case solverMissing
  /// The solver broke down.
  case solverBroken
  /// No values fit.
  case infeasible
  /// The task that asked was cancelled.
  case cancelled

  /// The error, and what to do.
  public var description: String {
    switch self {
    case .solverMissing:
      "the solver CBC is not installed (Debian: apt-get install coinor-cbc)"
    case .solverBroken: "the solver CBC broke down"
    case .infeasible: "nothing fits all limits"
    case .cancelled: "the search was called off"
    }
  }
}

extension IntegerProgram {
  /// The version of the solver; nil when it is not installed.
  public static var solverVersion: String? {
    var text = [CChar](repeating: 0, count: 64)
    let outcome = unsafe text.withUnsafeMutableBufferPointer {
      unsafe tuyen_cbc_version($0.baseAddress, $0.count)
    }
    guard outcome == Int32(TUYEN_CBC_OPTIMAL.rawValue) else { return nil }
    let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Maximises the program with COIN-OR CBC, on one thread and with fixed seeds.
  ///
  /// The objective is scaled to a million first, because the solver takes differences of a ten-millionth
  /// for none. Two runs give the same values unless the time was over.
  ///
  /// - Parameters:
  ///   - known: Values of some variables that are part of a solution known before.
  ///   - seconds: Seconds after which the best so far will do; twice as many where the known values
  ///     led nowhere.
  /// - Returns: The values, and what none exceed.
  /// - Throws: When no values fit, the task was cancelled, or the solver is missing or broken.
  public func solve(
    knowing known: [(variable: Int, value: Double)] = [], seconds: Double
  ) throws(MixedProgramError) -> MixedSolution {
    let columns = byColumn()
    // A power of two: nothing is rounded by it.
    let most = zip(gains, upper).reduce(0) { sum, each in
      each.1.isFinite ? max(sum, abs(each.0 * each.1)) : sum
    }
    let scale = most > 0 ? Double(sign: .plus, exponent: 20 - most.exponent, significand: 1) : 1
    let costs = gains.map { -$0 * scale }
    var values = [Double](repeating: 0, count: gains.count)
    var bound = 0.0
    let outcome = unsafe tuyen_cbc_solve(
      Int32(gains.count), Int32(rowLower.count), columns.starts, columns.indices,
      columns.coefficients, lower, upper, costs, rowLower, rowUpper,
      isWhole.map { $0 ? UInt8(1) : 0 }, Int32(known.count), known.map { Int32($0.variable) },
      known.map(\.value), seconds, { Cancellation.isRequested ? 1 : 0 }, &values, &bound)
    if Cancellation.isRequested { throw .cancelled }
    bound /= -scale
    switch outcome {
    case Int32(TUYEN_CBC_OPTIMAL.rawValue):
      return MixedSolution(values: values, bound: bound, isOptimal: true)
    case Int32(TUYEN_CBC_STOPPED.rawValue):
      return MixedSolution(values: values, bound: bound, isOptimal: false)
    case Int32(TUYEN_CBC_NOTHING.rawValue):
      // CBC can lose itself below a known solution that is the best already, and then has neither that
      // nor another: without it, it finds it again.
      guard known.isEmpty else { return try solve(seconds: seconds) }
      return MixedSolution(values: nil, bound: bound, isOptimal: false)
    case Int32(TUYEN_CBC_INFEASIBLE.rawValue): throw .infeasible
    case Int32(TUYEN_CBC_MISSING.rawValue): throw .solverMissing
    default: throw .solverBroken
    }
  }

  /// The coefficients by column, as the solver takes them.
  private struct Columns {
    var starts: [Int32]
    var indices: [Int32]
    var coefficients: [Double]
  }

  private func byColumn() -> Columns {
    var starts = [Int32](repeating: 0, count: gains.count + 1)
    for entry in entries { starts[Int(entry.variable) + 1] += 1 }
    for column in gains.indices { starts[column + 1] += starts[column] }
    var next = starts
    var indices = [Int32](repeating: 0, count: entries.count)
    var coefficients = [Double](repeating: 0, count: entries.count)
    for entry in entries {
      let place = Int(next[Int(entry.variable)])
      next[Int(entry.variable)] += 1
      indices[place] = entry.row
      coefficients[place] = entry.coefficient
    }
    return Columns(starts: starts, indices: indices, coefficients: coefficients)
  }
}
