import Foundation

/// Writes texts into a Swift file as literals, which the compiler takes in a moment; the numbers that
/// SwiftPM's own `.embedInCode` writes take it a minute for a page.
///
///     embed-text OUTPUT TYPE FILE…
///
/// makes an extension of `TYPE` with `static let embedded: [(name: String, text: String, isBase64: Bool)]`;
/// what is no text in UTF-8, as a picture, is written in base 64.
@main
struct EmbedText {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 3 else {
      throw EmbedError(message: "usage: embed-text OUTPUT TYPE FILE…")
    }
    var source = "// Made from the files named below by tools/embed.\n"
    source += "extension \(arguments[2]) {\n"
    source += "  static let embedded: [(name: String, text: String, isBase64: Bool)] = [\n"
    for path in arguments[3...].sorted() {
      let file = URL(fileURLWithPath: path)
      let data = try Data(contentsOf: file)
      let plain = String(data: data, encoding: .utf8)
      let text = plain ?? data.base64EncodedString()
      let fence = String(repeating: "#", count: longestRun(of: "#", in: text) + 1)
      source +=
        "    (\"\(file.lastPathComponent)\", \(fence)\"\"\"\n\(text)\n\"\"\"\(fence), \(plain == nil)),\n"
    }
    source += "  ]\n}\n"
    try Data(source.utf8).write(to: URL(fileURLWithPath: arguments[1]), options: .atomic)
  }

  /// The length of the longest run of a sign, so that no line of a text can end the literal.
  private static func longestRun(of sign: Character, in text: String) -> Int {
    var (longest, run) = (0, 0)
    for character in text {
      run = character == sign ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

/// Why nothing was embedded.
struct EmbedError: Error, CustomStringConvertible {
  let message: String
  var description: String { message }
}
