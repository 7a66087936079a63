import ArgumentParser
import Formats
import Foundation
import Testing

@testable import tuyen

/// The help and the wrong use of commands, in Vietnamese.
@Suite struct HelpTests {
  private static let guidance = Guidance.vietnamese

  /// A command's outline and those below it, each with the words that lead to it.
  private static func all() throws -> [[CommandOutline]] {
    func below(_ way: [CommandOutline]) -> [[CommandOutline]] {
      let next = way[way.count - 1].subcommands ?? []
      return [way] + next.filter { $0.commandName != "help" }.flatMap { below(way + [$0]) }
    }
    return below([try #require(CommandOutline.of(Tuyen.self))])
  }

  @Test func `Every sentence of the help has a translation, and no translation is left over`()
    throws
  {
    var texts: Set<String> = []
    for way in try Self.all() {
      let command = way[way.count - 1]
      let arguments = command.arguments ?? []
      texts.formUnion([command.abstract].compactMap(\.self))
      texts.formUnion(arguments.filter(\.shouldDisplay).compactMap(\.abstract))
      let paragraphs = (command.discussion ?? "").split(separator: "\n\n").map(String.init)
      texts.formUnion(paragraphs.filter { !$0.hasPrefix("Examples:\n") })
    }
    let known = Set(Self.guidance.catalogue.translations.keys)
    #expect(texts.subtracting(known) == [])
    let heads: Set = [
      "Examples:", "USAGE:", "ARGUMENTS:", "OPTIONS:", "SUBCOMMANDS:", "SEVERAL PATIENTS:",
      "See 'tuyen help <subcommand>' for detailed help.", "values:", "default:", "Error: ",
      "Help:  ", "Usage: ", "' or '", "' and '",
    ]
    #expect(
      known.subtracting(texts).subtracting(UsageError.patterns).subtracting(UsageError.refusals)
        == heads)
  }

  @Test func `Translations keep the names of options, commands, codes and columns`() {
    for (text, translation) in Self.guidance.catalogue.translations {
      for word in text.matches(of: /--[a-z-]+|gso-\d+|docs\/[a-z-]+\.md|\$[A-Z_]+|"[a-z]+"/) {
        #expect(translation.contains(word.output), "\(word.output): \(translation)")
      }
      #expect(
        text.split(separator: "{}", omittingEmptySubsequences: false).count
          == translation.split(separator: "{}", omittingEmptySubsequences: false).count)
    }
  }

  @Test func `A page says all that the English one says, within the width`() throws {
    for way in try Self.all() {
      let page = HelpPage(catalogue: Self.guidance.catalogue, width: 80).text(of: way, usage: "x")
      let command = way[way.count - 1]
      for argument in (command.arguments ?? []).filter(\.shouldDisplay) {
        #expect(page.contains("  " + argument.label))
      }
      for below in (command.subcommands ?? []).filter({ $0.commandName != "help" }) {
        #expect(page.contains("\n  \(below.commandName)"))
      }
      let isEnglish = page.contains("Default:") || page.contains(" the ")
      #expect(!isEnglish)
    }
  }

  @Test(arguments: [
    (["show"], "Lỗi: Thiếu đối số '<id>'\nNghĩa: <id>  Mã của bản ghi, hoặc tên.\n"),
    (["show", "a", "--foo"], "Lỗi: Không có tùy chọn '--foo'. Có phải '--at' không?\n"),
    (["show", "a", "b"], "Lỗi: Thừa đối số 'b'\n"),
    (["show", "a", "--format"], "Lỗi: Thiếu giá trị của '--format <format>'\n"),
    (
      ["show", "a", "--format", "x"],
      "Lỗi: Giá trị 'x' không hợp lệ cho '--format <format>'. Hãy chọn một trong các giá trị sau:\n"
        + "  - table\n  - json\n"
    ),
    (
      ["show", "a", "--lang", "x"],
      "Lỗi: Giá trị 'x' không hợp lệ cho '--lang <lang>'. Hãy chọn một trong: 'vi' và 'en'.\n"
    ),
  ])
  func `A wrong use is told in Vietnamese`(words: [String], told: String) throws {
    let error = #expect(throws: (any Error).self) { try Tuyen.parseAsRoot(words) }
    let message = Tuyen.fullMessage(for: try #require(error))
    let text = try #require(Self.guidance.text(for: message, words))
    #expect(text.hasPrefix(told))
    #expect(text.contains("\nCách dùng: tuyen show "))
    #expect(text.hasSuffix("\n  Xem 'tuyen show --help' để biết thêm.\n"))
  }

  @Test(arguments: [
    ["--help"], ["help"], [], ["show", "-h"], ["help", "import", "osm"],
    ["import", "files", "--help"],
  ])
  func `Help is that of the command asked for`(words: [String]) throws {
    let error = #expect(throws: (any Error).self) {
      var command = try Tuyen.parseAsRoot(words)
      try command.run()
    }
    let english = Tuyen.fullMessage(for: try #require(error))
    let text = try #require(Self.guidance.text(for: english, words))
    let usage = try #require(english.firstMatch(of: /USAGE: (tuyen[a-z ]*)/)).1
    #expect(text.contains("CÁCH DÙNG: " + usage.trimmingCharacters(in: .whitespaces)))
  }

  @Test func `English is asked for by the option, wherever it stands`() {
    #expect(Language.ofHelp(["show", "--lang", "en", "--help"]) == .en)
    #expect(Language.ofHelp(["--lang=EN"]) == .en)
    #expect(Language.ofHelp(["show", "--lang", "vi"]) == .vi)
    #expect(Language.ofHelp([]) == .vi)
  }

  @Test(arguments: [["--help"], ["--version"], ["show", "--help", "--lang", "en"]])
  func `Help that cannot be printed is no success`(words: [String]) throws {
    let process = Process()
    process.executableURL = commandURL
    process.arguments = words
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    #expect(try tuyen(words).code == 0)
  }
}
