import Exchange
import Facts
import Foundation
import HealthNetwork
import TestSupport
import TravelNetwork

/// A small network with every record and every field, of which one value is replaced.
struct ExtremeNetwork {
  /// An attribute of an element within records of one kind.
  struct Attribute: Hashable {
    let record: String
    let element: String
    let name: String
    /// Where its value stands in the document.
    let range: Range<String.Index>
  }

  /// The document.
  let text: String
  /// The first of each attribute.
  let attributes: [Attribute]

  init() throws {
    text = String(
      decoding: DocumentWriter.bytes(of: Self.records, header: Self.header), as: UTF8.self)
    attributes = try Self.attributes(of: text)
  }

  /// The document with another value of some attributes.
  func text(_ attributes: [Attribute], _ value: String) -> String {
    var text = text
    // From the end, so that the places before stay what they are.
    for attribute in attributes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      text.replaceSubrange(attribute.range, with: value)
    }
    return text
  }

  private static let header = with(ExchangeHeader()) {
    $0.network = "test"
    ($0.title, $0.licence) = ("All", "CC0-1.0")
    $0.asOf = Instant("2026-11-22T00:00:00+07:00")
  }

  /// The full records, changed so that there is a road from one commune to a hospital that is open.
  private static let records: NetworkRecords = {
    var records = FullRecords.all
    let near = Coordinate(latitude: 10.76, longitude: 106.66)
    let far = Coordinate(latitude: 10.80, longitude: 106.70)
    records.nodes[0].record.point = near
    records.nodes[1].record.point = far
    records.links += located(
      with(records.links[0].record) {
        $0.id = "l2"
        ($0.mode, $0.kilometres, $0.crossing, $0.crossingMinutes) = (.road, 8, nil, nil)
        ($0.waitMinutes, $0.hours, $0.carries, $0.excludes) = (nil, nil, nil, nil)
        ($0.use, $0.state, $0.shape, $0.windows) = (nil, .open, nil, [])
        $0.period = Period()
      })
    for index in records.facilities.indices {
      records.facilities[index].record.closed = nil
      records.facilities[index].record.activity = .active
    }
    return records
  }()

  private static func attributes(of text: String) throws -> [Attribute] {
    var found: [Attribute] = []
    var seen: Set<String> = []
    var record = ""
    for tag in text.matches(of: try Regex(#"(?m)^( *)<(\w+)((?: [\w:]+="[^"]*")+)"#)) {
      let indent = tag[1].substring?.count ?? 0
      let element = String(tag[2].substring ?? "")
      if indent <= 2 { record = element }
      guard let all = tag[3].range else { continue }
      for one in text[all].matches(of: try Regex(#" ([\w:]+)="([^"]*)""#)) {
        let name = String(one[1].substring ?? "")
        guard let range = one[2].range, name != "xmlns",
          seen.insert("\(record)/\(element)/\(name)").inserted
        else { continue }
        found.append(Attribute(record: record, element: element, name: name, range: range))
      }
    }
    return found
  }
}
