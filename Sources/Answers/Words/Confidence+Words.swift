import Facts
import Formats
import Referral

extension Confidence {
  /// The confidence in words.
  func text(_ language: Language) -> String { language(vi, rawValue) }

  /// The confidence in words that stand alone, as in brackets behind a source.
  func remark(_ language: Language) -> String {
    language("độ tin cậy \(vi)", "\(rawValue) confidence")
  }
}
