import CPostgreSQL

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One connection by libpq, for one thread.
///
/// No call waits longer than its deadline: a server that is frozen holds a connection open for ever, and
/// nothing but a clock tells.
@safe final class PostgreSQLLink {
  private let handle: OpaquePointer

  /// Connects; of several hosts to the first that answers and takes writes.
  ///
  /// - Parameters:
  ///   - target: A connection string or URI of libpq.
  ///   - name: What the server shows the connection as.
  /// - Throws: `PostgreSQLError` where no host answers.
  init(_ target: String, name: String) throws(PostgreSQLError) {
    let defaults: [(String, String)] = [
      ("application_name", name), ("connect_timeout", "2"), ("tcp_user_timeout", "2000"),
      ("target_session_attrs", "read-write"), ("client_encoding", "UTF8"),
      // Over a network only with TLS and a certificate that fits, unless the string says otherwise; a
      // socket of the same machine has none.
      ("sslmode", "verify-full"), ("gssencmode", "disable"),
      // A server of ours that hangs in a transaction must not keep the others from writing.
      ("options", "-c idle_in_transaction_session_timeout=5000 -c lock_timeout=3000"),
      ("dbname", target),
    ]
    let keys = CStrings(defaults.map(\.0))
    let values = CStrings(defaults.map(\.1))
    // With expansion the string's own words come after the defaults, and count.
    guard let handle = unsafe PQconnectdbParams(keys.pointers, values.pointers, 1) else {
      throw PostgreSQLError(state: "53200", message: "no memory")
    }
    guard unsafe PQstatus(handle) == CONNECTION_OK else {
      let message = unsafe PostgreSQLLink.text(PQerrorMessage(handle))
      unsafe PQfinish(handle)
      throw PostgreSQLError(state: "08001", message: message)
    }
    unsafe PQsetnonblocking(handle, 1)
    unsafe self.handle = unsafe handle
  }

  deinit { unsafe PQfinish(handle) }

  /// Runs a statement with parameters; nil is NULL.
  ///
  /// - Parameters:
  ///   - sql: One statement.
  ///   - parameters: The values of $1, $2, … as text.
  ///   - deadline: When to give up.
  /// - Returns: The rows.
  /// - Throws: `PostgreSQLError` of the server, or where it does not answer in time.
  @discardableResult
  func run(
    _ sql: String, _ parameters: [String?] = [], deadline: ContinuousClock.Instant
  ) throws(PostgreSQLError) -> PostgreSQLRows {
    let values = CStrings(parameters)
    // Without parameters several statements may be sent as one text.
    let sent =
      parameters.isEmpty
      ? unsafe PQsendQuery(handle, sql)
      : unsafe PQsendQueryParams(
        handle, sql, Int32(parameters.count), nil, values.pointers, nil, nil, 0)
    guard sent == 1 else { throw lost() }
    var last: PostgreSQLRows?
    while true {
      try waitForResult(deadline)
      guard let result = unsafe PQgetResult(handle) else { break }
      last = unsafe PostgreSQLRows(result)
    }
    guard let last else { throw lost() }
    if let error = last.error { throw error }
    return last
  }

  /// Waits for a notification, or until it is time to do something else.
  ///
  /// - Returns: The payloads of those that came.
  func notifications(
    until deadline: ContinuousClock.Instant
  ) throws(PostgreSQLError) -> [String] {
    var payloads = try takeNotifications()
    while payloads.isEmpty, ContinuousClock.now < deadline {
      try wait(for: Int16(POLLIN), until: deadline)
      payloads = try takeNotifications()
    }
    return payloads
  }

  private func takeNotifications() throws(PostgreSQLError) -> [String] {
    guard unsafe PQconsumeInput(handle) == 1 else { throw lost() }
    var payloads: [String] = []
    while let notification = unsafe PQnotifies(handle) {
      payloads.append(unsafe PostgreSQLLink.text(notification.pointee.extra))
      unsafe PQfreemem(notification)
    }
    return payloads
  }

  private func waitForResult(_ deadline: ContinuousClock.Instant) throws(PostgreSQLError) {
    while true {
      let flushed = unsafe PQflush(handle)
      guard flushed >= 0 else { throw lost() }
      if flushed == 0, unsafe PQisBusy(handle) == 0 { return }
      guard ContinuousClock.now < deadline else {
        throw PostgreSQLError(state: "57014", message: "no answer in time")
      }
      let came = try wait(
        for: Int16(POLLIN) | (flushed == 1 ? Int16(POLLOUT) : 0), until: deadline)
      if came { guard unsafe PQconsumeInput(handle) == 1 else { throw lost() } }
    }
  }

