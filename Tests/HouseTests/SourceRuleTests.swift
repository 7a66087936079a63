import Foundation
import Testing

/// Rules of the house that hold for every source.
@Suite struct SourceRuleTests {
  /// The top of the project.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The Swift files of all targets but the programs, with their code: no comments.
  static let sources = Result {
    let sources = root.appendingPathComponent("Sources")
    let names = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    let programs = ["tuyen/", "tuyen-server/"]
    return try names.filter { name in
      name.hasSuffix(".swift") && !programs.contains(where: name.hasPrefix)
    }.sorted().map { name -> (path: String, text: String, code: [Substring]) in
      let text = try String(contentsOf: sources.appendingPathComponent(name), encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return (name, text, lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") })
    }
  }

  /// A word, and the pattern of the ways to write it that are not for the rooms below the programs.
  @Test(arguments: [
    ("exit(", #"\bexit\("#), ("abort(", #"\babort\("#), ("STDOUT_FILENO", #"\bSTDOUT_FILENO\b"#),
    ("STDERR_FILENO", #"\bSTDERR_FILENO\b"#), ("print(", #"(^|[^.\w])print\("#),
    ("fputs", #"\bfputs\b"#), ("FileHandle.standard", #"FileHandle\.standard"#),
    ("Date()", #"(^|[^=] *[^:=\w ])Date\(\)"#), ("Date.now", #"\bDate\.now\b"#),
    ("CLOCK_REALTIME", "CLOCK_REALTIME"), ("ProcessInfo", #"\bProcessInfo\b"#),
    ("getenv", #"\bgetenv\b"#), ("setenv", #"\bsetenv\b"#),
  ])
  func `Only a program ends the process, writes to streams, reads clock or environment`(
    word: String, pattern: String
  ) throws {
    let expression = try Regex(pattern)
    let sources = try Self.sources.get()
    #expect(sources.count > 400)
    // Most files do not hold the word at all, and a pattern costs a hundred times a search.
    for (path, text, code) in sources where text.contains(word) {
      for line in code where line.contains(word) {
        #expect(!line.contains(expression), "Sources/\(path): \(line)")
      }
    }
  }

  @Test func `No sentence of the lower rooms names an option of the command line`() throws {
    let expression = try Regex(#""[^"]*(^|[ (])--[a-z][a-z-]+"#)
    for (path, _, code) in try Self.sources.get()
    where ["Answers/", "Referral/", "Planning/", "Exchange/", "FHIR/"].contains(
      where: path.hasPrefix)
    {
      for line in code where line.contains("--") {
        #expect(!line.contains(expression), "Sources/\(path): \(line)")
      }
    }
  }

  /// Numbers with fractions come from documents, however far they have been carried since.
  @Test func `No number that may be too great is converted so that the process ends`() throws {
    let expression = try Regex(
      #"\bU?Int(8|16|32|64)?\((?!clamping:|exactly:)[^()]*(\([^()]*(\([^()]*\)[^()]*)*\)[^()]*)*\.rounded\("#
    )
    // Numbers rounded there are checked before, in rooms that know nothing of the facts.
    let checked = ["Routing/", "Formats/", "Columns/", "XMLStream/"]
    for (path, text, code) in try Self.sources.get()
    where !checked.contains(where: path.hasPrefix) && text.contains(".rounded(") {
      for line in code where line.contains(".rounded(") {
        #expect(!line.contains(expression), "Sources/\(path): \(line)")
      }
    }
  }
}
