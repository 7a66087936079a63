import Files
import Formats
import HTTPTypes

/// The parts of a body of `multipart/form-data` (RFC 7578), as forms of pages and `curl -F` send them.
struct MultipartForm {
  /// A part.
  struct Part {
    /// The name of the field.
    var name: String
    /// The name of the file, without folders; nil where there is none.
    var file: String?
    /// The bytes.
    var bytes: [UInt8]
  }

  /// The parts in order.
  private(set) var parts: [Part] = []

  /// How many parts a form may have.
  private static let mostParts = 64

  /// Reads a body.
  ///
  /// - Parameters:
  ///   - bytes: The body.
  ///   - contentType: The header that names the boundary.
  /// - Throws: `Problem` where it is malformed.
  init(_ bytes: [UInt8], contentType: String) throws(Problem) {
    guard let boundary = MultipartForm.parameter("boundary", of: contentType),
      (1...70).contains(boundary.utf8.count)
    else { throw .badForm }
    // Read with a line break before the first mark, so that all marks look the same.
    let body = [0x0D, 0x0A] + bytes
    let mark = Array("\r\n--\(boundary)".utf8)
    guard var start = MultipartForm.find(mark, in: body, from: 0) else { throw .badForm }
    while true {
      let after = start + mark.count
      if body[after...].starts(with: Array("--".utf8)) { return }
      guard body[after...].starts(with: [0x0D, 0x0A]),
        let end = MultipartForm.find(mark, in: body, from: after)
      else { throw .badForm }
      guard parts.count < MultipartForm.mostParts else { throw .badForm }
      parts.append(try MultipartForm.part(Array(body[after..<end])))
      start = end
    }
  }

  /// A part: headers, an empty line, bytes.
  private static func part(_ bytes: [UInt8]) throws(Problem) -> Part {
    guard let gap = find(Array("\r\n\r\n".utf8), in: bytes, from: 0),
      let head = String(validating: bytes[..<gap], as: UTF8.self)
    else { throw .badForm }
    for line in head.split(separator: "\r\n") {
      guard let colon = line.firstIndex(of: ":"),
        line[..<colon].lowercased() == "content-disposition"
      else { continue }
      let value = String(line[line.index(after: colon)...])
      guard let name = parameter("name", of: value) else { throw .badForm }
      return Part(
        name: name, file: parameter("filename", of: value).map(fileName),
        bytes: Array(bytes[(gap + 4)...]))
    }
    throw .badForm
  }

  /// A name of a file as messages may show it: no folder, no control sign, not without end.
  static func fileName(_ text: String) -> String {
    let last = text.split { $0 == "/" || $0 == "\\" }.last ?? ""
    return String(String(last).withoutControls.prefix(100))
  }

  /// A parameter of a header, with or without quotation marks.
  static func parameter(_ name: String, of header: String) -> String? {
    var rest = header.drop { $0 != ";" }
    while let sign = rest.first, sign == ";" {
      rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
      let key = rest.prefix { $0 != "=" && $0 != ";" }
      rest = rest.dropFirst(key.count)
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst()
      var value = ""
      if rest.first == "\"" {
        rest = rest.dropFirst()
        while let sign = rest.first, sign != "\"" {
          rest = rest.dropFirst()
          if sign == "\\", let escaped = rest.first {
            value.append(escaped)
            rest = rest.dropFirst()
          } else {
            value.append(sign)
          }
        }
        rest = rest.dropFirst().drop { $0 != ";" }
      } else {
        let plain = rest.prefix { $0 != ";" }
        value = String(plain.filter { $0 != " " })
        rest = rest.dropFirst(plain.count)
      }
      if key.lowercased() == name { return value }
    }
    return nil
  }

  /// Where bytes begin in others.
  private static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= needle.count, start <= bytes.count - needle.count else { return nil }
    var index = start
    while index <= bytes.count - needle.count {
      if bytes[index] == needle[0], bytes[index..<(index + needle.count)].elementsEqual(needle) {
        return index
      }
      index += 1
    }
    return nil
  }
}

extension Problem {
  /// A form that cannot be read.
  static let badForm = Problem(
    .badRequest, "bad-form", Bilingual("biểu mẫu sai", "the form is malformed"),
    Bilingual(
      "thân không phải multipart/form-data đúng dạng",
      "the body is no well-formed multipart/form-data"))
}
