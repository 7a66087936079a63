import Facts
import TestSupport
import Testing

@testable import Board

@Suite(.serialized) struct LiveBoardTests {
  private let coordinator = Principal(.account("lan"), .coordinate)

  @Test(arguments: StoreKind.here)
  func `Of two servers that accept one patient at once, one is told what happened`(
    kind: StoreKind
  ) async throws {
    let house = try await kind.make()
    let (first, second) = (try await house.open(), try await house.open())
    let boards = [LiveBoard(first), LiveBoard(second)]
    let id = try CaseID()
    func write(_ board: LiveBoard, _ content: EntryContent, key: String? = nil) async throws
      -> Entry
    {
      try await board.write(
        content, by: coordinator, from: "x", senderKey: key, received: noon)
    }
    _ = try await write(
      boards[0], .caseOpened(id, CaseOpening(need: "stroke", place: "bv-c")))
    for facility in ["bv-a", "bv-b"] {
      _ = try await write(boards[1], .caseStep(id, CaseStep(.called, at: facility)))
    }
    let results = await withTaskGroup(of: Result<Entry, any Error>.self) { group in
      for (board, facility) in zip(boards, ["bv-a", "bv-b"]) {
        group.addTask {
          do {
            return .success(
              try await write(board, .caseStep(id, CaseStep(.accepted, at: facility))))
          } catch {
            return .failure(error)
          }
        }
      }
      var results: [Result<Entry, any Error>] = []
      for await result in group { results.append(result) }
      return results
    }
    let failures = results.compactMap { result -> BoardError? in
      if case .failure(let error) = result { error as? BoardError } else { nil }
    }
    #expect(results.count - failures.count == 1)
    guard case .illegalStep(.accepted, id, .accepted, [.refused, .left, .ended])? = failures.first
    else {
      Issue.record("expected an illegal step, found \(failures)")
      return
    }
    #expect(try await boards[0].current().misfits.isEmpty)
    #expect(try await boards[1].current().inbound.count == 1)
    await first.close()
    await second.close()
    house.end()
  }

  @Test func `What is sent again is answered with the first entry, whatever happened since`()
    async throws
  {
    let house = try await StoreKind.sqlite.make()
    let board = LiveBoard(try await house.open())
    let id = try CaseID()
    let opening = EntryContent.caseOpened(id, CaseOpening(need: "stroke", place: "bv-c"))
    let call = EntryContent.caseStep(id, CaseStep(.called, at: "bv-a"))
    func write(_ content: EntryContent, _ key: String) async throws -> Entry {
      try await board.write(content, by: coordinator, from: "x", senderKey: key, received: noon)
    }
    _ = try await write(opening, "k1")
    let called = try await write(call, "k2")
    _ = try await write(.caseStep(id, CaseStep(.ended)), "k3")
    #expect(try await write(call, "k2") == called)
    await #expect(throws: BoardError.keyReused("k2", entry: called.number)) {
      _ = try await write(opening, "k2")
    }
    await board.store.close()
    house.end()
  }

  @Test func `Whoever may not write something writes nothing`() async throws {
    let house = try await StoreKind.sqlite.make()
    let board = LiveBoard(try await house.open())
    let reporter = Principal(.account("tam"), .report, facilities: ["bv-a"])
    let other = EntryContent.status(.diverting("bv-b", until: noon.plus(minutes: 60)))
    await #expect(throws: BoardError.forbidden(.report)) {
      _ = try await board.write(other, by: reporter, from: "x", received: noon)
    }
    #expect(try await board.store.head().number == 0)
    await board.store.close()
    house.end()
  }

  @Test func `The board at an earlier entry or instant is replayed from the journal`() async throws
  {
    let house = try await StoreKind.sqlite.make()
    let store = try await house.open()
    for index in 0..<5 {
      let statement = StatusStatement.beds(
        "bv-a", ["icu": index], until: noon.plus(minutes: 600))
      _ = try await store.append(
        .test(.status(statement)), received: noon.plus(minutes: index))
    }
    let third = try await Board.replayed(from: store, to: 3)
    #expect(third.number == 3)
    #expect(try await Board.replayed(from: store, until: noon.plus(minutes: 2)).number == 3)
    #expect(
      try await Board.replayed(from: store, until: noon.plus(minutes: 2)).statuses == third.statuses
    )
    await #expect(throws: BoardError.unknownEntry(6)) {
      _ = try await Board.replayed(from: store, to: 6)
    }
    await store.close()
    house.end()
  }
}
