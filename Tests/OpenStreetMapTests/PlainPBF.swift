/// An OpenStreetMap file in PBF whose blocks are not compressed, so that a broken byte reaches the
/// reader of nodes and ways and not only that of compression.
struct PlainPBF {
  private var strings: [[UInt8]] = [[]]
  private var nodes: [UInt8] = []
  private var ways: [UInt8] = []

  mutating func node(_ id: Int, latitude: Double, longitude: Double) {
    var node: [UInt8] = []
    PlainPBF.number(1, PlainPBF.zigzag(id), to: &node)
    PlainPBF.number(8, PlainPBF.zigzag(Int((latitude * 1e7).rounded())), to: &node)
    PlainPBF.number(9, PlainPBF.zigzag(Int((longitude * 1e7).rounded())), to: &node)
    PlainPBF.bytes(1, node, to: &nodes)
  }

  mutating func way(_ id: Int, _ refs: [Int], _ tags: [(String, String)]) {
    var way: [UInt8] = []
    PlainPBF.number(1, UInt64(id), to: &way)
    PlainPBF.bytes(2, tags.flatMap { PlainPBF.varint(index(of: $0.0)) }, to: &way)
    PlainPBF.bytes(3, tags.flatMap { PlainPBF.varint(index(of: $0.1)) }, to: &way)
    var last = 0
    var deltas: [UInt8] = []
    for ref in refs {
      deltas += PlainPBF.varint(PlainPBF.zigzag(ref - last))
      last = ref
    }
    PlainPBF.bytes(8, deltas, to: &way)
    PlainPBF.bytes(3, way, to: &ways)
  }

  /// The file: a header, a block of nodes, a block of ways.
  var file: [UInt8] {
    var header: [UInt8] = []
    PlainPBF.bytes(4, Array("OsmSchema-V0.6".utf8), to: &header)
    var table: [UInt8] = []
    for string in strings { PlainPBF.bytes(1, string, to: &table) }
    var file = PlainPBF.blob("OSMHeader", header)
    for group in [nodes, ways] {
      var block: [UInt8] = []
      PlainPBF.bytes(1, table, to: &block)
      PlainPBF.bytes(2, group, to: &block)
      file += PlainPBF.blob("OSMData", block)
    }
    return file
  }

  private mutating func index(of text: String) -> UInt64 {
    let bytes = Array(text.utf8)
    if let index = strings.firstIndex(of: bytes) { return UInt64(index) }
    strings.append(bytes)
    return UInt64(strings.count - 1)
  }

  private static func blob(_ type: String, _ data: [UInt8]) -> [UInt8] {
    var blob: [UInt8] = []
    bytes(1, data, to: &blob)
    var header: [UInt8] = []
    bytes(1, Array(type.utf8), to: &header)
    number(3, UInt64(blob.count), to: &header)
    return [0, 0, UInt8(header.count >> 8), UInt8(header.count & 0xFF)] + header + blob
  }

  private static func number(_ field: UInt64, _ value: UInt64, to output: inout [UInt8]) {
    output += varint(field << 3) + varint(value)
  }

  private static func bytes(_ field: UInt64, _ value: [UInt8], to output: inout [UInt8]) {
    output += varint(field << 3 | 2) + varint(UInt64(value.count)) + value
  }

  private static func zigzag(_ value: Int) -> UInt64 {
    UInt64(bitPattern: Int64(value << 1 ^ value >> 63))
  }

  private static func varint(_ value: UInt64) -> [UInt8] {
    var rest = value
    var bytes: [UInt8] = []
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }
}
