import Files
import Formats
import Testing

@testable import Answers

/// The files of a report, held by golden files: the page and the tables, of the rest digests.
struct ReportGoldenTests {
  @Test(arguments: Language.allCases)
  func `The content of a report is as its golden files have it`(_ language: Language) throws {
    let session = try SharedSession.mekong.get()
    let answer = try session.answer(
      ReportQuestion(
        [
          "need": "stroke.thrombectomy", "at": GoldenTests.day, "gaps": "3",
          "parts": "gaps,fairness,support,levels,quality",
        ], in: session, now: GoldenTests.now))
    let files = answer.files(AnswerStyle(language))
    var list = ""
    for file in files {
      var digest = ContentDigest()
      digest.add(file.text)
      list += "\(file.name): \(file.text.utf8.count) bytes, digest \(digest.text)\n"
    }
    try Goldens.check(list, "report.\(language.rawValue).txt", isWhole: true)
    let page = try #require(files.first?.text)
    // Pictures are held by their digests; words stand line by line.
    let words = page.replacing(try Regex("(?s)<svg.*?</svg>"), with: "<svg/>")
      .replacing("</p>", with: "</p>\n").replacing("</dd>", with: "</dd>\n")
    try Goldens.check(words, "report.\(language.rawValue).html", isWhole: true)
  }
}
