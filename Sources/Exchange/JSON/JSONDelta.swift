import Files
import Formats
import XMLStream

/// A delta document in JSON, as the XML document that says the same.
///
///     {"network": "hcmc-mekong", "asOf": "2026-11-25T00:00:00+07:00",
///      "records": {"closure": [{"id": "x", "crossing": "Cầu Rạch Miễu 2 (QL60)"}]}}
///
/// The attributes of the root are members, and `records` holds a list of objects for each kind of
/// record: an attribute is a text, a number or a truth value, and elements in it are lists of
/// objects. The schema of XML validates both, so that they cannot drift apart; errors get the line and the
/// JSON Pointer of the text that was given.
struct JSONDelta {
  /// The document in XML.
  private(set) var bytes: [UInt8] = []
  /// The objects, by the lines of XML on which their elements begin or end.
  private var places: [(line: Int, object: JSONDeltaObject.Place)] = []
  private let name: String

  /// Whether a source holds JSON; a pipe is not looked into.
  static func isJSON(_ source: DataSource) -> Bool {
    let beginning: [UInt8]
    switch source {
    case .standardInput: return false
    case .bytes(let bytes, _): beginning = bytes
    case .file(let path):
      guard FileStamp(path: path) != nil,
        let block = try? BlockReader(source).next()
      else { return false }
      beginning = block
    }
    let text = beginning.starts(with: [0xEF, 0xBB, 0xBF]) ? beginning.dropFirst(3) : beginning[...]
    return text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
  }

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - source: The document.
  ///   - limits: The limits that it must stay within.
  /// - Throws: `DocumentError` where it is no JSON, or not of this form.
  init(_ source: DataSource, limits: XMLLimits) throws(DocumentError) {
    name = source.name
    var bounds = JSONLimits()
    bounds.documentBytes = limits.documentBytes
    bounds.depth = 12
    bounds.textBytes = limits.textBytes
    bounds.seconds = limits.seconds
    var reader = try JSONReader(source, limits: bounds)
    let root = try JSONDeltaObject(rootOf: &reader, name)
    var writer = XMLWriter()
    writer.declaration()
    var line = 1
    var counted = 0
    func note(_ object: JSONDeltaObject.Place) {
      for byte in writer.bytes[counted...] where byte == 0x0A { line += 1 }
      counted = writer.bytes.count
      places.append((line, object))
    }
    // Members of an object have no order; elements have that of the schema.
    let rules = ExchangeSchema.rules
    func write(_ object: JSONDeltaObject, _ kind: Int?, isRoot: Bool = false) {
      writer.start(object.name)
      note(object.place)
      if isRoot { writer.attribute("xmlns", ExchangeSchema.namespace) }
      for attribute in object.attributes {
        writer.attribute(attribute.name, attribute.text)
      }
      if let text = object.text { writer.text(text) }
      let children = object.children.enumerated().map { index, child in
        let found = kind.flatMap { kind in
          Term.names.code(of: "\(child.name)").flatMap { rules?.child($0, of: kind) }
        }
        return (
          child: child, place: isRoot ? 0 : found?.place ?? 0, index: index, kind: found?.kind
        )
      }
      for part in children.sorted(by: { ($0.place, $0.index) < ($1.place, $1.index) }) {
        write(part.child, part.kind)
      }
      writer.end()
      note(object.place)
    }
    write(root, rules?.rootKind, isRoot: true)
    bytes = writer.bytes
  }

  /// An error of the XML document, at its place in the JSON document.
  func placed(_ error: DocumentError) -> DocumentError {
    guard error.line > 0, let found = places.last(where: { $0.line <= error.line }) else {
      return error
    }
    let member = JSONDelta.attribute(named: error.message).flatMap { name in
      found.object.members.first { $0.name == name }
    }
    let pointer = found.object.pointer + (member.map { "/" + $0.name } ?? "")
    var placed = error
    placed.line = member?.line ?? found.object.line
    placed.message = JSONDelta.message(error.message, at: pointer)
    placed.vi = error.vi.map { JSONDelta.message($0, at: pointer) }
    return placed
  }

  /// A message with its place in front; the root has the empty pointer.
  static func message(_ text: String, at pointer: String) -> String {
    pointer.isEmpty ? text : "\(pointer): \(text)"
  }

  /// The attribute that a message is about: the reader's own begin with it, those of the schema quote it.
  private static func attribute(named message: String) -> String? {
    if let mark = message.firstRange(of: "ttribute '") {
      return String(message[mark.upperBound...].prefix { $0 != "'" })
    }
    guard let mark = message.firstRange(of: " is ") else { return nil }
    return String(message[..<mark.lowerBound])
  }
}
