import Synchronization

/// Counts and times of requests, in the text format of Prometheus.
///
/// Labels are the template of the path, the method and the status: as many series as the table of
/// operations has, however many addresses are tried.
final class Metrics: Sendable {
  private struct Key: Hashable {
    var route: String
    var method: String
    var status: Int
  }

  private struct Series {
    var buckets = [Int](repeating: 0, count: Metrics.bounds.count)
    var count = 0
    var seconds = 0.0
  }

  private struct State {
    var series: [Key: Series] = [:]
    var reloads = 0
    var cacheHits = 0
    var bytes = 0
  }

  private let state = Mutex(State())

  /// The upper bounds of times, in seconds.
  private static let bounds = [
    0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120,
  ]

  /// Counts a request.
  func count(route: String, method: String, status: Int, seconds: Double, bytes: Int) {
    state.withLock { state in
      var series =
        state.series[Key(route: route, method: method, status: status)] ?? Series()
      series.count += 1
      series.seconds += seconds
      for (index, bound) in Metrics.bounds.enumerated() where seconds <= bound {
        series.buckets[index] += 1
      }
      state.series[Key(route: route, method: method, status: status)] = series
      state.bytes += bytes
    }
  }

  /// How many answers were kept ones.
  var cacheHits: Int { state.withLock { $0.cacheHits } }

  /// Counts an answer that was kept.
  func countCacheHit() { state.withLock { $0.cacheHits += 1 } }

  /// Counts a network that was taken up.
  func countReload() { state.withLock { $0.reloads += 1 } }

  /// All series as text.
  ///
  /// - Parameters:
  ///   - gauges: Further numbers, by name.
  ///   - digest: The digest of the network.
  /// - Returns: The text.
  func text(gauges: [(name: String, help: String, value: Double)], digest: String) -> String {
    let state = state.withLock { $0 }
    var text = ""
    func head(_ name: String, _ kind: String, _ help: String) {
      text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
    }
    head("tuyen_request_seconds", "histogram", "Time to the head of the response, by route.")
    let keys = state.series.keys.sorted {
      ($0.route, $0.method, $0.status) < ($1.route, $1.method, $1.status)
    }
    for key in keys {
      guard let series = state.series[key] else { continue }
      let labels =
        "route=\"\(key.route)\",method=\"\(key.method)\",status=\"\(key.status)\""
      for (bound, count) in zip(Metrics.bounds, series.buckets) {
        text += "tuyen_request_seconds_bucket{\(labels),le=\"\(bound)\"} \(count)\n"
      }
      text += "tuyen_request_seconds_bucket{\(labels),le=\"+Inf\"} \(series.count)\n"
      text += "tuyen_request_seconds_sum{\(labels)} \(series.seconds)\n"
      text += "tuyen_request_seconds_count{\(labels)} \(series.count)\n"
    }
    for (name, help, value) in [
      ("tuyen_reloads_total", "Networks taken up since the start.", state.reloads),
      ("tuyen_cache_hits_total", "Answers that were kept.", state.cacheHits),
      ("tuyen_response_bytes_total", "Bytes of whole answers.", state.bytes),
    ] {
      head(name, "counter", help)
      text += "\(name) \(value)\n"
    }
    for gauge in gauges {
      head(gauge.name, "gauge", gauge.help)
      text += "\(gauge.name) \(gauge.value)\n"
    }
    head("tuyen_network_info", "gauge", "The network that is served.")
    text += "tuyen_network_info{digest=\"\(digest)\"} 1\n"
    return text
  }
}
