import Formats

/// The help of a command in another language, in the shape in which ArgumentParser prints it.
struct HelpPage {
  /// The texts.
  let catalogue: MessageCatalogue
  /// The most letters of a line.
  let width: Int

  private static let indent = 26

  /// The page of a command.
  ///
  /// - Parameters:
  ///   - way: The command, after those above it.
  ///   - usage: How it is used, as ArgumentParser says it in one line.
  /// - Returns: The page, ending with a line feed.
  func text(of way: [CommandOutline], usage: String) -> String {
    guard let command = way.last else { return "" }
    var blocks = [wrapped(catalogue(command.abstract ?? ""))]
    for paragraph in (command.discussion ?? "").split(separator: "\n\n") {
      blocks.append(text(ofParagraph: String(paragraph)))
    }
    blocks.append(wrapped(catalogue("USAGE:") + " " + usage))
    blocks += sections(of: command)
    if let below = command.subcommands, below.contains(where: { $0.commandName != "help" }) {
      let rows = below.filter { $0.commandName != "help" }.map {
        row($0.commandName, catalogue($0.abstract ?? ""))
      }
      blocks.append(catalogue("SUBCOMMANDS:") + "\n" + rows.joined(separator: "\n"))
      let name = way.map(\.commandName).joined(separator: " ")
      blocks.append(
        "  "
          + catalogue("See 'tuyen help <subcommand>' for detailed help.")
          .replacing("tuyen help", with: name.replacing("tuyen", with: "tuyen help")))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// Examples and lists keep their lines; other paragraphs are made to fit.
  private func text(ofParagraph text: String) -> String {
    if text.hasPrefix("Examples:\n") {
      return catalogue("Examples:") + text.dropFirst("Examples:".count)
    }
    let translation = catalogue(text)
    let isList = translation.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix(" ") }
    return translation.contains("\n") && isList ? translation : wrapped(translation)
  }

  private func sections(of command: CommandOutline) -> [String] {
    var titles: [String] = []
    var rows: [String: [String]] = [:]
    for argument in command.arguments ?? [] where argument.shouldDisplay {
      let title =
        argument.sectionTitle.map { $0.uppercased() + ":" }
        ?? (argument.kind == "positional" ? "ARGUMENTS:" : "OPTIONS:")
      if rows[title] == nil { titles.append(title) }
      rows[title, default: []].append(row(argument.label, description(of: argument)))
    }
    // Plain options stand last, since those of every command are among them.
    let order = titles.filter { $0 != "OPTIONS:" } + titles.filter { $0 == "OPTIONS:" }
    return order.map { catalogue($0) + "\n" + (rows[$0] ?? []).joined(separator: "\n") }
  }

  private func description(of argument: CommandOutline.Argument) -> String {
    let sentence = catalogue(argument.abstract ?? "")
    var facts: [String] = []
    if let values = argument.allValues, argument.kind == "option" {
      facts.append(catalogue("values:") + " " + values.joined(separator: ", "))
    }
    if let value = argument.defaultValue { facts.append(catalogue("default:") + " " + value) }
    return facts.isEmpty ? sentence : "\(sentence) (\(facts.joined(separator: "; ")))"
  }

  private func row(_ label: String, _ text: String) -> String {
    let margin = String(repeating: " ", count: Self.indent)
    let lines = Paragraph.lines(text, width: width - Self.indent)
    let isShort = label.count + 3 < Self.indent
    let head = "  " + label + String(repeating: " ", count: max(0, Self.indent - 2 - label.count))
    guard isShort, let first = lines.first else {
      return (["  " + label] + lines.map { margin + $0 }).joined(separator: "\n")
    }
    return ([head + first] + lines.dropFirst().map { margin + $0 }).joined(separator: "\n")
  }

  private func wrapped(_ text: String) -> String {
    Paragraph.lines(text, width: width).joined(separator: "\n")
  }
}
