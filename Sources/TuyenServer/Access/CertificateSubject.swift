/// The subject of a client's certificate, as nginx names it (RFC 2253): `CN=3f9a1c20be47,O=Bệnh viện`.
enum CertificateSubject {
  /// The common name of a subject; nil where it has none, or several.
  ///
  /// - Parameter text: The subject, as `$ssl_client_s_dn` has it.
  /// - Returns: The name, without its escapes.
  static func commonName(of text: String) -> String? {
    var names: [String] = []
    for part in parts(of: text) {
      guard let mark = part.firstIndex(of: "="), part[..<mark].uppercased() == "CN" else {
        continue
      }
      names.append(unescaped(part[part.index(after: mark)...]))
    }
    return names.count == 1 ? names[0] : nil
  }

  /// The parts between commas and pluses that no stroke escapes.
  private static func parts(of text: String) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var isEscaped = false
    for index in text.indices {
      let sign = text[index]
      if isEscaped {
        isEscaped = false
      } else if sign == "\\" {
        isEscaped = true
      } else if sign == "," || sign == "+" {
        parts.append(text[start..<index])
        start = text.index(after: index)
      }
    }
    parts.append(text[start...])
    return parts.map { $0.drop { $0 == " " } }
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for sign in text {
      if !isEscaped, sign == "\\" {
        isEscaped = true
      } else {
        isEscaped = false
        result.append(sign)
      }
    }
    return result
  }
}
