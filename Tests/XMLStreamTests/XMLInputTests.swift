import Files
import Glibc
import Testing

@testable import XMLStream

@Suite struct XMLInputTests {
  /// The document of 30,000 facilities, longer than several blocks, with a tag, a text, a comment
  /// and a section on every possible block border.
  private static let long: String = {
    let parts = (0..<30_000).map { i in
      "<facility id='f\(i)' name='ệ > \(i)'><note>a&lt;ệ<!-- <x> --><![CDATA[<]]></note></facility>\r\n"
    }
    return "<?xml version='1.0'?>\r\n<network xmlns='urn:t'>\n" + parts.joined() + "</network>\n"
  }()

  private func check(_ reader: consuming XMLReader) throws {
    var reader = reader
    var count = 0
    while try reader.next() != .endOfDocument {
      guard reader.event == .start, reader.name == 1 else { continue }
      let id = reader.attribute(2)
      let name = reader.attribute(7)
      let line = reader.line
      try reader.next()
      let note = try reader.readText()
      #expect(id == "f\(count)" && name == "ệ > \(count)" && note == "a<ệ<")
      #expect(line == count + 3)
      count += 1
    }
    let problems = reader.problems
    #expect(count == 30_000)
    #expect(problems == [])
  }

  @Test func `a long document is read whole, block by block`() throws {
    try check(reader(Self.long, schema: schema()))
  }

  @Test(arguments: [true, false])
  func `UTF-16 is read like UTF-8`(isBigEndian: Bool) throws {
    var bytes: [UInt8] = isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    for unit in Self.long.utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      bytes.append(isBigEndian ? high : low)
      bytes.append(isBigEndian ? low : high)
    }
    try check(XMLReader(bytes: bytes, path: "t.xml", names: names, schema: schema()))
    // Beyond the first plane, and with a declaration that says something else.
    let text = Array("\u{FEFF}<?xml version='1.0' encoding='UTF-8'?><a>🏥</a>".utf16)
    bytes = text.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var reader = try XMLReader(bytes: bytes, path: "t.xml", names: names, schema: nil)
    try reader.next()
    let hospital = try reader.readText()
    #expect(hospital == "🏥")
  }

  @Test func `a file is read, with a byte order mark or without`() throws {
    for mark in ["", "\u{FEFF}"] {
      try withFile(Array((mark + Self.long).utf8)) { path in
        try check(XMLReader(path: path, names: names, namespace: "urn:t", schema: schema()))
      }
    }
  }

  @Test func `a packed file is refused, not unpacked`() throws {
    try withFile([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]) { path in
      var reader = try XMLReader(path: path, names: names, schema: nil)
      let error = #expect(throws: DocumentError.self) { try reader.next() }
      #expect(error?.description == "\(path):1: is packed (gzip); unpack it first")
    }
  }

  @Test(arguments: ["/", "/dev/zero", "/nonexistent.xml", "http://127.0.0.1:9/a.xml"])
  func `what is not a regular file is not read`(path: String) {
    let error = #expect(throws: DocumentError.self) {
      _ = try XMLReader(path: path, names: names, schema: nil)
    }
    #expect(error?.kind == .unreadable)
    #expect(error?.path == path)
  }

  @Test func `a pipe that nobody writes to is not waited for`() throws {
    try withFile([]) { path in
      let pipe = path + ".pipe"
      let made = unsafe mkfifo(pipe, 0o600)
      #expect(made == 0)
      defer { _ = unsafe unlink(pipe) }
      #expect(throws: DocumentError.self) {
        _ = try XMLReader(path: pipe, names: names, schema: nil)
      }
    }
  }

  private func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    var template = Array("/tmp/tuyen-xml-XXXXXX".utf8CString)
    let descriptor = unsafe mkstemp(&template)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer {
      close(descriptor)
      _ = unsafe unlink(path)
    }
    let written = unsafe write(descriptor, bytes, bytes.count)
    #expect(written == bytes.count)
    try body(path)
  }
}
