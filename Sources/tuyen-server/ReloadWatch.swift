import Answers
import Columns
import Exchange
import Logging
import ServiceLifecycle
import TuyenServer
import UnixSignals

/// Takes up a changed network: when the process is told to, and when documents change.
///
/// A network that is wrong is not taken up; the former one goes on answering.
struct ReloadWatch: ServiceLifecycle.Service {
  let service: TuyenServer.Service
  let source: NetworkFolder
  /// How often documents are looked at; 0 for never.
  let seconds: Int
  let logger: Logger

  func run() async throws {
    try? await cancelWhenGracefulShutdown {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for await _ in await UnixSignalsSequence(trapping: .sighup) { await reload() }
        }
        if seconds > 0 {
          group.addTask { try await watch() }
        }
        try await group.waitForAll()
      }
    }
  }

  private func watch() async throws {
    var known = source.stamps
    var last = known
    while true {
      try await Task.sleep(for: .seconds(seconds))
      let now = source.stamps
      // Only when nothing has changed between two looks: somebody may still be writing.
      if now != known, now == last {
        known = now
        await reload()
      }
      last = now
    }
  }

  private func reload() async {
    let source = source
    do {
      let session = try await offload { () throws -> NetworkSession in
        let session = try source.load()
        _ = session.hierarchy
        return session
      }
      guard session.digest != service.networkDigest else { return }
      service.take(session)
    } catch {
      logger.error("reload", metadata: ["error": .string("\(error)")])
    }
  }
}
