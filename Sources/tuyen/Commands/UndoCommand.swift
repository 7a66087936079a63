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

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let language = networkOptions.lang
      let undone: HistoryEntry?
      do throws(ExchangeFailure) {
        // What was interrupted is completed before it is taken back.
        try NetworkImport.recover(networkOptions.path)
        undone = try NetworkImport.undo(at: networkOptions.path)
      } catch {
        throw error.isUnreadable ? .noInput(error.description) : .data(error.description)
      }
      var output = Output()
      if let undone {
        let names = undone.documents.map(\.path).joined(separator: ", ")
        try output.write(
          language(
            "Đã hoàn lại lần nhập \(undone.number): \(names)\n",
            "Took import \(undone.number) back: \(names)\n"))
      } else {
        try output.write(
          language("Không có lần nhập nào để hoàn lại.\n", "There is no import to take back.\n"))
      }
      try output.flush()
      leave(found: undone != nil)
    }
  }
}
