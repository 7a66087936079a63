import Foundation
import Routing

/// A road graph in the text format of the 9th DIMACS challenge.
struct Dimacs {
  var graph: Graph
  var latitudes: [Double]
  var longitudes: [Double]

  /// Reads NAME.gr and NAME.co of a folder, compressed by gzip or not.
  init(folder: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    guard let arcs = names.first(where: { $0.hasSuffix(".gr") || $0.hasSuffix(".gr.gz") }),
      let points = names.first(where: { $0.hasSuffix(".co") || $0.hasSuffix(".co.gz") })
    else { throw BenchError("no .gr and .co file (or .gz of them) in \(folder)") }
    var list: [Graph.Arc] = []
    var count = 0
    for line in try Dimacs.numbers(of: folder + "/" + arcs) {
      switch line.kind {
      case UInt8(ascii: "p"): count = line.numbers.first ?? 0
      case UInt8(ascii: "a"):
        list.append(
          Graph.Arc(
            tail: UInt32(line.numbers[0] - 1), head: UInt32(line.numbers[1] - 1),
            weight: UInt32(line.numbers[2])))
      default: break
      }
    }
    graph = Graph(nodeCount: count, arcs: list)
    latitudes = Array(repeating: 0, count: count)
    longitudes = latitudes
    for line in try Dimacs.numbers(of: folder + "/" + points)
    where line.kind == UInt8(ascii: "v") {
      longitudes[line.numbers[0] - 1] = Double(line.numbers[1]) / 1e6
      latitudes[line.numbers[0] - 1] = Double(line.numbers[2]) / 1e6
    }
  }

  /// The whole numbers of a text of one a line, or several.
  static func rows(_ path: String) throws -> [[Int]] {
    try numbers(of: path, hasKinds: false).map(\.numbers)
  }

  private static func numbers(
    of path: String, hasKinds: Bool = true
  ) throws -> [(kind: UInt8, numbers: [Int])] {
    let bytes = try contents(of: path)
    var lines: [(kind: UInt8, numbers: [Int])] = []
    var numbers: [Int] = []
    var kind: UInt8 = 0
    var number: Int?
    var sign = 1
    var atStart = true
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        number = (number ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
        atStart = false
      default:
        if let value = number { numbers.append(value * sign) }
        number = nil
        sign = byte == UInt8(ascii: "-") ? -1 : 1
        if byte == UInt8(ascii: "\n") {
          if !numbers.isEmpty && (kind != UInt8(ascii: "c")) { lines.append((kind, numbers)) }
          numbers.removeAll(keepingCapacity: true)
          kind = 0
          atStart = true
        } else if atStart && hasKinds {
          kind = byte
          atStart = false
        }
      }
    }
    if let value = number { numbers.append(value * sign) }
    if !numbers.isEmpty { lines.append((kind, numbers)) }
    return lines
  }

  private static func contents(of path: String) throws -> [UInt8] {
    guard path.hasSuffix(".gz") else {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-dc", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw BenchError("gzip cannot read \(path)") }
    return [UInt8](data)
  }
}

/// Why nothing can be measured.
struct BenchError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}
