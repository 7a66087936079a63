import Facts
import GRDB
import TestSupport
import Testing

@testable import Board

/// The contract of every store, tried on each.
@Suite(.serialized) struct StoreContractTests {
  /// Runs a test on an empty store, and closes it.
  private func onStore(
    _ kind: StoreKind, _ body: (any BoardStore, StoreHouse) async throws -> Void
  ) async throws {
    let house = try await kind.make()
    let store = try await house.open()
    do {
      try await body(store, house)
    } catch {
      await store.close()
      throw error
    }
    await store.close()
    house.end()
  }

  @Test(.enabled(if: PostgreSQLServer.programs != nil, "needs Debian's package postgresql"))
  func `PostgreSQL is one of the stores that these tests run on`() {
    #expect(StoreKind.here.contains(.postgreSQL))
  }

  private func weather(_ minutes: Int) -> EntryContent {
    .weather(WeatherNotice("storm", until: noon.plus(minutes: minutes)))
  }

  @Test(arguments: StoreKind.here)
  func `Entries come back as they were written, in order and chained`(kind: StoreKind) async throws
  {
    try await onStore(kind) { store, _ in
      #expect(try await store.head() == .empty)
      var written: [Entry] = []
      for content in EntryContentTests.all {
        // A made-up payload of every kind, in letters of every language.
        written.append(try await store.append(.test(content, key: nil), received: noon))
      }
      #expect(written.map(\.number) == Array(1...written.count))
      #expect(try await store.entries(after: 0, limit: 1_000) == written)
      #expect(try await store.entries(after: 3, limit: 2) == Array(written[3..<5]))
      #expect(try await store.entry(2) == written[1])
      #expect(try await store.entry(9_999) == nil)
      #expect(try await store.head().digest == written.last?.digest)
      let audit = try await JournalAudit(of: store)
      #expect(audit.head.number == written.count)
      #expect(audit.unknown.isEmpty)
    }
  }

