import Answers
import ArgumentParser
import Board
import Exchange
import Facts
import Files
import Formats
import Logging
import TuyenServer

/// Checks the whole journal.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the chain of the journal: that every entry is as it was written.",
    discussion: """
      It prints the last entry and its digest: keep them elsewhere (--expect of the next
      time), for a chain does not show by itself that its end was cut off.
      """)

  @OptionGroup var store: StoreOptions

  @Option(help: "The end that was noted before, as NUMBER:DIGEST.")
  var expect: String?

  func run() async throws {
    let expected = try expect.map { text -> JournalHead in
      let parts = text.split(separator: ":")
      guard parts.count == 2, let number = Int(parts[0]), let digest = Digest(String(parts[1]))
      else { throw ValidationError("--expect takes NUMBER:DIGEST, as verify prints it") }
      return JournalHead(number: number, digest: digest, received: 0)
    }
    try await store.with(mayMake: false) { store in
      let audit = try await JournalAudit(of: store, expecting: expected)
      Machine.print("\(audit.head.number):\(audit.head.digest)\n")
      for number in audit.unknown {
        Machine.complain(
          self.store.language(
            "mục \(number): loại không biết, giữ nguyên",
            "entry \(number): of an unknown kind, kept"))
      }
      for number in audit.misfits {
        Machine.complain(
          self.store.language(
            "mục \(number): không khớp, không tính",
            "entry \(number): does not fit, counts for nothing"))
      }
    }
  }
}

/// Gives an answer again that was given before.
struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Give an answer again, from the journal as it was: the same bytes.",
    discussion: """
      ENTRY is the number of an entry of the kind "answer". The board is made of the
      entries that the answer rested on; the network must have the digest that it had.
      The answer is printed, and its digest compared: 0 the same, 65 another, 66
      where the network is another or a document of the question was not kept.
      """)

  @Argument(help: "The number of the entry.")
  var entry: Int

  @OptionGroup var store: StoreOptions

  @Option(help: "The network. Default: $TUYEN_NETWORK.")
  var network: String?

  func run() async throws {
    let words = store.language
    try await store.with(mayMake: false) { store in
      guard let entry = try await store.entry(entry) else { throw BoardError.unknownEntry(entry) }
      guard case .answer(let record) = try entry.content() else {
        Machine.complain(
          words("mục \(entry.number) không phải câu trả lời", "entry \(entry.number) is no answer"))
        throw ExitCode(65)
      }
      let path = network ?? NetworkFolder.defaultPath
      let source = NetworkFolder(
        path: path, scenarios: [], logger: Logger(label: "replay") { _ in SwiftLogNoOpLogHandler() }
      )
      let session: NetworkSession
      do throws(ExchangeFailure) {
        session = try source.load()
      } catch {
        Machine.complain(error.text(words))
        throw ExitCode(error.isUnreadable ? 66 : 65)
      }
      guard session.digest == record.network else {
        Machine.complain(
          words(
            "mạng lưới ở \(path) là \(session.digest), câu trả lời dựa trên \(record.network)",
            "the network at \(path) is \(session.digest), the answer rests on \(record.network)"))
        throw ExitCode(66)
      }
      let bytes: [UInt8]
      do {
        bytes = try await Replay.bytes(of: record, in: session, from: store)
      } catch let error as ReplayError {
        Machine.complain(words(error.text))
        throw ExitCode(66)
      }
      Machine.print(bytes)
      guard Digest(of: bytes) == record.answer else {
        Machine.complain(words("không cùng từng byte", "not the same bytes"))
        throw ExitCode(65)
      }
    }
  }
}

/// Takes the journal from one store into another.
struct MigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Take the whole board into PostgreSQL; a migration that was interrupted goes on.",
    discussion: """
      Stop the service before, and start it with --database afterwards.

      Example:
        tuyen-server migrate --data /var/lib/tuyen --to "host=db dbname=tuyen"
      """)

  @OptionGroup var store: StoreOptions

  @Option(help: "The connection string of the target.")
  var to: String

  func run() async throws {
    try await store.with(mayMake: false) { source in
      let target = try await PostgreSQLStore(to)
      do {
        let count = try await BoardCopy.copy(from: source, to: target)
        await target.close()
        Machine.print(count.sentence(store.language))
      } catch {
        await target.close()
        throw error
      }
    }
  }
}

/// Writes the whole board into a file.
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Write the whole board into a file, while it is served.")

  @Argument(help: "The file, which must not be there.")
  var file: String

  @OptionGroup var store: StoreOptions

  func run() async throws {
    try await store.with(mayMake: false) { store in try await store.backup(to: file) }
  }
}

/// Takes the board back from a file.
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Take the board back from a file, into a store that is empty.")

  @Argument(help: "The file of a backup.")
  var file: String

  @OptionGroup var store: StoreOptions

  func run() async throws {
    // Before a store is made that nobody wants.
    guard Machine.isFile(file) else { throw store.failure(.notFound(file)) }
    try await store.with { target in
      let count = try await BoardCopy.restore(fromFile: file, to: target)
      Machine.print(count.sentence(store.language))
    }
  }
}

extension BoardCopy.Count {
  fileprivate func sentence(_ language: Language) -> String {
    language(
      "\(entries) mục, \(accounts) tài khoản, \(keys) khóa\n",
      "entries: \(entries), accounts: \(accounts), keys: \(keys)\n")
  }
}
