import Facts
import Formats
import TestSupport
import Testing

@testable import Answers

/// Every phrase and figure of the five articles is shown by a question of the house.
@Suite struct ArticlePhraseTests {
  @Test(arguments: ArticlePhrase.all)
  func `Each phrase of the articles is shown by a question`(_ phrase: ArticlePhrase) throws {
    let text = try answer(phrase)
    for wanted in phrase.texts where !text.contains(wanted) {
      Issue.record("\(phrase.asked) does not show \"\(wanted)\"")
    }
  }

  private func answer(_ phrase: ArticlePhrase) throws -> String {
    let session = try (phrase.isMekong ? SharedSession.mekong : SharedSession.north).get()
    let style = AnswerStyle(.vi, width: 1_000)
    let day = "2026-11-25"
    switch phrase.asked {
    case .show(let id):
      return try session.ask(ShowQuestion.self, ["id": id, "at": day]).table(style) ?? ""
    case .search(let text):
      let answer = try session.ask(
        SearchQuestion.self, ["text": text, "at": day, "limit": "200"])
      return answer.table(style) ?? ""
    case .support(let part, let day):
      let answer = try session.ask(
        SupportQuestion.self, ["part": part, "at": day, "all": "true"])
      return answer.table(style) ?? ""
    }
  }
}
