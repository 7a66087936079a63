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
  /// See all rows of each table of an answer.
  case allRows
  /// See more losses of each kind.
  case moreLosses
  /// See more communes of a comparison.
  case moreCommunes
  /// See every commune that no candidate for a site can cover.
  case everyCommune
  /// See the hospitals of which nothing is known, too.
  case unknownHospitals
  /// Count private facilities, too.
  case privateFacilities
  /// Have the chosen sites as a scenario.
  case scenarioFile
  /// Choose among fewer candidates, so that the exact solver can do it.
  case fewerCandidates
  /// Search bridges and ferries of a name.
  case crossings(String)
  /// See all warnings of the network.
  case warnings
  /// Apply what is previewed.
  case apply
  /// Take the last import back.
  case undo
  /// Ask the same question again, by its fields.
  case again(QuestionFields)
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
