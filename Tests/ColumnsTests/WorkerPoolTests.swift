import Columns
import Synchronization
import Testing

@Suite struct WorkerPoolTests {
  private final class Counter: Sendable {
    let value = Atomic(0)
  }

  @Test func `work that divides itself again gets done, however much of it there is`() async throws
  {
    let counter = Counter()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<64 {
        group.addTask {
          try await offload {
            var numbers = Column<Int>(repeating: 0, count: 64)
            var others = numbers
            let ends = Array(1...64)
            numbers.update { numbers in
              others.update { others in
                forEachPart(of: &numbers, &others, ends: ends, otherEnds: ends) { part, slice, _ in
                  slice[0] = part
                  counter.value.add(1, ordering: .relaxed)
                }
              }
            }
            guard numbers.array == Array(0..<64) else { throw CancellationError() }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(counter.value.load(ordering: .relaxed) == 64 * 64)
  }

  @Test func `a cancelled task reaches the loops of its work`() async throws {
    let task = Task {
      try await offload {
        var rounds = 0
        while !Cancellation.isRequested { rounds += 1 }
        return rounds
      }
    }
    try await Task.sleep(for: .milliseconds(50))
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
