import Facts
import Foundation
import TestSupport
import TravelNetwork

@testable import OpenStreetMap

/// A map drawn in letters, written as an OpenStreetMap file.
///
/// Each letter is a node, a hundredth of a degree (some 1,100 m) to a column and a row. Ways are
/// strings of letters with tags.
///
///     var drawn = DrawnStreets("""
///       A-B-C
///         |
///         D
///       """)
///     drawn.way("ABC", ["highway": "primary"])
///     drawn.way("BD", ["highway": "residential"])
struct DrawnStreets {
  private var ids: [(letter: Character, id: Int, latitude: Double, longitude: Double)] = []
  private var nodeTags: [Character: [String: String]] = [:]
  private var ways: [(nodes: String, tags: [String: String])] = []
  /// What stands before the nodes and behind the ways.
  var before = ""
  var behind = ""

  init(_ drawing: String) {
    for (row, line) in drawing.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      for (column, sign) in line.enumerated() where sign.isLetter {
        ids.append(
          (sign, ids.count + 1, 10.9 - 0.01 * Double(row), 106.6 + 0.01 * Double(column)))
      }
    }
  }

  mutating func way(_ nodes: String, _ tags: [String: String] = ["highway": "residential"]) {
    ways.append((nodes, tags))
  }

  mutating func node(_ letter: Character, _ tags: [String: String]) {
    nodeTags[letter] = tags
  }

  /// Leaves nodes out of the file.
  mutating func forget(_ letters: String) {
    ids.removeAll { letters.contains($0.letter) }
  }

  /// The file: ways are 101, 102, …; letters that are not drawn are nodes 900, 901, ….
  var xml: String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\">\n" + before
    for node in ids {
      text += "<node id=\"\(node.id)\" lat=\"\(node.latitude)\" lon=\"\(node.longitude)\""
      text += ">\(tags(nodeTags[node.letter] ?? [:]))</node>\n"
    }
    for (index, way) in ways.enumerated() {
      text += "<way id=\"\(101 + index)\" timestamp=\"2026-03-0\(index % 9 + 1)T10:00:00Z\">"
      text += way.nodes.map { "<nd ref=\"\(id(of: $0))\"/>" }.joined() + tags(way.tags)
      text += "</way>\n"
    }
    return text + behind + "</osm>\n"
  }

  func id(of letter: Character) -> Int {
    ids.first { $0.letter == letter }?.id ?? 900 + Int(letter.asciiValue ?? 0)
  }

  /// Reads the file as the command does.
  func streets(within box: Box? = nil) throws -> Streets {
    try withFile(Array(xml.utf8), "map.osm") { try Streets(path: $0, within: box) }
  }

  private func tags(_ tags: [String: String]) -> String {
    tags.sorted { $0.key < $1.key }.map { key, value in
      "<tag k=\"\(escaped(key))\" v=\"\(escaped(value))\"/>"
    }.joined()
  }

  private func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "\"", with: "&quot;")
      .replacingOccurrences(of: "<", with: "&lt;")
  }
}

/// Writes a file for a test, and takes it away again.
func withFile<Result>(
  _ bytes: [UInt8], _ name: String, _ work: (String) throws -> Result
) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let path = folder.appendingPathComponent(name).path
  try Data(bytes).write(to: URL(fileURLWithPath: path))
  return try work(path)
}

extension Streets {
  /// The links as "A>B 1.1" or "A-B", in letters of the drawing, in order.
  func drawn(_ map: DrawnStreets, _ letters: String) -> [String] {
    let names = Dictionary(
      uniqueKeysWithValues: letters.map { ("osm-n\(map.id(of: $0))", String($0)) })
    return links.map { link in
      (names[link.start] ?? link.start) + (link.isOneway == true ? ">" : "-")
        + (names[link.end] ?? link.end)
    }
  }

  func link(_ id: String) -> TravelLink? { links.first { $0.id == id } }
}
