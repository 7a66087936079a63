import Facts
import Formats
import TestSupport
import Testing

@testable import Answers

struct QuestionErrorTests {
  @Test func `An unknown value names the field, what is allowed and what is nearest`() {
    let error = QuestionError(
      field: "vehicle", value: "ambulanc", .unknown,
      choices: [.init("ambulance", name: "xe cứu thương"), .init("boat")])
    #expect(error.nearest == "ambulance")
    #expect(
      error.message(in: .en) { "--" + $0 }
        == "--vehicle \"ambulanc\" is not known; did you mean \"ambulance\"? "
        + "There are: ambulance (xe cứu thương), boat")
    #expect(error.message(in: .vi).hasPrefix("không biết vehicle \"ambulanc\""))
  }

  @Test func `A text that is like none of the allowed ones suggests none`() {
    #expect(NearestText.of("xyz", among: ["ambulance", "boat"]) == nil)
    #expect(NearestText.of("Cầu rạch miễu", among: ["Cầu Rạch Miễu"]) == "Cầu Rạch Miễu")
  }
}
