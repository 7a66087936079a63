/// Sentences in another language, by those they stand for: a catalogue of GNU gettext (.po).
///
///     msgid "Show the version."
///     msgstr "In phiên bản."
///
/// Of the format (https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html) it reads what a
/// catalogue without plurals and contexts holds: comments, and texts over several quoted lines.
struct MessageCatalogue {
  /// The translations, by the text in English.
  private(set) var translations: [String: String] = [:]

  /// Reads a catalogue.
  ///
  /// - Complexity: O(characters).
  init(_ text: String) {
    var (id, translation) = ("", "")
    var isTranslation = false
    // By bytes: every command that ends with a word reads all of it, and letters cost ten times more.
    for line in text.utf8.split(separator: UInt8(ascii: "\n")).map(Substring.init) {
      if line.hasPrefix("msgid ") {
        keep(id, translation)
        (id, translation, isTranslation) = (Self.unquoted(line.dropFirst(6)), "", false)
      } else if line.hasPrefix("msgstr ") {
        (translation, isTranslation) = (Self.unquoted(line.dropFirst(7)), true)
      } else if line.hasPrefix("\"") {
        if isTranslation { translation += Self.unquoted(line) } else { id += Self.unquoted(line) }
      }
    }
    keep(id, translation)
  }

  /// The sentence in the catalogue's language; where it has none, as it is.
  func callAsFunction(_ text: String) -> String { translations[text] ?? text }

  private mutating func keep(_ id: String, _ translation: String) {
    // The first entry of a catalogue is its head: the translation of nothing.
    guard !id.isEmpty, !translation.isEmpty else { return }
    translations[id] = translation
  }

  private static func unquoted(_ line: Substring) -> String {
    let inner = line.dropFirst().dropLast()
    guard inner.utf8.contains(UInt8(ascii: "\\")) else { return String(inner) }
    var text = ""
    var isEscaped = false
    for character in inner {
      if isEscaped {
        text.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }
}
