import Facts
import Formats
import HTTPTypes
import Synchronization

/// How often each client may ask: a bucket of tokens for each address.
final class ClientRate: Sendable {
  private struct Bucket {
    var tokens: Double
    var filled: ContinuousClock.Instant
  }

  /// Tokens that come back in a second; 0 for no limit.
  private let perSecond: Double
  /// The most tokens of a client.
  private let burst: Double
  private let buckets = Mutex<[String: Bucket]>([:])
  /// How many clients are known at most; the fullest buckets are forgotten first.
  private static let mostClients = 20_000

  init(perSecond: Double, burst: Double) {
    self.perSecond = perSecond
    self.burst = max(1, burst)
  }

  /// Takes tokens of a client.
  ///
  /// - Parameters:
  ///   - client: The client.
  ///   - price: How many tokens the request takes.
  ///   - now: The present.
  /// - Throws: `Problem` with the time after which there will be enough.
  func take(
    _ client: String, price: Double = 1, now: ContinuousClock.Instant
  ) throws(Problem) {
    guard perSecond > 0 else { return }
    let missing = buckets.withLock { buckets in
      if buckets.count >= ClientRate.mostClients { forgetIdle(&buckets, now) }
      var bucket = buckets[client] ?? Bucket(tokens: burst, filled: now)
      bucket.tokens = min(burst, bucket.tokens + seconds(now - bucket.filled) * perSecond)
      bucket.filled = now
      let missing = max(0, price - bucket.tokens)
      if missing == 0 { bucket.tokens -= price }
      buckets[client] = bucket
      return missing
    }
    guard missing > 0 else { return }
    let wait = max(1, Int(clamping: (missing / perSecond).rounded(.up)))
    var problem = Problem(
      .tooManyRequests, "too-many-requests", Bilingual("hỏi quá nhiều", "too many requests"),
      Bilingual("hãy hỏi lại sau \(wait) giây", "ask again in \(wait) s"))
    problem.headers[.retryAfter] = "\(wait)"
    throw problem
  }

  /// Forgets clients whose bucket is full again, else all: a flood of addresses costs no memory.
  private func forgetIdle(_ buckets: inout [String: Bucket], _ now: ContinuousClock.Instant) {
    buckets = buckets.filter { seconds(now - $0.value.filled) * perSecond < burst }
    if buckets.count >= ClientRate.mostClients { buckets.removeAll() }
  }

  private func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }
}
