import Answers
import ArgumentParser
import Board
import Exchange
import Facts
import Formats
import HealthNetwork
import Logging

/// The keys of machines.
struct KeysCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List, make and revoke the keys of machines.",
    subcommands: [List.self, Add.self, Revoke.self], defaultSubcommand: List.self)

  /// Lists the keys.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the keys.")
    @OptionGroup var store: StoreOptions

    func run() async throws {
      try await store.with(mayMake: false) { store in
        for key in try await store.keys() {
          let end = key.revoked.map { "revoked \($0)" } ?? "until \(key.until)"
          let facilities = key.facilities.sorted().joined(separator: ",")
          Machine.print("\(key.id)\t\(key.sender)\t\(key.role.rawValue)\t\(facilities)\t\(end)\n")
        }
      }
    }
  }

  /// Makes a key.
  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Make a key; it is printed once.")

    @Argument(help: "Who is to hold it.")
    var sender: String
    @Option(help: "What it may do: read, report, coordinate, edit or administer.")
    var role: String
    @Option(name: .customLong("facility"), help: "A facility it may speak for; may be repeated.")
    var facilities: [String] = []
    @Option(help: "For how many days it holds, 366 at most.")
    var days = 90
    @Option(help: "The network of the facilities. Default: $TUYEN_NETWORK.") var network: String?
    @OptionGroup var store: StoreOptions

    func run() async throws {
      let role = try Role.named(role)
      try store.check(facilities, in: network)
      try await store.with(mayMake: false) { store in
        let made = try await KeyDesk(store).make(
          for: sender, role, facilities: Set(facilities), days: days, by: .system, from: "console",
          now: Machine.now)
        Machine.print(made.text + "\n")
      }
    }
  }

  /// Revokes a key.
  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "revoke", abstract: "Revoke a key at once.")
    @Argument(help: "The id of the key.") var id: String
    @OptionGroup var store: StoreOptions

    func run() async throws {
      try await store.with(mayMake: false) { store in
        try await KeyDesk(store).revoke(id, by: .system, from: "console", now: Machine.now)
      }
    }
  }
}

/// The accounts of people.
struct AccountsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accounts", abstract: "List, make, renew and revoke the accounts of people.",
    subcommands: [List.self, Add.self, Renew.self, Revoke.self], defaultSubcommand: List.self)

  /// Lists the accounts.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the accounts.")
    @OptionGroup var store: StoreOptions

    func run() async throws {
      try await store.with(mayMake: false) { store in
        for account in try await store.accounts() {
          let state =
            account.revoked.map { "revoked \($0)" }
            ?? (account.password == nil ? "no password yet" : "")
          let facilities = account.facilities.sorted().joined(separator: ",")
          Machine.print("\(account.id)\t\(account.role.rawValue)\t\(facilities)\t\(state)\n")
        }
      }
    }
  }

  /// Makes an account.
  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Make an account; its one-time secret is printed once.")
    @Argument(help: "The id with which its owner signs in.") var id: String
    @Option(help: "What it may do: read, report, coordinate, edit or administer.") var role: String
    @Option(name: .customLong("facility"), help: "A facility it may speak for; may be repeated.")
    var facilities: [String] = []
    @Option(help: "The network of the facilities. Default: $TUYEN_NETWORK.") var network: String?
    @OptionGroup var store: StoreOptions

    func run() async throws {
      let role = try Role.named(role)
      try store.check(facilities, in: network)
      try await store.with(mayMake: false) { store in
        let secret = try await AccountDesk(store).make(
          id, role, facilities: Set(facilities), by: .system, from: "console", now: Machine.now)
        Machine.print(secret.text + "\n")
      }
    }
  }

  /// Gives an account a new one-time secret.
  struct Renew: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "renew",
      abstract: "Give an account a new one-time secret, for an owner who forgot the password.")
    @Argument(help: "The account.") var id: String
    @OptionGroup var store: StoreOptions

    func run() async throws {
      try await store.with(mayMake: false) { store in
        let secret = try await AccountDesk(store).renew(
          id, by: .system, from: "console", now: Machine.now)
        Machine.print(secret.text + "\n")
      }
    }
  }

  /// Revokes an account.
  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "revoke", abstract: "Revoke an account; its sessions end.")
    @Argument(help: "The account.") var id: String
    @OptionGroup var store: StoreOptions

    func run() async throws {
      try await store.with(mayMake: false) { store in
        try await AccountDesk(store).revoke(id, by: .system, from: "console", now: Machine.now)
      }
    }
  }
}

extension StoreOptions {
  /// Refuses facilities that the network does not have: a key for one of them would speak for nobody.
  fileprivate func check(_ facilities: [String], in network: String?) throws {
    guard !facilities.isEmpty else { return }
    let path = network ?? NetworkFolder.defaultPath
    let source = NetworkFolder(
      path: path, scenarios: [], logger: Logger(label: "keys") { _ in SwiftLogNoOpLogHandler() })
    let session: NetworkSession
    do throws(ExchangeFailure) {
      session = try source.load()
    } catch {
      Machine.complain(error.text(language))
      throw ExitCode(error.isUnreadable ? 66 : 65)
    }
    for id in facilities where session.network.facilityIndex(of: id) == nil {
      Machine.complain(
        language("mạng lưới không có cơ sở \"\(id)\"", "the network has no facility \"\(id)\""))
      throw ExitCode(64)
    }
  }
}

extension Role {
  /// The role of a name.
  fileprivate static func named(_ text: String) throws -> Role {
    guard let role = Role(rawValue: text) else {
      let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--role is one of \(known)")
    }
    return role
  }
}
