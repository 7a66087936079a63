/// Messages that are made where only English is at hand, and their Vietnamese.
///
///     let book = PhraseBook([("there is no %1 \"%2\"", "không có %1 \"%2\"")])
///     book.vietnamese(of: "there is no node \"a\"")   // không có node "a"
///
/// A phrase holds `%1`, `%2` … for what stands there as it is, and `%*` for a rest that is a phrase
/// itself. The first phrase that fits is taken.
package struct PhraseBook: Sendable {
  /// A phrase in both languages, the English one in pieces.
  private struct Phrase: Sendable {
    /// The words between the places, in order.
    let pieces: [String]
    /// The name of each place: a digit, or `*`.
    let marks: [Character]
    let vietnamese: String

    init(_ english: String, _ vietnamese: String) {
      var pieces = [""]
      var marks: [Character] = []
      var isMark = false
      for letter in english {
        if isMark {
          marks.append(letter)
          pieces.append("")
          isMark = false
        } else if letter == "%" {
          isMark = true
        } else {
          pieces[pieces.count - 1].append(letter)
        }
      }
      self.pieces = pieces
      self.marks = marks
      self.vietnamese = vietnamese
    }

    /// The texts in the places of a message; nil where it is another message.
    func places(in message: Substring) -> [Substring]? {
      guard message.hasPrefix(pieces[0]) else { return nil }
      var rest = message.dropFirst(pieces[0].count)
      var found: [Substring] = []
      for index in marks.indices {
        let piece = pieces[index + 1]
        if index == marks.count - 1 {
          guard rest.hasSuffix(piece) else { return nil }
          found.append(rest.dropLast(piece.count))
          return found
        }
        guard let range = rest.firstRange(of: piece) else { return nil }
        found.append(rest[..<range.lowerBound])
        rest = rest[range.upperBound...]
      }
      return rest.isEmpty ? found : nil
    }
  }

  private let phrases: [Phrase]

  /// Creates a book.
  ///
  /// - Parameter phrases: The phrases in English and Vietnamese.
  package init(_ phrases: [(String, String)]) {
    self.phrases = phrases.map { Phrase($0.0, $0.1) }
  }

  /// The message in Vietnamese.
  ///
  /// - Parameter message: The message in English.
  /// - Returns: Nothing for one that is not known.
  package func vietnamese(of message: String) -> String? { vietnamese(of: message[...], depth: 0) }

  private func vietnamese(of message: Substring, depth: Int) -> String? {
    guard depth < 4 else { return nil }
    for phrase in phrases {
      guard let places = phrase.places(in: message) else { continue }
      var text = phrase.vietnamese
      for (mark, place) in zip(phrase.marks, places) {
        let words =
          mark == "*" ? vietnamese(of: place, depth: depth + 1) ?? String(place) : String(place)
        guard let range = text.firstRange(of: "%\(mark)") else { continue }
        text.replaceSubrange(range, with: words)
      }
      return text
    }
    return nil
  }
}
