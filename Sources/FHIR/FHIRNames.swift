import HealthNetwork

/// Ids and URIs that FHIR allows, made of ours; the same for the same text everywhere.
enum FHIRNames {
  /// The id of a resource: our id where FHIR allows it, else a digest of it.
  static func id(_ id: String) -> String {
    let isAllowed =
      (1...64).contains(id.utf8.count)
      && id.utf8.allSatisfy { byte in isPlain(byte) }
    return isAllowed ? id : "id-" + digest(id)
  }

  /// The `urn:uuid` of a resource, of version 8 (RFC 9562): made of its type and id.
  static func uuid(_ type: String, _ id: String) -> String {
    var digits = Array(digest(type + "/" + id).utf8)
    digits[12] = UInt8(ascii: "8")
    digits[16] = UInt8(ascii: "a")
    var text = "urn:uuid:"
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { text += "-" }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return text
  }

  /// What the id of a statement's HealthcareService is made of.
  static func serviceID(of capability: Capability) -> String {
    [capability.facility, capability.code, capability.statement].compactMap { $0 }
      .joined(separator: ".")
  }

  /// 32 hexadecimal digits of a text, which tell texts apart and protect nothing.
  ///
  /// FNV-1a, and a second number from another start with another multiplier.
  static func digest(_ text: String) -> String {
    var first: UInt64 = 0xcbf2_9ce4_8422_2325
    var second: UInt64 = 0x9ae1_6a3b_2f90_404f
    for byte in text.utf8 {
      first = (first ^ UInt64(byte)) &* 0x100_0000_01b3
      second = (second ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
      second ^= second >> 29
    }
    return [first, second].map { number in
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// A text within a URI: what a URI does not allow is written as `%` and two digits.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      if isPlain(byte) || [0x5F, 0x3A, 0x2F].contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text that was escaped.
  static func unescaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Letters, digits, `-` and `.`.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == 0x2D || byte == 0x2E
  }
}
