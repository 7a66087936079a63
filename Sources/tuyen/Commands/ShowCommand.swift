import Answers
import ArgumentParser

/// Everything that is known of one facility, place, agreement, link or other record.
struct ShowCommand: QuestionCommand {
  typealias Asked = ShowQuestion

  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show everything that is known of a facility, place, agreement or other record.",
    discussion: """
      ID is the id of a facility, party, agreement, programme, node or link, a place
      as scheme:code, a name as in "search", or the name of a bridge or ferry.

      Examples:
        tuyen show bv-cho-ray
        tuyen show gso-2025:32128 --lang en
        tuyen show "bv da khoa ca mau" --format json
        tuyen show bv-ca-mau --status board.xml --at 2026-11-25T03:00
        tuyen show ttyt-bao-yen --network network-data/northern-support
      """)

  static let optionNames = ["id": "ID"]

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var status: StatusOptions

  @Argument(help: "The id of a record, or a name.")
  var id: String

  @Option(help: "How to print: table, json or xml (an exchange document).")
  var format = AnswerFormat.table

  var statusFiles: [String] { status.files }

  func add(to fields: inout QuestionFields) {
    fields.add("id", id)
    fields.add("at", time.at)
  }
}
