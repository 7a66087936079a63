public import Files

extension DocumentError {
  /// The error as `path:line: message`, in a language, as far as the message is known in it.
  public func text(_ language: Language) -> String {
    guard language == .vi else { return place + message }
    return place + (vi ?? DocumentPhrases.vietnamese(of: message) ?? message)
  }
}
