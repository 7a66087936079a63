import Facts
import HealthNetwork

@testable import Board

/// The instant that tests count from; nothing here reads a clock.
let noon = Instant(seconds: 1_796_040_000, zone: ZoneOffset(minutes: 0))

extension Instant {
  /// The instant some minutes later.
  func plus(minutes: Int) -> Instant { advanced(bySeconds: minutes * 60) }
}

extension EntryDraft {
  /// A draft of a test.
  static func test(
    _ content: EntryContent, by author: Author = .account("lan"), key: String? = nil
  ) throws -> EntryDraft {
    try EntryDraft(content, by: author, from: "192.0.2.7", senderKey: key)
  }
}

/// A journal in memory, each entry a minute after the one before.
struct TestJournal {
  var entries: [Entry] = []
  var head = JournalHead.empty
  var now = noon

  /// Writes an entry, whether it fits or not.
  @discardableResult
  mutating func write(
    _ content: EntryContent, by author: Author = .account("lan"), after seconds: Int = 60
  ) throws -> Entry {
    now = now.advanced(bySeconds: seconds)
    let entry = Entry(try .test(content, by: author), after: head, received: now)
    entries.append(entry)
    head = JournalHead(
      number: entry.number, digest: entry.digest, received: entry.received.seconds)
    return entry
  }

  /// The board of all entries.
  var board: Board { Board(entries) }
}

extension StatusStatement {
  /// A diversion of a facility.
  static func diverting(_ facility: String, until: Instant) -> StatusStatement {
    var statement = StatusStatement(.diversion, facility: facility, expires: until)
    statement.traffic = .closed
    return statement
  }

  /// Free beds of a facility.
  static func beds(_ facility: String, _ beds: [String: Int], until: Instant) -> StatusStatement {
    var statement = StatusStatement(.beds, facility: facility, expires: until)
    statement.beds = beds
    return statement
  }

  /// Services of a facility that are out of use.
  static func off(_ facility: String, _ off: [String], until: Instant) -> StatusStatement {
    var statement = StatusStatement(.off, facility: facility, expires: until)
    statement.off = Dictionary(uniqueKeysWithValues: off.map { ($0, nil) })
    return statement
  }
}
