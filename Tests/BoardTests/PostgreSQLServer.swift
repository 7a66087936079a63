import Foundation
import Synchronization

@testable import Board

/// A server of PostgreSQL that a test starts from the programs of the distribution, in a folder of its
/// own.
///
/// It ends with the process of the tests, however that ends: a shell holds it and waits for the end of
/// its input.
final class PostgreSQLServer: Sendable {
  /// The folder with the programs; nil where PostgreSQL is not installed, or cannot be run.
  static let programs: String? = {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    let folders = versions.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map { "\(root)/\($0)/bin" }
    guard
      let folder = folders.first(where: {
        FileManager.default.isExecutableFile(atPath: $0 + "/postgres")
      })
    else { return nil }
    // PostgreSQL refuses to run as root: then it runs as the user that its package makes.
    if getuid() != 0 { return folder }
    return unsafe getpwnam("postgres") == nil ? nil : folder
  }()

  /// One server for all tests that do not stop it.
  static let shared = Task { try PostgreSQLServer() }

  let folder: String
  let port: Int
  private let holder = Mutex<(Process, Pipe)?>(nil)
  private let databases = Atomic(0)

  /// Makes a cluster and starts it.
  convenience init(_ settings: [String] = []) throws {
    try self.init { folder in
      try PostgreSQLServer.run(
        "initdb",
        [
          "-A", "trust", "-U", "tuyen", "-E", "UTF8", "--locale=C", "--no-sync", "-D", folder,
        ])
    }
    try start(settings)
  }

  /// Makes a standby of another server and starts it.
  convenience init(standbyOf primary: PostgreSQLServer, name: String) throws {
    try self.init { folder in
      try PostgreSQLServer.run(
        "pg_basebackup",
        [
          "-c", "fast", "-R", "-X", "stream", "-N", "-D", folder, "-d",
          primary.connection("postgres") + " application_name=\(name)",
        ])
    }
    try start([])
  }

  private init(make: (String) throws -> Void) throws {
    // The path of a socket may not be long.
    folder = "/tmp/tuyen-pg-" + UUID().uuidString.prefix(8).lowercased()
    port = try PostgreSQLServer.freePort()
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    if getuid() == 0, let user = unsafe getpwnam("postgres") {
      unsafe chown(folder, user.pointee.pw_uid, user.pointee.pw_gid)
    }
    try make(folder)
  }

