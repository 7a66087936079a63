import Formats
import HTTPTypes

/// The path and the query of a request, decoded.
///
/// A malformed address is refused, never guessed at: two readings of one are the root of many
/// attacks.
struct RequestTarget: Sendable {
  /// The parts of the path between slashes.
  var path: [String] = []
  /// The names and texts behind the question mark, in order.
  var query: [(name: String, value: String)] = []

  /// Reads the target of a request line.
  ///
  /// - Throws: `Problem` where it is malformed.
  init(_ text: String) throws(Problem) {
    guard text.utf8.first == UInt8(ascii: "/") else { throw .badTarget }
    let bytes = Array(text.utf8)
    // A fragment is never sent.
    guard !bytes.contains(UInt8(ascii: "#")) else { throw .badTarget }
    let mark = bytes.firstIndex(of: UInt8(ascii: "?"))
    var parts = bytes[1..<(mark ?? bytes.endIndex)]
      .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    // One slash at the end means the same.
    if parts.last?.isEmpty == true { parts.removeLast() }
    for part in parts {
      let name = try RequestTarget.decode(part, isQuery: false)
      guard !name.isEmpty, name != ".", name != ".." else { throw .badTarget }
      path.append(name)
    }
    guard let mark else { return }
    for pair in bytes[(mark + 1)...].split(separator: UInt8(ascii: "&")) {
      let equal = pair.firstIndex(of: UInt8(ascii: "="))
      let name = try RequestTarget.decode(pair[..<(equal ?? pair.endIndex)], isQuery: true)
      let value = try equal.map { at throws(Problem) in
        try RequestTarget.decode(pair[(at + 1)...], isQuery: true)
      }
      query.append((name, value ?? ""))
      guard query.count <= RequestTarget.mostParameters else { throw .badTarget }
    }
  }

  /// How many parameters a query may have.
  private static let mostParameters = 2_000

  /// Decodes percent signs, and in a query the plus signs of forms.
  private static func decode(
    _ text: ArraySlice<UInt8>, isQuery: Bool
  ) throws(Problem) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      if byte == UInt8(ascii: "+"), isQuery {
        bytes.append(UInt8(ascii: " "))
      } else if byte == UInt8(ascii: "%") {
        guard index + 1 < text.endIndex, let high = digit(text[index]),
          let low = digit(text[index + 1])
        else { throw .badTarget }
        bytes.append(high << 4 | low)
        index += 2
      } else {
        bytes.append(byte)
      }
    }
    guard let decoded = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw .badTarget
    }
    return decoded
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension Problem {
  /// An address that cannot be read.
  static let badTarget = Problem(
    .badRequest, "bad-target", Bilingual("địa chỉ sai", "the address is malformed"),
    Bilingual(
      "đường dẫn hoặc tham số không đúng dạng UTF-8 mã hóa phần trăm",
      "the path or a parameter is not percent-encoded UTF-8"))
}
