import Answers
import Board
import Exchange
import Facts
import Files
import Formats
import HTTPTypes
import HealthNetwork

extension Call {
  /// Writes an entry and answers with it; the state has it before the answer is sent.
  func write(_ content: EntryContent) async throws -> Reply {
    var reply = Reply(try await append(content, senderKey: senderKey).json)
    reply.status = .created
    return reply
  }

  /// The entry that the sender has written under the same key before; nil where there is none.
  ///
  /// An entry that is sent again must say the same to be known: what depends on the moment is taken
  /// from the first.
  func sentBefore() async throws(BoardError) -> EntryContent? {
    guard let board = service?.board, let asker, let senderKey,
      let entry = try await board.store.entry(by: asker.principal.author, senderKey: senderKey)
    else { return nil }
    return try entry.content()
  }

  /// Writes an entry.
  func append(_ content: EntryContent, senderKey: String?) async throws -> Entry {
    let entries = try await append([(content, senderKey)])
    guard let entry = entries.first else { throw Problem.failed }
    return entry
  }

  /// Writes several entries, all of them or none.
  func append(
    _ contents: [(content: EntryContent, senderKey: String?)]
  ) async throws -> [Entry] {
    guard let service, let board = service.board, let asker else { throw Problem.noBoard }
    for (content, _) in contents { try content.check(in: session.network) }
    // The second, not the minute that answers are of.
    let entries = try await board.live.write(
      contents, by: asker.principal, from: origin, received: service.now())
    try await service.catchUp()
    return entries
  }

  /// The case that the path names.
  func caseID() throws -> CaseID {
    let text = fields["id"].first ?? ""
    guard let id = CaseID(text) else { throw Problem(BoardError.notFound(text)) }
    return id
  }

  /// The entry that the path names.
  func entryNumber() throws -> Int {
    let text = fields["entry"].first ?? ""
    guard let number = Int(text) else { throw Problem(BoardError.notFound(text)) }
    return number
  }

  /// The reports of a document: our own, or EDXL-HAVE.
  func reports(_ source: DataSource) throws -> StatusFiles {
    guard case .bytes(let bytes, let name) = source else { throw Problem.noBody }
    return try StatusFiles(reading: bytes, named: name, for: session.network)
  }
}

extension Entry {
  /// The entry for programs.
  var json: JSONValue {
    let content = try? JSONValue(reading: .bytes(payload, name: "payload"))
    return .object([
      "entry": .integer(number), "received": .string(received.description),
      "author": .string(author), "origin": .string(origin), "kind": .string(kind),
      "subject": .string(subject), "content": content, "digest": .string(digest.description),
    ])
  }
}
