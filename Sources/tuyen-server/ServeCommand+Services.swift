import Board
import ServiceLifecycle
import TuyenServer

/// Listens at an address, and names it where that cannot be done.
struct Listener: ServiceLifecycle.Service {
  let place: String
  let service: any ServiceLifecycle.Service

  func run() async throws {
    do {
      try await service.run()
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      throw ListenError(place: place, reason: error)
    }
  }
}

/// Tells load balancers that the service stops, as soon as it is told to.
struct Drain: ServiceLifecycle.Service {
  let service: TuyenServer.Service
  let manager: ServiceManager

  func run() async throws {
    try? await gracefulShutdown()
    service.drain()
    manager.notify("STOPPING=1")
  }
}

/// Tells the service manager again and again that the process lives.
struct Heartbeat: ServiceLifecycle.Service {
  let manager: ServiceManager

  func run() async throws {
    guard let interval = manager.watchdogMicroseconds else {
      try? await gracefulShutdown()
      return
    }
    try? await cancelWhenGracefulShutdown {
      while true {
        manager.notify("WATCHDOG=1")
        try await Task.sleep(for: .microseconds(interval / 2))
      }
    }
  }
}
