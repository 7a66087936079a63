/// Text broken into lines that a screen holds.
public enum Paragraph {
  /// The width of a page where no screen says its own: the same answer is the same text in every file.
  public static let width = 80

  /// A space at which no line is broken, as between a number and its unit.
  public static let joint = "\u{A0}"

  /// The units that stay with their number: 24 km, 1 giờ, 5 %.
  private static let units: Set<String> = ["%", "giờ", "h", "km", "m", "min", "phút"]

  /// The words of a text, a number and its unit as one.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    for word in text.split(separator: " ") {
      let unit = String(word.prefix { !",;.:)".contains($0) })
      if let last = words.last, last.last?.isNumber == true, units.contains(unit) {
        words[words.count - 1] = last + joint + String(word)
      } else {
        words.append(String(word))
      }
    }
    return words
  }

  /// Breaks a text at its spaces, save those between a number and its unit.
  ///
  /// - Parameters:
  ///   - text: The text; a longer word keeps a line to itself.
  ///   - width: The most letters of a line.
  ///   - limit: The most lines; what is left over becomes "…".
  /// - Returns: At least one line.
  public static func lines(_ text: String, width: Int, limit: Int = .max) -> [String] {
    var lines = [""]
    for word in words(text) {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = word
      } else if last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else if lines.count < limit {
        lines.append(word)
      } else {
        lines[lines.count - 1] = cut(last, to: width - 2) + " …"
        break
      }
    }
    return lines.map { $0.replacing(joint, with: " ") }
  }

  /// The whole words at the beginning of a line for which there is room; a long word alone is cut.
  private static func cut(_ line: String, to width: Int) -> String {
    guard line.count > width else { return line }
    let room = line.prefix(max(1, width) + 1)
    guard let blank = room.lastIndex(of: " ") else { return String(room.dropLast()) }
    return String(room[..<blank])
  }

  /// Breaks a text into lines, the first behind a head and the others below it.
  public static func lines(_ head: String, _ text: String, width: Int = Paragraph.width) -> [String]
  {
    let margin = String(repeating: " ", count: head.count)
    return lines(text, width: width - head.count).enumerated().map { index, line in
      (index == 0 ? head : margin) + line
    }
  }

  /// Breaks the lines of a text that a screen does not hold, below where they begin.
  ///
  /// Lines in columns, which have two blanks side by side, stay as they are.
  public static func fitted(_ text: String, width: Int) -> String {
    guard text.utf8.count > width else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.utf8.count > width, line.count > width else { return String(line) }
      let words = line.drop { $0 == " " }
      guard words.firstRange(of: "  ") == nil else { return String(line) }
      let margin = String(line.prefix(line.count - words.count))
      return lines(margin, String(words), width: width).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
