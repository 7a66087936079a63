/// The Vietnamese of messages about documents that are made where only English is at hand: those of
/// libxml2, and those of readers that know neither health nor languages.
///
///     DocumentPhrases.vietnamese(of: "Element 'place': The attribute 'code' is required but missing")
///     // "phần tử 'place': thiếu thuộc tính bắt buộc 'code'"
enum DocumentPhrases {
  private static let book = PhraseBook(
    validity + syntax + limits + json + documents + files)

  /// The message in Vietnamese; nil for one that is not known.
  static func vietnamese(of message: String) -> String? { book.vietnamese(of: message) }
}
