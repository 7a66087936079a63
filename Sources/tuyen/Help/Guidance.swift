import ArgumentParser
import Formats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The words of ArgumentParser, help and the wrong use of a command, in another language.
struct Guidance {
  /// The texts.
  let catalogue: MessageCatalogue

  /// In Vietnamese.
  static var vietnamese: Guidance {
    Guidance(catalogue: MessageCatalogue(String(decoding: PackageResources.vi_po, as: UTF8.self)))
  }

  /// The text for a command's end.
  ///
  /// - Parameters:
  ///   - message: The text in English, as `Tuyen.fullMessage(for:)` makes it.
  ///   - words: The arguments of the process.
  /// - Returns: The text; nil where the message is none of ArgumentParser's.
  func text(for message: String, _ words: [String]) -> String? {
    if message.hasPrefix("OVERVIEW: ") {
      guard let root = CommandOutline.of(Tuyen.self) else { return nil }
      let usage = message.split(separator: "\n").first { $0.hasPrefix("USAGE: ") } ?? ""
      return HelpPage(catalogue: catalogue, width: Screen.width)
        .text(of: root.way(along: words), usage: String(usage.dropFirst("USAGE: ".count)))
    }
    guard message.hasPrefix("Error: ") else { return nil }
    return UsageError(catalogue: catalogue).text(of: message) + "\n"
  }

  /// Prints the text for a command's end, and ends the process; returns where there is nothing to say.
  func print(for error: any Error, _ words: [String]) {
    let code = Tuyen.exitCode(for: error)
    guard let text = text(for: Tuyen.fullMessage(for: error), words) else { return }
    Guidance.end(text, code)
  }

  /// Prints a last text and ends the process; help that cannot be printed is no success.
  static func end(_ text: String, _ code: ExitCode) -> Never {
    let stream = code == .success ? STDOUT_FILENO : STDERR_FILENO
    do throws(Failure) {
      try StandardStream.write(Array(text.utf8), to: stream)
    } catch {
      // Nobody is left to be told but by the code; a reader that has read enough is no failure.
      exit(code == .success ? error.code : code.rawValue)
    }
    exit(code.rawValue)
  }
}

extension Language {
  /// The language of what goes wrong where no answer is being made, as when a file is written.
  static var ofCommand: Language { ofHelp(Array(CommandLine.arguments.dropFirst())) }

  /// The language of help: that of the option, though nothing else of the line could be understood.
  static func ofHelp(_ arguments: [String]) -> Language {
    for (index, word) in arguments.enumerated() {
      if word.lowercased() == "--lang=en" { return .en }
      if word == "--lang", arguments.dropFirst(index + 1).first?.lowercased() == "en" { return .en }
    }
    return .vi
  }
}