  @Test(arguments: StoreKind.here)
  func `The same sent again is written once, and other bytes under its key are refused`(
    kind: StoreKind
  ) async throws {
    try await onStore(kind) { store, _ in
      let draft = try EntryDraft.test(weather(60), key: "k-1")
      let first = try await store.append(draft, received: noon)
      let again = try await store.append(draft, received: noon.plus(minutes: 5))
      #expect(again == first)
      await #expect(throws: BoardError.keyReused("k-1", entry: 1)) {
        _ = try await store.append(.test(self.weather(61), key: "k-1"), received: noon)
      }
      // The same key of somebody else is another key.
      let other = try await store.append(
        .test(weather(61), by: .account("tam"), key: "k-1"), received: noon)
      #expect(other.number == 2)
      #expect(try await store.entry(by: .account("lan"), senderKey: "k-1") == first)
      #expect(try await store.entry(by: .account("lan"), senderKey: "k-2") == nil)
    }
  }

  @Test(arguments: StoreKind.here)
  func `Several entries are written all or none`(kind: StoreKind) async throws {
    try await onStore(kind) { store, _ in
      let good = try EntryDraft.test(weather(60), key: "a")
      let bad = try EntryDraft.test(weather(-60), key: "b")
      await #expect(throws: BoardError.self) {
        _ = try await store.append(
          [good, bad], received: noon, ifUnchangedSince: nil, changing: [])
      }
      #expect(try await store.head().number == 0)
      let more = try EntryDraft.test(weather(90), key: "c")
      let both = try await store.append(
        [good, more, good], received: noon, ifUnchangedSince: nil, changing: [])
      #expect(both.map(\.number) == [1, 2, 1])
    }
  }

  @Test(arguments: StoreKind.here)
  func `What rests on an older entry of its subject is not written`(kind: StoreKind) async throws {
    try await onStore(kind) { store, _ in
      let first = try await store.append(.test(weather(60)), received: noon)
      _ = try await store.append(
        .test(.status(.diverting("bv-a", until: noon.plus(minutes: 60)))), received: noon)
      // Another subject has changed meanwhile, which does not matter.
      let second = try await store.append(
        .test(weather(61)), received: noon, ifUnchangedSince: first.number)
      await #expect(throws: BoardError.conflict("weather", entry: second.number)) {
        _ = try await store.append(
          .test(self.weather(62)), received: noon, ifUnchangedSince: first.number)
      }
      #expect(try await store.head().number == 3)
    }
  }

  @Test(arguments: StoreKind.here)
  func `A clock that is set back does not let a later entry be known earlier`(
    kind: StoreKind
  ) async throws {
    try await onStore(kind) { store, _ in
      _ = try await store.append(.test(weather(60)), received: noon)
      let second = try await store.append(
        .test(weather(60)), received: noon.advanced(bySeconds: -30))
      #expect(second.received == noon)
    }
  }

  @Test(arguments: StoreKind.here)
  func `Two that write at once leave one unbroken journal, and each hears of the other`(
    kind: StoreKind
  ) async throws {
    try await onStore(kind) { one, house in
      let two = try await house.open()
      let heard = Task {
        var last = 0
        for await number in two.changes() {
          last = number
          if number >= 80 { break }
        }
        return last
      }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (writer, store) in [one, two].enumerated() {
          group.addTask {
            for index in 0..<40 {
              let statement = StatusStatement.beds(
                "bv-\(writer)", ["icu": index], until: noon.plus(minutes: 60))
              _ = try await store.append(
                .test(.status(statement), key: "w\(writer)-\(index)"), received: noon)
            }
          }
        }
        try await group.waitForAll()
      }
      let audit = try await JournalAudit(of: one)
      #expect(audit.head.number == 80)
      #expect(try await two.head() == audit.head)
      #expect(await heard.value == 80)
      await two.close()
    }
  }

  @Test(arguments: StoreKind.here)
  func `Entries are neither changed nor removed by anything that this program can run`(
    kind: StoreKind
  ) async throws {
    try await onStore(kind) { store, house in
      _ = try await store.append(.test(weather(60)), received: noon)
      for sql in [
        "UPDATE entry SET author = 'account/x'", "DELETE FROM entry",
        "INSERT INTO entry SELECT number + 5, received, author, origin, 'x', kind, subject, payload, previous, payload FROM entry",
      ] {
        await #expect(throws: (any Error).self) { try await house.run(sql, on: store) }
      }
      #expect(try await JournalAudit(of: store).head.number == 1)
    }
  }

  @Test(arguments: StoreKind.here)
  func `Any field that is changed behind the store's back is found`(kind: StoreKind) async throws {
    try await onStore(kind) { store, house in
      for minutes in 1...3 { _ = try await store.append(.test(weather(minutes)), received: noon) }
      let head = try await store.head()
      try await house.disarm(store)
      let changes = [
        "received = received + 1", "author = 'account/x'", "origin = 'x'", "sender_key = 'x'",
        "kind = 'undo'", "subject = 'x'", "payload = \(house.blob("7b7d"))",
        "previous = digest", "digest = \(house.blob(String(repeating: "ab", count: 32)))",
      ]
      for change in changes {
        try await house.run("CREATE TABLE kept AS SELECT * FROM entry", on: store)
        try await house.run("UPDATE entry SET \(change) WHERE number = 2", on: store)
        await #expect(throws: BoardError.self, "\(change)") {
          _ = try await JournalAudit(of: store)
        }
        try await house.run("DELETE FROM entry", on: store)
        try await house.run("INSERT INTO entry SELECT * FROM kept", on: store)
        try await house.run("DROP TABLE kept", on: store)
        #expect(try await JournalAudit(of: store).head == head)
      }
      // A chain does not show that its end was cut off; a digest that was noted elsewhere does.
      try await house.run("DELETE FROM entry WHERE number = 3", on: store)
      #expect(try await JournalAudit(of: store).head.number == 2)
      await #expect(throws: BoardError.self) {
        _ = try await JournalAudit(of: store, expecting: head)
      }
    }
  }

  @Test(arguments: StoreKind.here)
  func `Accounts and keys change with the entry that tells of it, or not at all`(
    kind: StoreKind
  ) async throws {
    try await onStore(kind) { store, _ in
      var account = Account("lan", .report, facilities: ["bv-a", "bv-b"], made: noon)
      account.oneTimeSecret = Digest(of: [1])
      account.oneTimeUntil = noon.plus(minutes: 60)
      let made = EntryContent.account(
        AccountEvent(.made, "lan", role: .report, facilities: account.facilities))
      _ = try await store.append(.test(made), received: noon, changing: [.add(account)])
      #expect(try await store.account("lan") == account)
      await #expect(throws: BoardError.taken("lan")) {
        _ = try await store.append(.test(made), received: noon, changing: [.add(account)])
      }
      #expect(try await store.head().number == 1)
      account.password = PasswordHash(
        "scrypt$10$8$1$AAAAAAAAAAAAAAAAAAAAAA$" + String(repeating: "A", count: 43))
      account.role = .coordinate
      account.revoked = noon
      let secret = Digest(of: [2])
      try await store.add(Session(secret, of: "lan", at: noon))
      #expect(try await store.session(secret)?.account == "lan")
      _ = try await store.append(
        .test(.account(AccountEvent(.revoked, "lan"))), received: noon, changing: [.set(account)])
      #expect(try await store.accounts() == [account])
      #expect(try await store.session(secret) == nil)
      let key = AccessKey(
        "k1", of: "bv-a", .report, facilities: ["bv-a"], secret: secret, from: noon,
        until: noon.plus(minutes: 600))
      let event = EntryContent.key(
        KeyEvent(
          .made, "k1", of: "bv-a", role: .report, facilities: ["bv-a"], until: key.until))
      _ = try await store.append(.test(event), received: noon, changing: [.addKey(key)])
      try await store.touchKey("k1", at: noon.plus(minutes: 5))
      _ = try await store.append(
        .test(.key(KeyEvent(.revoked, "k1", of: "bv-a"))), received: noon,
        changing: [.revokeKey("k1", at: noon.plus(minutes: 9))])
      let kept = try #require(try await store.key("k1"))
      #expect(kept.revoked == noon.plus(minutes: 9) && kept.lastUsed == noon.plus(minutes: 5))
      #expect(try await store.keys() == [kept])
    }
  }

  @Test(arguments: StoreKind.here)
  func `Sessions end when they are idle, at their end, or at once`(kind: StoreKind) async throws {
    try await onStore(kind) { store, _ in
      let (one, two) = (Digest(of: [1]), Digest(of: [2]))
      try await store.add(Session(one, of: "lan", at: noon, onlySetsPassword: true))
      let kept = try #require(try await store.session(one))
      #expect(kept == Session(one, of: "lan", at: noon, onlySetsPassword: true))
      try await store.touchSession(
        one, used: noon.plus(minutes: 10), idleEnd: noon.plus(minutes: 40))
      #expect(try await store.session(one)?.idleEnd == noon.plus(minutes: 40))
      // Of two servers the later use counts.
      try await store.touchSession(one, used: noon, idleEnd: noon.plus(minutes: 40_000))
      #expect(try await store.session(one)?.lastUsed == noon.plus(minutes: 10))
      #expect(try await store.session(one)?.idleEnd == kept.end)
      try await store.add(Session(two, of: "tam", at: noon.plus(minutes: 13 * 60)))
      #expect(try await store.session(one) == nil)
      try await store.endSession(two)
      #expect(try await store.session(two) == nil)
    }
  }

  @Test(arguments: StoreKind.here)
  func `Sessions of an account are listed, and end with the entry that tells of it`(
    kind: StoreKind
  ) async throws {
    try await onStore(kind) { store, _ in
      let secrets = (1...3).map { Digest(of: [$0]) }
      for (minutes, secret) in secrets.enumerated() {
        try await store.add(
          Session(secret, of: "lan", at: noon.plus(minutes: minutes), from: "192.0.2.\(minutes)"))
      }
      try await store.add(Session(Digest(of: [9]), of: "tam", at: noon, from: "192.0.2.9"))
      let kept = try await store.sessions(of: "lan")
      #expect(kept.map(\.secret) == secrets)
      #expect(kept.map(\.origin) == ["192.0.2.0", "192.0.2.1", "192.0.2.2"])
      #expect(kept.map(\.lastUsed) == kept.map(\.began))
      let told = EntryContent.account(AccountEvent(.sessions, "lan"))
      _ = try await store.append(
        .test(told), received: noon, changing: [.endSession(secrets[0])])
      #expect(try await store.sessions(of: "lan").map(\.secret) == [secrets[1], secrets[2]])
      _ = try await store.append(
        .test(told), received: noon, changing: [.endSessions(of: "lan", but: secrets[2])])
      #expect(try await store.sessions(of: "lan").map(\.secret) == [secrets[2]])
      _ = try await store.append(
        .test(told), received: noon, changing: [.endSessions(of: "lan", but: nil)])
      #expect(try await store.sessions(of: "lan").isEmpty)
      #expect(try await store.sessions(of: "tam").count == 1)
      let kinds = try await store.entries(after: 0, limit: 9).map(\.kind)
      #expect(kinds == ["account.sessions", "account.sessions", "account.sessions"])
    }
  }

  @Test(arguments: StoreKind.here)
  func `A board of the version before is brought up to date, one of a later version is refused`(
    kind: StoreKind
  ) async throws {
    let house = try await kind.make()
    var store = try await house.open()
    let secret = Digest(of: [1])
    try await store.add(Session(secret, of: "lan", at: noon, from: "192.0.2.1"))
    _ = try await store.append(.test(weather(60)), received: noon)
    for column in ["origin", "last_used"] {
      try await house.run("ALTER TABLE session DROP COLUMN \(column)", on: store)
    }
    try await house.setVersion(1, on: store)
    await store.close()
    store = try await house.open()
    let kept = try #require(try await store.session(secret))
    #expect(kept.origin == "" && kept.lastUsed == noon)
    _ = try await store.append(.test(weather(61)), received: noon)
    #expect(try await JournalAudit(of: store).head.number == 2)
    try await house.setVersion(99, on: store)
    await store.close()
    do {
      await (try house.open()).close()
      Issue.record("a board of a later version was opened")
    } catch let error as BoardError {
      guard case .otherVersion(_, isNewer: true) = error else { throw error }
    }
    house.end()
  }

  @Test(arguments: StoreKind.here)
  func `Of writes that are cancelled each is there whole, or said to be cancelled and not there`(
    kind: StoreKind
  ) async throws {
    try await onStore(kind) { store, _ in
      // One that is cancelled before it begins writes nothing.
      let early = Task {
        while !Task.isCancelled { await Task.yield() }
        _ = try await store.append(.test(self.weather(60), key: "early"), received: noon)
      }
      early.cancel()
      await #expect(throws: BoardError.cancelled) { try await early.value }
      #expect(try await store.head().number == 0)
      var acknowledged: Set<String> = []
      var cancelled: Set<String> = []
      var account = Account("lan", .read, made: noon)
      let made = EntryContent.account(AccountEvent(.made, "lan", role: .read))
      _ = try await store.append(.test(made), received: noon, changing: [.add(account)])
      for round in 0..<300 {
        let key = "k-\(round)"
        // Two entries and a change of the account with them: all of it or nothing.
        account.made = noon.plus(minutes: round)
        account.facilities = ["bv-\(round)"]
        let changed = account
        let task = Task {
          try await store.append(
            [.test(self.weather(60), key: key), .test(self.weather(61), key: key + "b")],
            received: noon, ifUnchangedSince: nil, changing: [.set(changed)])
        }
        // From at once to some milliseconds later.
        if round % 3 > 0 { try await Task.sleep(for: .microseconds(round * 10)) }
        task.cancel()
        do {
          _ = try await task.value
          acknowledged.insert(key)
        } catch let error as BoardError {
          #expect(error == .cancelled, "\(error)")
          cancelled.insert(key)
        }
        let first = try await store.entry(by: .account("lan"), senderKey: key)
        let second = try await store.entry(by: .account("lan"), senderKey: key + "b")
        let isThere = try await store.account("lan")?.facilities == account.facilities
        #expect((first != nil) == acknowledged.contains(key), "\(key)")
        #expect((second != nil) == (first != nil) && isThere == (first != nil), "\(key)")
      }
      #expect(acknowledged.count + cancelled.count == 300)
      let audit = try await JournalAudit(of: store)
      #expect(audit.head.number == 1 + acknowledged.count * 2)
      // The store goes on as if nothing had been.
      _ = try await store.append(.test(weather(90), key: "after"), received: noon)
    }
  }

  @Test(arguments: StoreKind.here)
  func `Documents are kept by their digest, and versions of resources as they were first noted`(
    kind: StoreKind
  ) async throws {
    try await onStore(kind) { store, _ in
      let bytes = (0...255).map { UInt8($0) }
      let digest = try await store.keepDocument(bytes)
      #expect(try await store.keepDocument(bytes) == digest)
      #expect(try await store.document(digest) == bytes)
      #expect(try await store.document(Digest(of: [9])) == nil)
      let versions = [
        ResourceVersion("Location", "a", version: 1, from: noon, digest: Digest(of: [1])),
        ResourceVersion(
          "Location", "a", version: 2, from: noon.plus(minutes: 1), digest: Digest(of: [2]),
          isDeleted: true),
        ResourceVersion(
          "Organization", "a", version: 1, from: noon, digest: Digest(of: [3]), content: [3]),
      ]
      try await store.add(versions)
      try await store.add([
        ResourceVersion("Location", "a", version: 1, from: noon, digest: Digest(of: [9]))
      ])
      var newest = [versions[1], versions[2]]
      newest[1].content = []
      #expect(try await store.newestVersions() == newest)
      #expect(
        try await store.versions(ofType: nil, id: nil, since: nil, limit: 9)
          == [versions[1], versions[0], versions[2]])
      #expect(
        try await store.versions(
          ofType: "Location", id: "a", since: noon.plus(minutes: 1), limit: 9) == [versions[1]])
      // Page by page, counted from the oldest: the same for every page, whatever is added meanwhile.
      let all = [versions[1], versions[0], versions[2]]
      for place in 1...4 {
        let found = try await store.versions(
          ofType: nil, id: nil, since: nil, from: place, limit: 2)
        #expect(found.page == Array(all.suffix(place).prefix(2)) && found.total == 3, "\(place)")
      }
    }
  }

  @Test(arguments: StoreKind.here)
  func `A board is taken over whole into another store, and a damaged one is not`(
    kind: StoreKind
  ) async throws {
    try await onStore(kind) { store, _ in
      let folder = try TemporaryFolder()
      for content in EntryContentTests.all {
        _ = try await store.append(.test(content), received: noon)
      }
      let account = Account("lan", .administer, made: noon)
      let made = EntryContent.account(AccountEvent(.made, "lan", role: .administer))
      _ = try await store.append(.test(made), received: noon, changing: [.add(account)])
      let path = folder.path + "/backup.sqlite"
      try await store.backup(to: path)
      await #expect(throws: BoardError.taken(path)) { try await store.backup(to: path) }
      for target in StoreKind.here {
        let house = try await target.make()
        let other = try await house.open()
        let count = try await BoardCopy.restore(fromFile: path, to: other)
        #expect(count.entries == EntryContentTests.all.count + 1)
        #expect(try await other.head() == store.head())
        #expect(try await other.accounts() == [account])
        #expect(
          try await other.entries(after: 0, limit: 999) == store.entries(after: 0, limit: 999))
        // Taking it over again changes nothing; the journal goes on.
        #expect(try await BoardCopy.restore(fromFile: path, to: other).entries == 0)
        _ = try await other.append(.test(weather(60)), received: noon)
        #expect(try await JournalAudit(of: other).head.number == count.entries + 1)
        await other.close()
        house.end()
      }
      // A store with another journal is not mixed with this one.
      let stranger = try SQLiteStore(path: folder.path + "/stranger.sqlite")
      _ = try await stranger.append(.test(weather(60)), received: noon)
      await #expect(throws: BoardError.self) {
        _ = try await BoardCopy.restore(fromFile: path, to: stranger)
      }
      await stranger.close()
    }
  }

  @Test(arguments: StoreKind.here)
  func `A store that answers can be written to`(kind: StoreKind) async throws {
    try await onStore(kind) { store, _ in try await store.probe() }
  }
}

