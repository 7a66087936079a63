/// Addresses of pages inside sentences.
enum PageNames {
  /// A text with the name of the site in place of each address: a line of an answer has no room for a
  /// hundred letters, and a half address opens nothing.
  ///
  ///     PageNames.short("https://www.vtv.vn/a/b.htm; VNSA")   // "vtv.vn; VNSA"
  static func short(_ text: String) -> String {
    guard text.contains("://") else { return text }
    return text.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
      guard let mark = word.firstRange(of: "://") else { return String(word) }
      let head = word[..<mark.lowerBound]
      guard head.hasSuffix("http") || head.hasSuffix("https") else { return String(word) }
      let opening = head.prefix { $0 == "(" || $0 == "“" }
      let rest = word[mark.upperBound...]
      let host = rest.prefix { !"/;,)".contains($0) }
      let closing = rest.reversed().prefix { ");,".contains($0) }.reversed()
      let site = host.hasPrefix("www.") ? host.dropFirst(4) : host
      return String(opening) + String(site) + String(closing)
    }.joined(separator: " ")
  }
}
