import ArgumentParser
import Foundation

/// A command with its arguments, as ArgumentParser tells of it to programs.
struct CommandOutline: Decodable {
  /// An argument, option or flag.
  struct Argument: Decodable {
    /// A name as it is typed.
    struct Name: Decodable {
      /// One of `long`, `short` and `longWithSingleDash`.
      var kind: String
      /// The name without dashes.
      var name: String

      /// The name with its dashes.
      var typed: String { (kind == "long" ? "--" : "-") + name }
    }

    /// One of `positional`, `option` and `flag`.
    var kind: String
    /// Whether help shows it.
    var shouldDisplay: Bool
    /// The title of its group, if it has one.
    var sectionTitle: String?
    /// The names; nil of a positional argument.
    var names: [Name]?
    /// The word for its value.
    var valueName: String?
    /// Its sentence in help.
    var abstract: String?
    /// The values it takes, where they are few.
    var allValues: [String]?
    /// The value it has when it is not given.
    var defaultValue: String?

    /// The argument as the left column of help shows it, such as `-k, --count <n>`.
    var label: String {
      guard let names, kind != "positional" else { return "<\(valueName ?? "")>" }
      let short = names.filter { $0.kind != "long" } + names.filter { $0.kind == "long" }
      let typed = short.map(\.typed).joined(separator: ", ")
      return kind == "option" ? "\(typed) <\(valueName ?? "")>" : typed
    }
  }

  private struct Document: Decodable {
    var command: CommandOutline
  }

  /// The name.
  var commandName: String
  /// Whether help shows it.
  var shouldDisplay: Bool?
  /// One sentence.
  var abstract: String?
  /// Paragraphs with an empty line between.
  var discussion: String?
  /// The arguments.
  var arguments: [Argument]?
  /// The commands below.
  var subcommands: [CommandOutline]?

  /// The outline of a command and all below it.
  static func of(_ command: (some ParsableCommand).Type) -> CommandOutline? {
    do {
      _ = try command.parseAsRoot(["--experimental-dump-help"])
      return nil
    } catch {
      let text = command.fullMessage(for: error)
      return try? JSONDecoder().decode(Document.self, from: Data(text.utf8)).command
    }
  }

  /// The commands that words lead to, from this one to the last: options end the way.
  func way(along words: [String]) -> [CommandOutline] {
    var way = [self]
    for word in words where word != "help" || way.count > 1 {
      guard let next = way[way.count - 1].subcommands?.first(where: { $0.commandName == word })
      else { break }
      way.append(next)
    }
    return way
  }
}
