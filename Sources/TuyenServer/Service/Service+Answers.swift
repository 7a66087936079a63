import Answers
import Board
import Facts
import Files
import Formats
import HTTPTypes
import Hummingbird
import NIOCore

extension Service {
  /// A whole answer: kept from before, or made on the workers.
  func whole(
    _ operation: Operation, _ call: Call, _ request: Request, _ preferences: Negotiation,
    _ connection: Connection?, _ channel: any Channel
  ) async throws -> Response {
    let acceptsGzip = preferences.acceptsGzip
    let asked = call
    let call = call.observing(operation)
    let key =
      (operation.isPure || operation.isOfBoard) && operation.body == nil
      ? call.key(operation, isCompressed: acceptsGzip) : nil
    let tag = operation.isPure ? key.map(Service.tag) : nil
    if let tag, request.headers.matches(tag) { return unchanged(tag, call) }
    if let key, let kept = cache[key] { return given(kept, tag, operation, call, for: asked) }
    let hasDigest =
      recorder != nil && !operation.isOfGround && operation.isPure
      && (asked.asker != nil || key != nil)
    let packed = { @Sendable (reply: Reply) -> (reply: Reply?, answer: CachedAnswer) in
      let compressed =
        acceptsGzip && reply.body.count > 1_000 ? Gzip.compressed(reply.body) : nil
      let answer = CachedAnswer(
        body: ByteBuffer(bytes: compressed ?? reply.body), isCompressed: compressed != nil,
        mediaType: reply.mediaType, remark: reply.remark,
        digest: hasDigest ? Digest(of: reply.body) : nil)
      if let key, reply.status == .ok {
        self.cache.keep(answer, of: answer.body.readableBytes, for: key)
      }
      return (reply, answer)
    }
    let handler = operation.handler
    let made = try await within(limits.seconds(operation.cost), connection, channel) {
      () async throws -> (reply: Reply?, answer: CachedAnswer) in
      switch handler {
      case .whole(let make):
        return try await self.gate.run(operation.cost) {
          // Somebody may have asked the same while this waited.
          if let key, let kept = self.cache[key] { return (nil, kept) }
          return packed(try make(call))
        }
      case .waiting(let make):
        if let key, let kept = self.cache[key] { return (nil, kept) }
        return packed(try await make(call))
      case .rows, .events: throw Problem.failed
      }
    }
    let answer = made.answer
    guard let reply = made.reply else { return given(answer, tag, operation, call, for: asked) }
    let isOK = reply.status == .ok
    if isOK { note(answer, operation, asked) }
    let own = reply.headers[.eTag]
    if let own, request.headers.matches(own) { return unchanged(own, call) }
    var response = response(answer, isOK ? tag : nil, operation, call)
    response.status = reply.status
    for field in reply.headers { response.headers[field.name] = field.value }
    if isOK, tag != nil, request.headers[.ifNoneMatch] == "*" { return unchanged(tag ?? "", call) }
    return response
  }

  /// The response with an answer that was made before.
  private func given(
    _ kept: CachedAnswer, _ tag: String?, _ operation: Operation, _ call: Call, for asked: Call
  ) -> Response {
    metrics.countCacheHit()
    note(kept, operation, asked)
    return response(kept, tag, operation, call)
  }

  /// Has it written down that somebody was given an answer, so that it can be given again.
  private func note(_ answer: CachedAnswer, _ operation: Operation, _ call: Call) {
    guard let recorder, let digest = answer.digest else { return }
    recorder.note(operation, call, digest, at: now())
  }

  private func response(
    _ answer: CachedAnswer, _ tag: String?, _ operation: Operation, _ call: Call
  ) -> Response {
    var headers = headers(call, answer.mediaType, answer.remark)
    headers[.contentDisposition] = operation.disposition(of: answer.mediaType)
    headers[.eTag] = tag
    // The truth of now, and secrets that are shown once, are nobody's to keep.
    if !operation.isPure { headers[.cacheControl] = "no-store" }
    if answer.isCompressed { headers[.contentEncoding] = "gzip" }
    return Response(status: .ok, headers: headers, body: .init(byteBuffer: answer.body))
  }

  private func unchanged(_ tag: String, _ call: Call) -> Response {
    var headers = headers(call, nil, nil)
    headers[.eTag] = tag
    return Response(status: .notModified, headers: headers)
  }

  /// The headers of an answer.
  private func headers(_ call: Call, _ mediaType: String?, _ remark: String?) -> HTTPFields {
    var headers = SecurityHeaders.all
    headers[.contentType] = mediaType
    if mediaType == MediaType.html {
      // The page of a report brings its own styles and pictures, and no script.
      headers[.contentSecurityPolicy] =
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; object-src 'none'; "
        + "base-uri 'none'; frame-ancestors 'none'"
    }
    // A browser is to keep nothing of what somebody with a session asked: it tells place and need.
    headers[.cacheControl] =
      call.asker.map { $0.session == nil ? "private, no-cache" : "no-store" } ?? "no-cache"
    headers[.vary] = "Accept, Accept-Encoding, Accept-Language"
    headers[.contentLanguage] = call.language.rawValue
    headers[.state] = call.state.key
    if let remark { headers[.remark] = Service.encoded(remark) }
    return headers
  }