  /// Waits until something can be read or written, or the deadline.
  @discardableResult
  private func wait(
    for events: Int16, until deadline: ContinuousClock.Instant
  ) throws(PostgreSQLError) -> Bool {
    let socket = unsafe PQsocket(handle)
    guard socket >= 0 else { throw lost() }
    let left = (deadline - .now) / .milliseconds(1)
    var descriptor = pollfd(fd: socket, events: events, revents: 0)
    _ = unsafe poll(&descriptor, 1, Int32(clamping: Int(max(0, min(left, 60_000)))) + 1)
    return descriptor.revents != 0
  }

  private func lost() -> PostgreSQLError {
    PostgreSQLError(state: "08006", message: unsafe PostgreSQLLink.text(PQerrorMessage(handle)))
  }

  fileprivate static func text(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    let text = unsafe String(cString: pointer)
    return String(text.split(separator: "\n").joined(separator: " "))
  }
}

/// Texts for C, each ended by a zero, freed with the object.
@safe private final class CStrings {
  private let strings: [UnsafeMutablePointer<CChar>?]
  private let table: UnsafeMutableBufferPointer<UnsafePointer<CChar>?>

  /// The addresses, ended by nil.
  var pointers: UnsafePointer<UnsafePointer<CChar>?>? { unsafe UnsafePointer(table.baseAddress) }

  init(_ texts: [String?]) {
    let strings = unsafe texts.map { text in unsafe text.flatMap { unsafe strdup($0) } }
    let table = UnsafeMutableBufferPointer<UnsafePointer<CChar>?>.allocate(
      capacity: texts.count + 1)
    unsafe table.initialize(repeating: nil)
    for index in unsafe strings.indices {
      unsafe table[index] = unsafe strings[index].map { unsafe UnsafePointer($0) }
    }
    unsafe self.strings = unsafe strings
    unsafe self.table = unsafe table
  }

  convenience init(_ texts: [String]) { self.init(texts.map(Optional.some)) }

  deinit {
    // Not "for unsafe": the formatter of 6.3 loses the name behind it.
    for index in unsafe strings.indices { unsafe free(strings[index]) }
    unsafe table.deallocate()
  }
}

/// The rows of a result, all as text.
@safe final class PostgreSQLRows {
  private let result: OpaquePointer
  /// The number of rows.
  let count: Int

  fileprivate init(_ result: OpaquePointer) {
    unsafe self.result = unsafe result
    count = Int(unsafe PQntuples(result))
  }

  deinit { unsafe PQclear(result) }

  /// The error; nil where there was none.
  var error: PostgreSQLError? {
    let status = unsafe PQresultStatus(result)
    if status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK { return nil }
    let state = unsafe PostgreSQLLink.text(PQresultErrorField(result, TUYEN_PQ_SQLSTATE))
    return PostgreSQLError(
      state: state, message: unsafe PostgreSQLLink.text(PQresultErrorMessage(result)))
  }

  /// A value as text; nil where it is NULL or there is none.
  func text(_ row: Int, _ column: Int) -> String? {
    guard row < count, column < Int(unsafe PQnfields(result)),
      unsafe PQgetisnull(result, Int32(row), Int32(column)) == 0,
      let value = unsafe PQgetvalue(result, Int32(row), Int32(column))
    else { return nil }
    return unsafe String(cString: value)
  }

  /// A whole number; nil where it is NULL.
  func integer(_ row: Int, _ column: Int) -> Int? { text(row, column).flatMap { Int($0) } }

  /// Bytes, as PostgreSQL writes them: \x and two hexadecimal digits each; nil where they are NULL.
  func bytes(_ row: Int, _ column: Int) -> [UInt8]? {
    guard let text = text(row, column), text.hasPrefix("\\x") else { return nil }
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in text.utf8.dropFirst(2) {
      let value: UInt8
      switch digit {
      case 0x30...0x39: value = digit - 0x30
      case 0x61...0x66: value = digit - 0x57
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return high == nil ? bytes : nil
  }

  /// A digest that must be there.
  func digest(_ row: Int, _ column: Int) throws(BoardError) -> Digest {
    guard let bytes = bytes(row, column), let digest = Digest(bytes: bytes) else {
      throw .unavailable("column \(column) holds no digest")
    }
    return digest
  }
}

/// Bytes as PostgreSQL reads them.
func literal(_ bytes: [UInt8]) -> String { "\\x" + hexadecimal(bytes) }
