/// Addresses of pages inside sentences.
enum PageNames {
  /// A text with the name of the site in place of each address: a line of an answer has no room for a
  /// hundred letters, and a half address opens nothing.
  ///
  ///     PageNames.short("https://www.vtv.vn/a/b.htm; VNSA")   // "vtv.vn; VNSA"
  static func short(_ text: String) -> String {
    guard text.contains("://") else { return text }
    return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard let scheme = word.firstRange(of: "://"),
        word[..<scheme.lowerBound].hasSuffix("http") || word[..<scheme.lowerBound].hasSuffix("https")
      else { return String(word) }
      let before = word[..<scheme.lowerBound].prefix { $0 == "(" || $0 == "“" }
      let rest = word[scheme.upperBound...]
      let host = rest.prefix { $0 != "/" && $0 != ";" && $0 != "," && $0 != ")" }
      let after = String(rest.reversed().prefix { $0 == ")" || $0 == ";" || $0 == "," }.reversed())
      return before + (host.hasPrefix("www.") ? host.dropFirst(4) : host) + after
    }.joined(separator: " ")
  }
}
