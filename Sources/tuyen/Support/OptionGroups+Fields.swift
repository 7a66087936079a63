import Answers
import Formats

extension TimeOptions {
  /// Gives the instant as a field.
  func add(to fields: inout QuestionFields) {
    fields.add("at", at)
  }
}

extension TravelOptions {
  /// Gives the vehicle, the weather and what is out of use as fields.
  func add(to fields: inout QuestionFields) {
    fields.add("vehicle", vehicle)
    fields.add("weather", weather)
    fields.add("avoid", avoided)
  }
}

extension SpreadsheetOptions {
  /// How answers of a format are worded and laid out.
  func style(printing format: AnswerFormat, _ language: Language) throws(Failure) -> AnswerStyle {
    try AnswerStyle.command(language, format, excel: excel)
  }
}
