import Facts
import Foundation
import TestSupport
import TravelNetwork
import Testing

@testable import OpenStreetMap

@Suite struct HostileFileTests {
  private func failure(_ bytes: [UInt8], _ name: String) throws -> OSMError? {
    try withFile(bytes, name) { path in
      do throws(OSMError) {
        _ = try Streets(path: path)
        return nil
      } catch {
        #expect(error.description.hasPrefix(path + ": "))
        return error
      }
    }
  }

  private var small: DrawnStreets {
    var drawn = DrawnStreets("A-B-C")
    drawn.way("ABC")
    return drawn
  }

  @Test func `what is no file, or of no known format, is said so`() throws {
    #expect(throws: OSMError.self) { try Streets(path: "/no/such/file.osm.pbf") }
    for path in ["none.osm", "http:none.osm", "-.osm", ""] {
      do throws(OSMError) {
        _ = try Streets(path: path)
        Issue.record("\(path) was read")
      } catch {
        #expect(error.kind == (path.isEmpty ? .format : .unreadable))
      }
    }
    for name in ["map.o5m", "map.osc", "map.osh.pbf.txt", "map.zip", "map"] {
      #expect(try failure(Array(small.xml.utf8), name)?.kind == .format, "\(name)")
    }
    #expect(throws: OSMError.self) {
      try Streets(path: FileManager.default.temporaryDirectory.path + "/.osm")
    }
  }

  @Test func `a file of another format than its name says is refused`() throws {
    for name in ["map.osm.pbf", "map.osm.bz2"] {
      #expect(try failure(Array(small.xml.utf8), name)?.kind == .damaged, "\(name)")
    }
    // What is not compressed at all is read as it stands.
    #expect(try failure(Array(small.xml.utf8), "map.osm.gz") == nil)
    #expect(try failure([0, 0, 0, 13], "map.osm")?.kind == .damaged)
    for name in ["map.osm", "map.osm.pbf", "map.osm.gz", "map.osm.bz2"] {
      let kind = try failure([], name)?.kind
      #expect(kind == .damaged || kind == .empty, "\(name)")
    }
  }

  @Test func `a file that is cut off anywhere is refused`() throws {
    let bytes = Array(small.xml.utf8)
    for count in stride(from: 1, to: bytes.count - 8, by: 37) {
      let kind = try failure(Array(bytes.prefix(count)), "map.osm")?.kind
      #expect(kind == .damaged || kind == .empty, "\(count) bytes")
    }
  }

  @Test func `entities and document types do no harm`() throws {
    var drawn = small
    drawn.before = ""
    let bomb = """
      <?xml version="1.0"?>
      <!DOCTYPE osm [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <osm version="0.6"><way id="1"><tag k="name" v="&b;"/></way></osm>
      """
    #expect(try failure(Array(bomb.utf8), "map.osm")?.kind == .damaged)
  }

  @Test func `a change file is no extract`() throws {
    let change = """
      <?xml version="1.0"?>
      <osmChange version="0.6"><create><node id="1" lat="1" lon="1"/></create></osmChange>
      """
    #expect(try failure(Array(change.utf8), "map.osm")?.kind == .history)
  }

  @Test func `what holds no street is said so`() throws {
    #expect(try failure(Array("<osm version=\"0.6\"></osm>".utf8), "map.osm")?.kind == .empty)
    var walks = DrawnStreets("A-B")
    walks.way("AB", ["highway": "steps"])
    #expect(try failure(Array(walks.xml.utf8), "map.osm")?.kind == .empty)
    // Ways whose points the file does not hold, ways of one point, ways to nowhere.
    var empty = DrawnStreets("A-B")
    empty.way("XY")
    empty.way("A")
    empty.way("AA")
    #expect(try failure(Array(empty.xml.utf8), "map.osm")?.kind == .empty)
  }

  @Test(arguments: [
    "<node id=\"5\" lat=\"91\" lon=\"10\"/>", "<node id=\"5\" lat=\"x\" lon=\"10\"/>",
    "<node id=\"99999999999999999999\" lat=\"1\" lon=\"1\"/>", "<node/>", "<way id=\"5\"/>",
    "<way id=\"101\"><nd ref=\"1\"/><nd ref=\"2\"/><tag k=\"highway\" v=\"primary\"/></way>",
    "<node id=\"1\" lat=\"50\" lon=\"50\"/>",
    "<relation id=\"1\"><member type=\"way\" ref=\"1\"/></relation>",
    "<way id=\"-7\"><nd ref=\"1\"/><nd ref=\"3\"/><tag k=\"highway\" v=\"service\"/></way>",
    "<nonsense/>",
  ])
  func `odd objects are passed over or refused, never trusted`(_ object: String) throws {
    var drawn = small
    drawn.behind = object
    try withFile(Array(drawn.xml.utf8), "map.osm") { path in
      do throws(OSMError) {
        let streets = try Streets(path: path)
        #expect(streets.link("osm-w101-1")?.roadClass == .local)
        #expect(streets.nodes.allSatisfy { $0.point.latitude < 11 })
      } catch {
        #expect(error.kind == .damaged)
      }
    }
  }

  @Test func `names of any bytes become one line of text`() throws {
    var drawn = DrawnStreets("A-B-C")
    drawn.way("AB", ["highway": "primary", "name": "  Lê\u{202E} Lợi&#10; <\"&> "])
    drawn.way("BC", ["highway": "primary", "name": " "])
    drawn.way("CA", ["highway": "primary", "name": String(repeating: "ộ", count: 255)])
    let streets = try drawn.streets()
    #expect(streets.links[0].name == "Lê Lợi&#10; <\"&>")
    #expect(streets.links[1].name == nil)
    #expect(streets.links[2].name?.count == 255)
  }

  @Test(arguments: seeds(18))
  func `an extract with broken bytes is read or refused, and never crashes`(
    _ seed: Int
  ) throws {
    guard let bytes = try Extract.bytes(limit: 120_000) else { return }
    var random = SeededRandom(seed: seed)
    var broken = bytes
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      broken[Int.random(in: 0..<broken.count, using: &random)] = .random(
        in: 0...255, using: &random)
    }
    if seed % 3 == 0 { broken.removeLast(Int.random(in: 1..<broken.count, using: &random)) }
    _ = try failure(broken, "map.osm.pbf")
  }

  private var plain: PlainPBF {
    var file = PlainPBF()
    for number in 1...4 {
      file.node(number, latitude: 10.8, longitude: 106.6 + 0.01 * Double(number))
    }
    file.way(7, [1, 2, 3], [("highway", "primary"), ("name", "Lê Lợi"), ("oneway", "no")])
    file.way(8, [3, 4, 1], [("highway", "residential")])
    return file
  }

  @Test func `a file without compression is read`() throws {
    let streets = try withFile(plain.file, "map.osm.pbf") { try Streets(path: $0) }
    #expect(streets.links.map(\.id) == ["osm-w7-1", "osm-w8-1"])
    #expect(streets.links[0].name == "Lê Lợi")
    #expect(streets.report.date == nil && streets.source.hasSuffix("(ODbL 1.0)"))
  }

  @Test func `a zero within a text ends it, and reading stays within the tags`() throws {
    var file = plain
    file.way(9, [1, 4], [("highway", "service"), ("name", "A\0B"), ("a\0b\0c", "\0\0")])
    for name in ["highway", "name"] { file.way(10, [1, 2], [(name, "primary\0"), ("x", "")]) }
    try withFile(file.file, "map.osm.pbf") { path in
      let streets = try Streets(path: path)
      #expect(streets.link("osm-w9-1")?.name == "A")
    }
  }

  @Test(arguments: seeds(50))
  func `broken bytes in plain blocks are read or refused, and never crash`(_ seed: Int) throws {
    var random = SeededRandom(seed: seed)
    var broken = plain.file
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<broken.count, using: &random)
      broken[place] =
        [0, 127, 128, 255, .random(in: 0...255, using: &random)]
        .randomElement(using: &random) ?? 0
    }
    _ = try failure(broken, "map.osm.pbf")
  }
}
