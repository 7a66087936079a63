import CLibXML2

/// The initialisation of libxml2, once for each process, and the tidying of its messages.
enum LibXML {
  /// Prepares libxml2 for use on any thread and forbids it to load anything by itself; while a schema
  /// of several parts is compiled, it may have these.
  ///
  /// The loader is the process's: other users of libxml2 in it cannot load external files either.
  static let prepare: Void = {
    xmlInitParser()
    unsafe xmlSetExternalEntityLoader { unsafe SchemaParts.input($0, $2) }
  }()

  /// Returns libxml2's words as one line, without `{namespace}` and `[facet]` parts, cut to a bearable length.
  static func tidied(_ message: UnsafePointer<CChar>?) -> String {
    guard let message = unsafe message else { return "not well-formed" }
    var words = unsafe String(cString: message)
    // "[facet 'enumeration'] The value …" says the same twice.
    if let start = words.firstRange(of: "[facet '"),
      let end = words[start.upperBound...].firstRange(of: "'] ")
    {
      words.removeSubrange(start.lowerBound..<end.upperBound)
    }
    var result = String.UnicodeScalarView()
    var scalars = Substring(words).unicodeScalars
    var kept = 0
    while let scalar = scalars.first {
      if scalar == "{", let end = endOfNamespace(in: scalars) {
        scalars = scalars[end...]
        continue
      }
      scalars.removeFirst()
      let isBlank = scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
      if isBlank {
        if result.last != " " { result.append(" ") }
      } else {
        result.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
      }
      kept += 1
      if kept == 600 {
        result.append(contentsOf: " …".unicodeScalars)
        break
      }
    }
    while let last = result.last, last == " " || last == "." { result.removeLast() }
    return String(result)
  }

  /// Returns the place after `{namespace}` at the start, if a name follows it.
  private static func endOfNamespace(
    in scalars: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView.Index? {
    guard
      let close = scalars.prefix(200).firstIndex(where: {
        $0 == "}" || $0 == " " || $0 == "'" || $0 == "\n"
      }), scalars[close] == "}"
    else { return nil }
    let next = scalars.index(after: close)
    guard next < scalars.endIndex else { return nil }
    let first = scalars[next]
    return first.properties.isXIDStart || first == "_" || first == "*" ? next : nil
  }
}