extension StoreHouse {
  /// Runs a statement past all rules of the store.
  func run(_ sql: String, on store: any BoardStore) async throws {
    if let store = store as? SQLiteStore {
      try await store.write { try $0.execute(sql: sql) }
    } else if store is PostgreSQLStore {
      let link = try PostgreSQLLink(target, name: "test")
      try link.run(
        "SET search_path = tuyen; \(sql)", deadline: ContinuousClock.now + .seconds(10))
    }
  }

  /// Takes the triggers away, as somebody would who means to change the journal.
  func disarm(_ store: any BoardStore) async throws {
    switch kind {
    case .sqlite:
      for trigger in ["entry_only_follows", "entry_is_not_changed", "entry_is_not_removed"] {
        try await run("DROP TRIGGER \(trigger)", on: store)
      }
    case .postgreSQL: try await run("ALTER TABLE entry DISABLE TRIGGER ALL", on: store)
    }
  }

  /// Says that the tables are of another version.
  func setVersion(_ number: Int, on store: any BoardStore) async throws {
    switch kind {
    case .sqlite: try await run("PRAGMA user_version = \(number)", on: store)
    case .postgreSQL: try await run("UPDATE version SET number = \(number)", on: store)
    }
  }

  /// Bytes as the store's SQL writes them.
  func blob(_ digits: String) -> String {
    kind == .sqlite ? "x'\(digits)'" : "'\\x\(digits)'::bytea"
  }
}
