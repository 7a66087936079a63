import Foundation
import TestSupport
import Testing

/// The service behind the proxy that people really use.
@Suite struct ProxyTests {
  /// The program as it was built with the tests.
  private static let program = repositoryFolder + ".build/debug/tuyen-server"

  /// Whether this machine has all that the check starts.
  private static let canRun: Bool = {
    let files = FileManager.default
    return files.isExecutableFile(atPath: program)
      && ["/usr/sbin/nginx", "/usr/bin/openssl", "/usr/bin/python3"].allSatisfy {
        files.isExecutableFile(atPath: $0)
      }
  }()

  @Test(.enabled(if: ProxyTests.canRun, "nginx, openssl or python3 is not installed"))
  func `Behind a real nginx certificates, limits and the event stream work as its example says`()
    async throws
  {
    let (status, said) = try await SharedServer.waiting {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
      process.arguments = [repositoryFolder + "tools/service/check-proxy"]
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["TUYEN_SERVER_PROGRAM": Self.program]
      ) { $1 }
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardError = pipe
      try process.run()
      let said = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    }
    #expect(status == 0, "\(said)")
  }
}
