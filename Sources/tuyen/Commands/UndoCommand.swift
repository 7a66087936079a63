import Answers
import ArgumentParser
import Exchange
import Formats

/// Takes the last import back.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take the last import back: every document has the bytes it had before.",
    discussion: """
      Again, it takes the one before back. Documents that were changed by hand since
      are not overwritten: the command says so and does nothing.

      Examples:
        tuyen undo --network my-network
      """)

  @OptionGroup var networkOptions: NetworkOptions

  func validate() throws {
    guard !OptionChecks.areLeftOut else { return }
    try networkOptions.refuseScenarios()
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let answer: UndoAnswer
      do throws(ExchangeFailure) {
        // What was interrupted is completed before it is taken back.
        try NetworkImport.recover(networkOptions.path)
        answer = UndoAnswer(try NetworkImport.undo(at: networkOptions.path))
      } catch {
        throw Failure(error, networkOptions.lang)
      }
      try answer.print(as: .table, AnswerStyle.command(networkOptions.lang, .table))
      leave(found: answer.isFound)
    }
  }
}
