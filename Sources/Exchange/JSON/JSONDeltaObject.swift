import Files
import Formats

/// An object of a delta document in JSON: the element that it stands for.
struct JSONDeltaObject {
  /// Where an object or a member of it stands.
  struct Place {
    /// The JSON Pointer (RFC 6901) of the object.
    var pointer: String
    /// The line on which it begins.
    var line: Int
    /// The members that are attributes, and their lines.
    var members: [(name: String, line: Int)] = []
  }

  /// The name of the element.
  let name: StaticString
  private(set) var place: Place
  private(set) var attributes: [(name: StaticString, text: String)] = []
  private(set) var children: [JSONDeltaObject] = []
  /// The text in it: that of an extension.
  private(set) var text: String?
  private let document: String

  /// The member of the root that holds the records.
  private static let records = "records"
  /// The names that documents have, as the writer of XML takes them.
  private static let names: [String: StaticString] = Dictionary(
    uniqueKeysWithValues: Term.allCases.map { ("\($0.name)", $0.name) })

  /// Reads the whole document.
  init(rootOf reader: inout JSONReader, _ document: String) throws(DocumentError) {
    guard try reader.next() == .beginObject else {
      throw reader.error(.invalid, "expected an object")
    }
    self.init(Term.exchange.name, "", reader.line, document)
    while case .key(let key) = try reader.next() {
      if key == JSONDeltaObject.records {
        try readRecords(&reader)
      } else {
        try readAttribute(key, try reader.next(), &reader)
      }
    }
    guard try reader.next() == .endOfDocument else {
      throw reader.error(.invalid, "found a second value; expected the end of the document")
    }
    // A document in JSON is a delta of this version, unless it says otherwise.
    let given = Set(place.members.map(\.name))
    if !given.contains("version") { attributes.append((Term.version.name, "1.0")) }
    if !given.contains("kind") { attributes.append((Term.kind.name, "delta")) }
  }

  private init(_ name: StaticString, _ pointer: String, _ line: Int, _ document: String) {
    self.name = name
    self.document = document
    place = Place(pointer: pointer, line: line)
  }

  /// Reads the records: a list for each kind.
  private mutating func readRecords(_ reader: inout JSONReader) throws(DocumentError) {
    let pointer = "/" + JSONDeltaObject.records
    guard try reader.next() == .beginObject else {
      throw wrong(
        pointer, reader.line, "expected an object of lists, one for each kind of record",
        "phải là một đối tượng, mỗi loại bản ghi một danh sách")
    }
    while case .key(let kind) = try reader.next() {
      let place = pointer + "/" + JSONDeltaObject.escaped(kind)
      let name = try spelling(of: kind, place, reader.line)
      guard try reader.next() == .beginArray else {
        throw wrong(
          place, reader.line, "expected a list of records", "phải là một danh sách bản ghi")
      }
      try readChildren(name, place, &reader)
    }
  }

  /// Reads the objects of a list, to its end.
  private mutating func readChildren(
    _ name: StaticString, _ pointer: String, _ reader: inout JSONReader
  ) throws(DocumentError) {
    var index = 0
    var event = try reader.next()
    while event != .endArray {
      let place = "\(pointer)/\(index)"
      guard event == .beginObject else {
        throw wrong(place, reader.line, "expected an object", "phải là một đối tượng")
      }
      var child = JSONDeltaObject(name, place, reader.line, document)
      while case .key(let key) = try reader.next() {
        try child.readMember(key, &reader)
      }
      children.append(child)
      index += 1
      event = try reader.next()
    }
  }

  private mutating func readMember(
    _ key: String, _ reader: inout JSONReader
  ) throws(DocumentError) {
    let event = try reader.next()
    guard event == .beginArray else { return try readAttribute(key, event, &reader) }
    // An element of the same name as an attribute has the plural, as answers write it.
    let isPlural = key.hasSuffix("s") && JSONDeltaObject.names[key] == nil
    let pointer = place.pointer + "/" + JSONDeltaObject.escaped(key)
    let name = try spelling(of: isPlural ? String(key.dropLast()) : key, pointer, reader.line)
    try readChildren(name, pointer, &reader)
  }

  private mutating func readAttribute(
    _ key: String, _ event: JSONEvent, _ reader: inout JSONReader
  ) throws(DocumentError) {
    let pointer = place.pointer + "/" + JSONDeltaObject.escaped(key)
    let attribute = try spelling(of: key, pointer, reader.line)
    let value: String
    switch event {
    case .string(let text), .number(let text): value = text
    case .bool(let flag): value = flag ? "true" : "false"
    default:
      throw wrong(
        pointer, reader.line,
        "expected a text, a number or a truth value; leave out what is not known",
        "phải là chữ, số hoặc true/false; điều chưa biết thì bỏ đi")
    }
    if "\(name)" == "\(Term.extension.name)", key == "text" {
      text = value
    } else {
      attributes.append((attribute, value))
      place.members.append((key, reader.line))
    }
  }

  /// The name as the writer takes it; one that no document has, XML may not even be able to write.
  private func spelling(
    of name: String, _ pointer: String, _ line: Int
  ) throws(DocumentError) -> StaticString {
    guard let spelling = JSONDeltaObject.names[name] else {
      throw wrong(pointer, line, "there is no such name", "không có tên này")
    }
    return spelling
  }

  private func wrong(
    _ pointer: String, _ line: Int, _ message: String, _ vi: String
  ) -> DocumentError {
    DocumentError(
      kind: .invalid, path: document, line: line,
      message: JSONDelta.message(message, at: pointer), vi: JSONDelta.message(vi, at: pointer))
  }

  /// A key as JSON Pointers write it.
  private static func escaped(_ key: String) -> String {
    key.prefix(100).map { letter in
      switch letter {
      case "~": "~0"
      case "/": "~1"
      default: String(letter)
      }
    }.joined()
  }
}
