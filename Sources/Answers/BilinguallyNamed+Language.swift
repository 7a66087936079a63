import Facts
import Formats

extension BilinguallyNamed {
  /// The name in a language: the only one there is where nobody gave an English one.
  func name(in language: Language) -> String { language(name, englishName) }
}
