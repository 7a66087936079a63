public import Files

extension FileError {
  /// The error as `path: message`, in a language, as far as the message is known in it.
  public func text(_ language: Language) -> String {
    guard language == .vi else { return description }
    return "\(path): \(DocumentPhrases.vietnamese(of: message) ?? message)"
  }
}
