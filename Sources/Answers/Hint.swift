public import Exchange
import Formats

/// Something that a reader of an answer can do next.
///
/// An answer only says what can be done; each face words it, as an option or a button, through
/// `AnswerStyle.hintText`.
public enum Hint: Hashable, Sendable {
  /// See all rows of a list of which the first are shown.
  case wholeList
  /// See the whole answer, which the text shortens.
  case wholeAnswer
  /// Search bridges and ferries of a name.
  case crossings(String)
  /// See all warnings of the network.
  case warnings
  /// Apply what is previewed.
  case apply
  /// Take the last import back.
  case undo
  /// Settle what was found in an imported document.
  case settle(Finding.Remedy)
}

extension AnswerStyle {
  /// A hint as the face words it, in parentheses behind a blank; empty where it has no words.
  func parenthesis(_ hint: Hint) -> String {
    hintText(hint, language).map { " (\($0))" } ?? ""
  }

  /// A hint as the face words it, behind a semicolon; empty where it has no words.
  func clause(_ hint: Hint) -> String {
    hintText(hint, language).map { "; \($0)" } ?? ""
  }
}
