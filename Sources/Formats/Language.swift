/// A language in which answers are worded.
public enum Language: String, CaseIterable, Hashable, Sendable {
  /// Vietnamese.
  case vi
  /// English.
  case en

  /// The text of the language.
  public func callAsFunction(_ vi: String, _ en: String) -> String { self == .vi ? vi : en }

  /// The text of the language.
  public func callAsFunction(_ text: Bilingual) -> String { self == .vi ? text.vi : text.en }

  /// The sign between the whole and the decimals of a number that people read.
  public var decimalMark: String { self == .vi ? "," : "." }

  /// The sign between groups of three digits of a number that people read.
  public var groupMark: String { self == .vi ? "." : "," }
}

/// A text in both languages.
///
///     let text = Bilingual("phút", "minutes")
///     language(text)
public struct Bilingual: Hashable, Sendable {
  /// The Vietnamese text, with its marks, in normal form C.
  public var vi: String
  /// The English text.
  public var en: String

  /// Creates a text.
  public init(_ vi: String, _ en: String) {
    self.vi = vi
    self.en = en
  }

  /// The same text in both languages: a name, a code, a number.
  public init(_ text: String) {
    vi = text
    en = text
  }

  /// The text of a language.
  public subscript(language: Language) -> String { language(self) }

  /// One text behind the other, in each language.
  public static func + (left: Bilingual, right: Bilingual) -> Bilingual {
    Bilingual(left.vi + right.vi, left.en + right.en)
  }
}
