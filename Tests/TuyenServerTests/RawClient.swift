import Foundation

/// A client that sends bytes as they are: no library stands between a test and the wire.
final class RawClient: @unchecked Sendable {
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// A response as it came.
  struct Response: Sendable {
    var status: Int
    /// Names in small letters.
    var headers: [(name: String, value: String)]
    var body: [UInt8]

    /// The value of a header; nil where there is none.
    subscript(name: String) -> String? {
      headers.first { $0.name == name }?.value
    }

    /// The body as text.
    var text: String { String(decoding: body, as: UTF8.self) }
  }

  /// Why nothing came.
  struct Closed: Error {}

  /// Connects to a port of the machine itself.
  init(port: Int, timeout: Int = 60) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var limit = timeval(tv_sec: timeout, tv_usec: 0)
    unsafe setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw Closed() }
  }

  deinit { close(descriptor) }

  /// Sends bytes.
  func send(_ text: String) { send(Array(text.utf8)) }

  /// Sends bytes; what a closed connection does not take is lost.
  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Says that nothing more is sent; what comes can still be read.
  func endSending() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

  /// Whether the other end has closed the connection, waiting for it as long as the timeout is.
  func isClosed() -> Bool {
    while true {
      do {
        try fill()
      } catch {
        return true
      }
    }
  }

  /// Reads a response; to HEAD it has no body, whatever its length says.
  func response(isHead: Bool = false) throws -> Response {
    var lines: [String] = []
    while true {
      let line = try self.line()
      if line.isEmpty { break }
      lines.append(line)
    }
    let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    let headers = lines.dropFirst().map { line -> (name: String, value: String) in
      let parts = line.split(separator: ":", maxSplits: 1)
      return (
        parts[0].lowercased(), parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
      )
    }
    var response = Response(status: status, headers: headers, body: [])
    if isHead || status == 304 || status == 204 { return response }
    if response["transfer-encoding"] == "chunked" {
      while true {
        let length = Int(try line(), radix: 16) ?? 0
        response.body += try take(length)
        _ = try line()
        if length == 0 { break }
      }
    } else {
      response.body = try take(response["content-length"].flatMap { Int($0) } ?? 0)
    }
    return response
  }

  /// Reads until a text has come.
  func text(until end: String) throws -> String {
    while !String(decoding: buffer, as: UTF8.self).contains(end) { try fill() }
    return String(decoding: buffer, as: UTF8.self)
  }

  private func line() throws -> String {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = buffer[..<end].filter { $0 != 0x0D }
        buffer.removeSubrange(...end)
        return String(decoding: line, as: UTF8.self)
      }
      try fill()
    }
  }

  private func take(_ count: Int) throws -> [UInt8] {
    while buffer.count < count { try fill() }
    let bytes = Array(buffer.prefix(count))
    buffer.removeFirst(count)
    return bytes
  }

  private func fill() throws {
    var block = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe block.withUnsafeMutableBytes {
      unsafe recv(descriptor, $0.baseAddress, $0.count, 0)
    }
    guard count > 0 else { throw Closed() }
    buffer += block.prefix(count)
  }
}