  /// A text as headers carry it: UTF-8 with percent signs (RFC 8187).
  private static func encoded(_ text: String) -> String {
    var value = "UTF-8''"
    for byte in text.utf8 {
      if byte == UInt8(ascii: "-") || (byte < 0x80 && Character(Unicode.Scalar(byte)).isLetter)
        || (byte < 0x80 && Character(Unicode.Scalar(byte)).isNumber)
      {
        value.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        value += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return value
  }

  /// The tag of an answer, made of all that it depends on.
  private static func tag(_ key: String) -> String {
    var digest = ContentDigest()
    digest.add(key)
    return "\"\(digest.text)\""
  }

  /// An answer in pieces.
  func stream(
    _ start: @escaping @Sendable (Call) throws -> any RowStream, _ operation: Operation,
    _ call: Call, _ connection: Connection?, _ channel: any Channel
  ) async throws -> Response {
    let seconds = limits.seconds(operation.cost)
    let asked = call
    let call = call.observing(operation)
    // The first piece is made before the head is sent, so that what is wrong with a table is an error.
    let (rows, first) = try await within(seconds, connection, channel) {
      try await self.gate.run(operation.cost) { () throws -> (any RowStream, [UInt8]?) in
        let rows = try start(call)
        return (rows, try rows.next())
      }
    }
    var headers = headers(call, rows.mediaType, nil)
    headers[.contentDisposition] = operation.disposition(of: rows.mediaType)
    headers[.cacheControl] = "no-store"
    let body = ResponseBody { writer in
      defer { connection?.end() }
      var piece = first
      var digest = RunningDigest()
      var isWhole = true
      while let bytes = piece {
        if !bytes.isEmpty { try await writer.write(ByteBuffer(bytes: bytes)) }
        digest.add(bytes)
        do {
          piece = try await self.next(rows, operation, seconds, connection, channel)
        } catch let error where rows.mediaType == MediaType.lines {
          // The head is sent: the last line says why there are no more.
          let problem = Problem(any: error)
          let line = JSONValue.object(["problem": problem.json(in: call.language, request: "")])
          try await writer.write(ByteBuffer(bytes: line.bytes()))
          isWhole = false
          break
        }
      }
      // A stream that broke off is no answer that could be replayed.
      let whole = digest.finish()
      if isWhole { self.recorder?.note(operation, asked, whole, at: self.now()) }
      try await writer.finish(nil)
    }
    return Response(status: .ok, headers: headers, body: body)
  }

  /// The next piece; while too much waits, it is waited for, as the client has an answer in part.
  private func next(
    _ rows: any RowStream, _ operation: Operation, _ seconds: Int, _ connection: Connection?,
    _ channel: any Channel
  ) async throws -> [UInt8]? {
    while true {
      do {
        return try await within(seconds, connection, channel) {
          try await self.gate.run(operation.cost) { try rows.next() }
        }
      } catch let problem as Problem where problem.code == Problem.busy.code {
        try await Task.sleep(for: .milliseconds(100))
      }
    }
  }
}

extension Operation {
  /// The name under which an answer is stored, where people store it; nil for what programs read.
  fileprivate func disposition(of mediaType: String) -> String? {
    let ending: String
    switch mediaType {
    case MediaType.csv: ending = "csv"
    case MediaType.workbook: ending = "xlsx"
    case MediaType.geoJSON: ending = "geojson"
    case MediaType.html: ending = "html"
    default: return nil
    }
    return "inline; filename=\"\(identifier).\(ending)\""
  }
}

extension Call {
  /// All that an answer depends on, as one text.
  func key(_ operation: Operation, isCompressed: Bool) -> String {
    var basis = operation.isOfGround ? state.ground(on: now.day) : state.session.digest
    if operation.isOfBoard { basis += "\u{1F}\(state.board.number)\u{1F}" + told }
    var parts = [
      basis, operation.identifier, format.rawValue, language.rawValue,
      isCompressed ? "gzip" : "plain",
    ]
    for field in fields.all {
      parts.append("\(field.name.utf8.count):\(field.name)=\(field.value)")
    }
    return parts.joined(separator: "\u{1F}")
  }
}

extension Call {
  /// The patients that one is told of: those of every facility, of some, or of none.
  private var told: String {
    guard let principal = asker?.principal else { return "none" }
    if principal.may(.coordinate) { return "all" }
    // Behind a mark that no other answer has: a facility may be called "all".
    return "of " + principal.facilities.sorted().joined(separator: "\u{1E}")
  }
}

extension HTTPFields {
  /// Whether a client holds what a tag names.
  func matches(_ tag: String) -> Bool {
    guard let list = self[.ifNoneMatch] else { return false }
    return list.split(separator: ",").contains { item in
      let name = item.drop { $0 == " " }
      return (name.hasPrefix("W/") ? name.dropFirst(2) : name).prefix(tag.count) == tag
    }
  }
}
