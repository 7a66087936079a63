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
    }.sorted().map { name -> (path: String, code: [Substring]) in
      let text = try String(contentsOf: sources.appendingPathComponent(name), encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return (name, lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") })
    }
  }

  @Test(arguments: [
    #"\bexit\("#, #"\babort\("#, #"\bSTDOUT_FILENO\b"#, #"\bSTDERR_FILENO\b"#,
    #"(^|[^.\w])print\("#,
    #"\bfputs\b"#, #"FileHandle\.standard"#, #"(^|[^=] *[^:=\w ])Date\(\)"#, #"\bDate\.now\b"#,
    #"CLOCK_REALTIME"#, #"\bProcessInfo\b"#, #"\bgetenv\b"#, #"\bsetenv\b"#,
  ])
  func `Only a program ends the process, writes to streams, reads clock or environment`(
    pattern: String
  ) throws {
    let expression = try Regex(pattern)
    let sources = try Self.sources.get()
    #expect(sources.count > 400)
    for (path, code) in sources {
      for line in code {
        #expect(!line.contains(expression), "Sources/\(path): \(line)")
      }
    }
  }

  @Test func `No sentence of the lower rooms names an option of the command line`() throws {
    let expression = try Regex(#""[^"]*(^|[ (])--[a-z][a-z-]+"#)
    for (path, code) in try Self.sources.get()
    where ["Answers/", "Referral/", "Planning/", "Exchange/", "FHIR/"].contains(
      where: path.hasPrefix)
    {
      for line in code {
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
    for (path, code) in try Self.sources.get() where !checked.contains(where: path.hasPrefix) {
      for line in code {
        #expect(!line.contains(expression), "Sources/\(path): \(line)")
      }
    }
  }
}
