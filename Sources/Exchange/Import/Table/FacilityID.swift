import Facts
import XMLStream

/// Makes ids of facilities that are always valid: of names in any writing, and of codes with marks.
///
///     FacilityID.made(of: "Bệnh viện Đa khoa Cái Nước")   // "benh-vien-da-khoa-cai-nuoc"
///     FacilityID.repaired("BV 1/2")                       // "BV-1-2"
enum FacilityID {
  /// The most bytes of an id.
  static let mostBytes = 120
  private static let mostMade = 90

  /// Whether a text may be an id as it is.
  static func isValid(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetterOrDigit(first), text.utf8.count <= mostBytes else {
      return false
    }
    return text.utf8.allSatisfy { isLetterOrDigit($0) || ".-_:".utf8.contains($0) }
  }

  /// An id made of a name: of its Latin letters and digits, or, where it has none, of its letters'
  /// numbers.
  static func made(of name: String) -> String {
    var id = joined(plain(name).lowercased())
    if id.utf8.count > mostMade {
      id = String(decoding: id.utf8.prefix(mostMade), as: UTF8.self)
      while id.last == "-" { id.removeLast() }
      id += "-" + hash(name)
    }
    return id.isEmpty ? "x-" + hash(name) : id
  }

  /// A code as an id: what no id may hold becomes a hyphen.
  static func repaired(_ code: String) -> String {
    let id = joined(plain(code))
    return id.isEmpty || id.utf8.count > mostMade ? made(of: code) : id
  }

  /// The first of `id`, `id-place`, `id-2`, `id-3` … that is not taken.
  static func free(_ id: String, in place: String? = nil, isTaken: (String) -> Bool) -> String {
    guard isTaken(id) else { return id }
    if let place, !place.isEmpty {
      let placed = id + "-" + made(of: place)
      if placed.utf8.count <= mostBytes, !isTaken(placed) { return placed }
    }
    var number = 2
    while isTaken("\(id)-\(number)") { number += 1 }
    return "\(id)-\(number)"
  }

  /// The text in letters of ASCII where it is in Latin ones.
  private static func plain(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      if let letters = others[scalar] {
        plain += letters
      } else if scalar.value < 0x80 {
        plain.unicodeScalars.append(scalar)
      } else {
        let folded = FoldedName(NormalForm.decomposed(String(scalar))).text
        plain +=
          folded.utf8.allSatisfy { $0 < 0x80 }
          ? (folded.isEmpty ? "" : keepCase(folded, scalar)) : " "
      }
    }
    return plain
  }

  private static func keepCase(_ folded: String, _ scalar: Unicode.Scalar) -> String {
    scalar.properties.isUppercase ? folded.uppercased() : folded
  }

  /// Letters that have no mark to take off.
  private static let others: [Unicode.Scalar: String] = [
    "ı": "i", "ß": "ss", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ł": "l",
    "Ł": "L", "þ": "th", "ð": "d", "đ": "d", "Đ": "D",
  ]

  private static func joined(_ text: String) -> String {
    let parts = text.utf8.split { !isLetterOrDigit($0) && $0 != UInt8(ascii: ".") && $0 != 0x5F }
    var id = parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    while let first = id.first, first == "." || first == "_" || first == "-" { id.removeFirst() }
    return id
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// FNV-1a in eight hexadecimal digits: the same for the same name, on every machine.
  private static func hash(_ text: String) -> String {
    var hash: UInt32 = 0x811C_9DC5
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return String(hash, radix: 16)
  }
}
