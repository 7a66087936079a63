/// A wrong use of the command line, as ArgumentParser tells it, in another language.
struct UsageError {
  /// The texts.
  let catalogue: MessageCatalogue

  /// The sentences, with `{}` where a name or value of the user stands.
  static let patterns = [
    "Unknown option '{}'. Did you mean '{}'?",
    "Unknown option '{}'",
    "Invalid option: {}",
    "Missing required subcommand.",
    "Missing value for '{}'",
    "The option '{}' does not take any value, but '{}' was specified.",
    "Unexpected argument '{}'",
    "{} unexpected arguments: '{}'",
    "Value to be set with {} had already been set with {}",
    "Missing expected argument '{}'",
    "Missing one of: '{}'",
    "The value '{}' is invalid for '{}'. Please provide one of the following:",
    "The value '{}' is invalid for '{}'. Please provide one of {}.",
    "The value '{}' is invalid for '{}': {}",
    "The value '{}' is invalid for '{}'",
    "See '{}' for more information.",
  ]

  /// The sentences of our own, by which commands refuse options that do not go together.
  static let refusals = [
    "--scenario is no part of a network's documents; import it as a file",
    "--scenario is no part of a network's documents",
    "--force needs --out FILE or --split DIR",
    "--force needs --output FILE",
    "--force needs --out FILE",
    "--link takes NEW=OLD, two ids",
    "--sheet and --encoding need a table",
    "only one of --from-file and --to-file can be standard input",
    "a matrix is printed as csv, json (one line an origin) or xlsx",
    "give folders or --network, not both",
    "say where to: --out DIR, --into NETWORK, or both",
    "--join-limit is 0 to 5000 metres, --snap-limit 0 to 100000",
    "--join-limit and --snap-limit need --into NETWORK",
    "give a name, or --crossings",
    "--kind does not go with --crossings",
    "--field needs a FACT",
    "give --out FILE or --split DIR, not both",
    "--split cannot divide the records of a --scenario; use --out",
    "--split divides --as native only; use --out",
    "--as {} does not write --records {}; these do: {}",
    "--format csv prints one part; give --part once",
  ]

  /// The message, line by line.
  ///
  /// - Parameter message: As `fullMessage(for:)` gives it: an error, the help of the argument, the usage.
  /// - Returns: The message in the catalogue's language.
  func text(of message: String) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line(String($0)) }.joined(separator: "\n")
  }

  private func line(_ line: String) -> String {
    for head in ["Error: ", "Help:  ", "Usage: "] where line.hasPrefix(head) {
      let rest = String(line.dropFirst(head.count))
      let told = head == "Help:  " ? argument(rest) : head == "Error: " ? sentence(rest) : rest
      return catalogue(head) + told
    }
    let margin = line.prefix { $0 == " " }
    return margin + sentence(String(line.dropFirst(margin.count)))
  }

  /// The help of an argument: its label, two spaces, its sentence.
  private func argument(_ text: String) -> String {
    guard let gap = text.firstRange(of: "  ") else { return text }
    return text[..<gap.upperBound] + catalogue(String(text[gap.upperBound...]))
  }

  private func sentence(_ text: String) -> String {
    for pattern in Self.patterns + Self.refusals {
      guard let parts = Self.parts(of: text, in: pattern) else { continue }
      var translation = catalogue(pattern)
      for part in parts {
        guard let place = translation.firstRange(of: "{}") else { break }
        translation.replaceSubrange(place, with: listed(part))
      }
      return translation
    }
    return text
  }

  /// The words between the last values of a list.
  private func listed(_ part: String) -> String {
    part.replacing("' or '", with: "\(catalogue("' or '"))")
      .replacing("' and '", with: "\(catalogue("' and '"))")
  }

  /// The texts at the gaps of a pattern; nil where a text is not made by it.
  static func parts(of text: String, in pattern: String) -> [String]? {
    let fixed = pattern.split(separator: "{}", omittingEmptySubsequences: false)
    guard let first = fixed.first, let last = fixed.last, text.hasPrefix(first),
      text.hasSuffix(last), text.count >= first.count + last.count
    else { return nil }
    if fixed.count == 1 { return text == pattern ? [] : nil }
    var rest = text.dropFirst(first.count).dropLast(last.count)
    var parts: [String] = []
    for piece in fixed.dropFirst().dropLast() {
      guard let place = rest.firstRange(of: piece) else { return nil }
      parts.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    return parts + [String(rest)]
  }
}
