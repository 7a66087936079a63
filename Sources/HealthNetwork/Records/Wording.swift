public import Facts

/// Free text of records in words for readers of each language: the name of a source, a note, a
/// basis, a condition.
///
/// It changes no fact: the records keep the text as written, and answers show it in the words of
/// the reader.
public struct Wording: Hashable, Sendable {
  /// The text, exactly as records write it: the whole of it, or one of the parts between "; ".
  public var text = ""
  /// The text in Vietnamese.
  public var name = ""
  /// The text in English; the text itself where nobody gave other words.
  public var nameEn: String?
  /// Where the source can be opened.
  public var url: String?
  /// Where the words come from.
  public var provenance = Provenance()
  /// Extensions of the owner of the data.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}

extension Wording {
  /// The parts of a text between "; " that stand in no brackets.
  static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var open = ""
    for piece in text.split(separator: "; ", omittingEmptySubsequences: false) {
      open = open.isEmpty ? String(piece) : open + "; " + String(piece)
      let depth = open.utf8.reduce(0) { depth, byte in
        byte == UInt8(ascii: "(") ? depth + 1 : byte == UInt8(ascii: ")") ? depth - 1 : depth
      }
      guard depth <= 0 else { continue }
      parts.append(open)
      open = ""
    }
    return open.isEmpty ? parts : parts + [open]
  }
}

extension Network {
  /// The wording of a text, or of a part of it.
  ///
  /// - Parameter text: The text as records write it.
  /// - Returns: The record; nil where nobody put the text into other words.
  /// - Complexity: O(log *n*), where *n* is the number of wordings.
  public func wording(of text: String) -> Wording? {
    var low = records.wordings.startIndex
    var high = records.wordings.endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if records.wordings[middle].record.text < text { low = middle + 1 } else { high = middle }
    }
    guard low < records.wordings.endIndex, records.wordings[low].record.text == text else {
      return nil
    }
    return records.wordings[low].record
  }

  /// Free text of records in words for readers of both languages.
  ///
  /// A text of several parts, as a list of sources is, is put into words part by part;
  /// what nobody put into words stays as written.
  ///
  /// - Parameter text: The text as records write it.
  /// - Returns: The text in Vietnamese and in English.
  public func words(_ text: String) -> (vi: String, en: String) {
    if let wording = wording(of: text) { return (wording.name, wording.nameEn ?? text) }
    guard !records.wordings.isEmpty else { return (text, text) }
    let parts = Wording.parts(of: text).map { part in
      let wording = wording(of: part)
      return (vi: wording?.name ?? part, en: wording?.nameEn ?? part)
    }
    return (
      parts.map(\.vi).joined(separator: "; "), parts.map(\.en).joined(separator: "; ")
    )
  }
}
