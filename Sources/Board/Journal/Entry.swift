public import Facts
import Formats

/// One entry of the journal: what was written, by whom, when and from where, chained to the one
/// before by a digest.
///
/// Entries are only ever appended. ``digest`` is SHA-256 over the digest before and every field with
/// its length, so that no two different entries have one digest.
public struct Entry: Hashable, Sendable {
  /// The number, from 1 without gaps.
  public let number: Int
  /// When it was received, in UTC; never earlier than the entry before.
  public let received: Instant
  /// Who wrote it.
  public let author: String
  /// From where: the address or the face that it came through.
  public let origin: String
  /// The key with which its sender may send it again without writing it twice.
  public let senderKey: String
  /// The kind of content; one that this program does not know is kept, but not understood.
  public let kind: String
  /// Its subject.
  public let subject: String
  /// The content as canonical JSON.
  public let payload: [UInt8]
  /// The digest of the entry before; zeros for the first.
  public let previous: Digest
  /// The digest of this entry.
  public let digest: Digest

  /// Makes the entry that follows another.
  init(_ draft: EntryDraft, after head: JournalHead, received: Instant) {
    number = head.number + 1
    // A clock that was set back must not let a later entry be known earlier.
    self.received = Instant(
      seconds: max(received.seconds, head.received), zone: ZoneOffset(minutes: 0))
    author = draft.author.text
    origin = draft.origin
    senderKey = draft.senderKey
    kind = draft.content.kind.rawValue
    subject = draft.content.subject
    payload = draft.content.payload
    previous = head.digest
    digest = Entry.digest(
      previous: previous, number: number, received: self.received, author: author, origin: origin,
      senderKey: senderKey, kind: kind, subject: subject, payload: payload)
  }

  /// Makes an entry of what a store holds, unchecked.
  init(
    number: Int, received: Int, author: String, origin: String, senderKey: String, kind: String,
    subject: String, payload: [UInt8], previous: Digest, digest: Digest
  ) {
    self.number = number
    self.received = Instant(seconds: received, zone: ZoneOffset(minutes: 0))
    self.author = author
    self.origin = origin
    self.senderKey = senderKey
    self.kind = kind
    self.subject = subject
    self.payload = payload
    self.previous = previous
    self.digest = digest
  }

  /// The content of the entry.
  ///
  /// - Throws: `BoardError` where the kind is unknown or the payload is not the canonical one.
  public func content() throws(BoardError) -> EntryContent {
    try EntryContent(kind: kind, subject: subject, payload: payload)
  }

  /// The digest that the fields demand.
  var computedDigest: Digest {
    Entry.digest(
      previous: previous, number: number, received: received, author: author, origin: origin,
      senderKey: senderKey, kind: kind, subject: subject, payload: payload)
  }

  /// Whether the entry says the same as a draft, whenever and from wherever it came.
  func says(_ draft: EntryDraft) -> Bool {
    author == draft.author.text && kind == draft.content.kind.rawValue
      && subject == draft.content.subject && payload == draft.content.payload
  }

  private static func digest(
    previous: Digest, number: Int, received: Instant, author: String, origin: String,
    senderKey: String, kind: String, subject: String, payload: [UInt8]
  ) -> Digest {
    var message = previous.bytes
    message.reserveCapacity(payload.count + 256)
    func add(_ field: [UInt8]) {
      appendBigEndian(UInt32(truncatingIfNeeded: field.count), to: &message)
      message += field
    }
    func add(_ number: Int) {
      var bytes: [UInt8] = []
      appendBigEndian(UInt64(bitPattern: Int64(number)), to: &bytes)
      add(bytes)
    }
    add(number)
    add(received.seconds)
    for text in [author, origin, senderKey, kind, subject] { add(Array(text.utf8)) }
    add(payload)
    return Digest(of: message)
  }
}

/// Appends a number, its highest byte first.
private func appendBigEndian<Number: FixedWidthInteger>(_ number: Number, to bytes: inout [UInt8]) {
  for shift in stride(from: Number.bitWidth - 8, through: 0, by: -8) {
    bytes.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
  }
}

/// An entry that is to be written.
public struct EntryDraft: Hashable, Sendable {
  /// Who writes it.
  public let author: Author
  /// From where: the address or the face that it comes through.
  public let origin: String
  /// The key with which its sender may send it again: one for each thing it wants to be written.
  public let senderKey: String
  /// Its content.
  public let content: EntryContent

  /// Most bytes of a payload.
  public static let mostPayloadBytes = 1 << 20

  /// Creates a draft.
  ///
  /// - Parameters:
  ///   - content: What it tells.
  ///   - author: Who writes it.
  ///   - origin: From where; what cannot be shown is left out.
  ///   - senderKey: The sender's key; nil for a random one, where nobody will send it again.
  /// - Throws: `BoardError` where the key is none.
  public init(
    _ content: EntryContent, by author: Author, from origin: String, senderKey: String? = nil
  ) throws(BoardError) {
    let key: String
    if let senderKey { key = senderKey } else { key = "own:" + base64URL(try randomBytes(16)) }
    guard FreeText.isID(key) else {
      throw .invalid(
        "senderKey", String(key.prefix(40)),
        Bilingual(
          "1 đến 200 chữ, số và . _ - : / #", "1 to 200 letters, digits and . _ - : / #"))
    }
    self.content = content
    self.author = author
    self.senderKey = key
    let shown = origin.unicodeScalars.filter { $0.value >= 0x20 && $0.value < 0x7F }
    self.origin = String(String.UnicodeScalarView(shown.prefix(200)))
  }
}

/// The end of a journal.
public struct JournalHead: Hashable, Sendable {
  /// The number of the last entry; 0 for none.
  public var number: Int
  /// The digest of the last entry; zeros for none.
  public var digest: Digest
  /// When the last entry was received, in seconds since 1970; 0 for none.
  public var received: Int

  /// The end of an empty journal.
  public static let empty = JournalHead(number: 0, digest: .zero, received: 0)

  /// Names the end of a journal.
  public init(number: Int, digest: Digest, received: Int) {
    self.number = number
    self.digest = digest
    self.received = received
  }
}
