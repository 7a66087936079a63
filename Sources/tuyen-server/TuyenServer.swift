import ArgumentParser

/// The service: it reads its options, the clock and the environment, and serves.
@main
struct TuyenServerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tuyen-server",
    abstract: "Answers the questions of tuyen over HTTP, and holds what is true now.",
    version: "0.1.0",
    subcommands: [
      ServeCommand.self, ReplayCommand.self, VerifyCommand.self, KeysCommand.self,
      AccountsCommand.self, MigrateCommand.self, BackupCommand.self, RestoreCommand.self,
    ], defaultSubcommand: ServeCommand.self)
}