  deinit {
    stop()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// A string with which libpq connects.
  func connection(_ database: String) -> String {
    "host=127.0.0.1 port=\(port) user=tuyen dbname=\(database) sslmode=disable gssencmode=disable"
  }

  /// A string with the hosts of several servers, of which the one that takes writes is used.
  static func connection(_ servers: [PostgreSQLServer], _ database: String) -> String {
    let hosts = servers.map { _ in "127.0.0.1" }.joined(separator: ",")
    let ports = servers.map { "\($0.port)" }.joined(separator: ",")
    return "host=\(hosts) port=\(ports) user=tuyen dbname=\(database) sslmode=disable "
      + "gssencmode=disable"
  }

  /// Makes an empty database.
  func makeDatabase() throws -> String {
    let number = databases.wrappingAdd(1, ordering: .relaxed).newValue
    let name = "board\(number)"
    try PostgreSQLServer.run(
      "createdb", ["-h", "127.0.0.1", "-p", "\(port)", "-U", "tuyen", name])
    return connection(name)
  }

  /// Starts the server and waits until it answers.
  func start(_ settings: [String]) throws {
    guard let programs = Self.programs else { throw Failure("no PostgreSQL") }
    let process = Process()
    let input = Pipe()
    let options =
      ([
        "port=\(port)", "listen_addresses=127.0.0.1", "unix_socket_directories=\(folder)",
        "fsync=on", "log_min_messages=fatal", "max_connections=60",
      ] + settings)
      .map { "-c '\($0)'" }.joined(separator: " ")
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [
      "-c",
      """
      \(Self.become) \(programs)/postgres -D \(folder) \(options) </dev/null >/dev/null 2>&1 &
      if read line; then keep=1; fi
      kill -9 $!
      # A dead server that nobody has waited for looks alive to the next one. (The wait of dash needs
      # SIGCHLD, which the tests block.)
      wait $!
      [ "$keep" ] || rm -rf \(folder)
      """,
    ]
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    holder.withLock { $0 = (process, input) }
    for _ in 0..<600 {
      if (try? Self.run("pg_isready", ["-q", "-h", "127.0.0.1", "-p", "\(port)"])) != nil {
        return
      }
      usleep(50_000)
    }
    throw Failure("the server does not answer")
  }

  /// Kills every process of the server at once.
  func kill() { signal(SIGKILL) }

  /// Stops the server in its tracks, as a machine that hangs: connections stay open.
  func freeze() { signal(SIGSTOP) }

  /// Lets a frozen server go on.
  func thaw() { signal(SIGCONT) }

  /// Makes a standby take writes.
  func promote() throws {
    try Self.run("pg_ctl", ["-D", folder, "-w", "-t", "60", "promote"], asOwner: true)
  }

  /// Runs a statement and gives its output.
  @discardableResult
  func query(_ sql: String, in database: String = "postgres") throws -> String {
    try Self.run(
      "psql",
      ["-X", "-q", "-t", "-A", "-d", connection(database), "-v", "ON_ERROR_STOP=1", "-c", sql])
  }

  /// Ends the server.
  func stop() {
    let held = holder.withLock { held in
      let last = held
      held = nil
      return last
    }
    guard let (process, input) = held else { return }
    signal(SIGCONT)
    signal(SIGKILL)
    // With a line the folder is kept, for the server may be started again.
    try? input.fileHandleForWriting.write(contentsOf: Array("stop\n".utf8))
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  private func signal(_ number: Int32) {
    guard let text = try? String(contentsOfFile: folder + "/postmaster.pid", encoding: .utf8),
      let first = text.split(separator: "\n").first, let postmaster = Int32(first)
    else { return }
    // Its children are in sessions of their own.
    for process in [postmaster] + Self.children(of: postmaster) { Foundation.kill(process, number) }
  }

  private static func children(of parent: Int32) -> [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { Int32($0) }.filter { process in
      guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
        let end = text.lastIndex(of: ")")
      else { return false }
      let fields = text[text.index(after: end)...].split(separator: " ")
      return fields.count > 1 && Int32(fields[1]) == parent
    }
  }

  /// The words that make a program run as the owner of the cluster.
  private static var become: String {
    getuid() == 0 ? "exec setpriv --reuid=postgres --regid=postgres --clear-groups" : "exec"
  }

  @discardableResult
  private static func run(
    _ program: String, _ arguments: [String], asOwner: Bool = false
  ) throws -> String {
    guard let programs else { throw Failure("no PostgreSQL") }
    let process = Process()
    let needsOwner = ["initdb", "pg_basebackup", "pg_ctl"].contains(program)
    if getuid() == 0, needsOwner {
      process.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
      process.arguments =
        ["--reuid=postgres", "--regid=postgres", "--clear-groups", "\(programs)/\(program)"]
        + arguments
    } else {
      process.executableURL = URL(fileURLWithPath: "\(programs)/\(program)")
      process.arguments = arguments
    }
    process.currentDirectoryURL = URL(fileURLWithPath: "/")
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure("\(program) ended with \(process.terminationStatus)")
    }
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// A port that nobody listens on.
  private static func freePort() throws -> Int {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(socket, $0, length)
      }
    }
    guard bound == 0 else { throw Failure("no free port") }
    unsafe withUnsafeMutablePointer(to: &address) { pointer in
      _ = unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe getsockname(socket, $0, &length)
      }
    }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
  }
}
