/// Machines that tell texts by their bytes, one table look-up a byte: those of all patterns and
/// enumerations of a schema, in rows of numbers.
struct PatternMachines: Sendable {
  /// A machine: where its rows lie.
  struct Machine: Sendable, BitwiseCopyable {
    fileprivate var firstClass: Int32
    fileprivate var firstRow: Int32
    fileprivate var firstCell: Int32
    fileprivate var width: Int32
  }

  /// The classes of bytes that a machine does not tell apart, 256 for each machine.
  private var classes: [UInt8] = []
  /// The next row of a machine, or `dead`, by row and class of byte.
  private var cells: [UInt16] = []
  /// Whether a text may end in a row.
  private var isFinal: [Bool] = []

  private static let dead = UInt16.max

  /// Adds a machine.
  ///
  /// - Parameter rows: For each row, whether a text may end there, and the next row by byte; the first
  ///   row is where texts begin.
  /// - Returns: The machine, or `nil` where it has too many rows.
  mutating func add(_ rows: [(isFinal: Bool, next: [UInt8: Int])]) -> Machine? {
    guard !rows.isEmpty, rows.count < Int(PatternMachines.dead) else { return nil }
    // Bytes that no row knows share the class 0.
    var known = [UInt8](repeating: 0, count: 256)
    var columns: [[Int: Int]: UInt8] = [:]
    for byte in UInt8.min...UInt8.max {
      var column: [Int: Int] = [:]
      for (row, entry) in rows.enumerated() {
        if let next = entry.next[byte] { column[row] = next }
      }
      guard !column.isEmpty else { continue }
      if let group = columns[column] {
        known[Int(byte)] = group
      } else {
        guard columns.count < 254 else { return nil }
        columns[column] = UInt8(columns.count + 1)
        known[Int(byte)] = UInt8(columns.count)
      }
    }
    let width = columns.count + 1
    let machine = Machine(
      firstClass: Int32(classes.count), firstRow: Int32(isFinal.count),
      firstCell: Int32(cells.count), width: Int32(width))
    classes += known
    for row in rows {
      isFinal.append(row.isFinal)
      let start = cells.count
      cells += repeatElement(PatternMachines.dead, count: width)
      for (byte, next) in row.next { cells[start + Int(known[Int(byte)])] = UInt16(next) }
    }
    return machine
  }

  /// Adds a machine of the texts of a list.
  mutating func add(words: [String]) -> Machine? {
    var rows: [(isFinal: Bool, next: [UInt8: Int])] = [(false, [:])]
    for word in words {
      var row = 0
      for byte in word.utf8 {
        if let next = rows[row].next[byte] {
          row = next
        } else {
          rows[row].next[byte] = rows.count
          row = rows.count
          rows.append((false, [:]))
        }
      }
      rows[row].isFinal = true
    }
    return add(rows)
  }

  /// Whether a machine takes a text.
  func takes(_ bytes: UnsafeBufferPointer<UInt8>, _ machine: Machine) -> Bool {
    let width = Int(machine.width)
    let firstCell = Int(machine.firstCell)
    let firstClass = Int(machine.firstClass)
    var row = 0
    for i in 0..<bytes.count {
      let byte = unsafe bytes[i]
      let next = cells[firstCell + row * width + Int(classes[firstClass + Int(byte)])]
      if next == PatternMachines.dead { return false }
      row = Int(next)
    }
    return isFinal[Int(machine.firstRow) + row]
  }
}
