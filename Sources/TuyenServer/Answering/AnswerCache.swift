import Synchronization

/// Answers that were sent, kept as long as there is room: the same question of the same state has the
/// same bytes.
///
/// Two generations: what was asked for lately is in the young one; when it is full, it becomes the old
/// one, and what nobody asked for since is forgotten.
final class AnswerCache<Value: Sendable>: Sendable {
  private struct State {
    var young: [String: (value: Value, length: Int)] = [:]
    var old: [String: (value: Value, length: Int)] = [:]
    var youngLength = 0
  }

  /// The most bytes of each generation.
  private let limit: Int
  private let state = Mutex(State())

  /// Creates an empty cache.
  ///
  /// - Parameter limit: The most bytes of all that is kept.
  init(limit: Int) { self.limit = limit / 2 }

  /// The value of a key; nil where there is none.
  subscript(key: String) -> Value? {
    state.withLock { state in
      if let known = state.young[key] { return known.value }
      guard let known = state.old[key] else { return nil }
      AnswerCache.insert(known, key, limit, &state)
      return known.value
    }
  }

  /// Keeps a value.
  func keep(_ value: Value, of length: Int, for key: String) {
    // The key, and what a dictionary takes.
    let length = length + key.utf8.count + 200
    guard length <= limit / 8 else { return }
    state.withLock { AnswerCache.insert((value, length), key, limit, &$0) }
  }

  private static func insert(
    _ entry: (value: Value, length: Int), _ key: String, _ limit: Int, _ state: inout State
  ) {
    if state.youngLength + entry.length > limit {
      state.old = state.young
      state.young = [:]
      state.youngLength = 0
    }
    if let former = state.young.updateValue(entry, forKey: key) {
      state.youngLength -= former.length
    }
    state.youngLength += entry.length
  }
}
