import Formats
import HealthNetwork

/// An answer that keeps the session which gave it.
protocol SessionAnswer {
  var session: NetworkSession { get }
}

/// An answer in a style, ready to be put into words.
protocol SessionReport {
  associatedtype Content: SessionAnswer

  var answer: Content { get }
  var style: AnswerStyle { get }
}

extension SessionReport {
  var language: Language { style.language }
  var network: Network { answer.session.network }

  /// A paragraph behind a head, as wide as the page.
  func paragraph(_ head: String, _ text: String) -> [String] { style.paragraph(head, text) }

  /// Free text of records, as sources and notes are, in the words of the reader.
  func words(_ text: String) -> String { network.words(text, in: language) }

  /// Free text of records where there is one.
  func words(_ text: String?) -> String? { network.words(text, in: language) }

  /// Free text of records in a table: in the words of the reader for people, as written for programs.
  func freeText(_ text: String?) -> Table.Cell {
    text.map { Table.Cell(words($0), code: $0) } ?? Table.Cell(text)
  }

  /// A capability in words.
  func name(ofCapability code: String) -> String {
    network.name(ofCapability: code, in: language)
  }
}

extension Network {
  /// A capability in words; its code where the vocabulary does not have it.
  func name(ofCapability code: String, in language: Language) -> String {
    vocabulary.capabilityTypes[code]?.name(in: language) ?? code
  }
}

extension AnswerStyle {
  /// A paragraph behind a head, as wide as the page.
  func paragraph(_ head: String, _ text: String) -> [String] {
    Paragraph.lines(head, text, width: width)
  }
}
