public import Formats

/// A document that came with a question: enough to know it again, and to find it where it was kept.
public struct AskedDocument: Hashable, Sendable {
  /// Why a document was not kept.
  public enum Omission: String, CaseIterable, Sendable {
    /// It is longer than what is kept.
    case tooLong = "too-long"
    /// It holds what may be the number of a telephone or of a person.
    case holdsNumber = "holds-number"
    /// It is a workbook or another packed file, in which nobody can look for numbers.
    case packed

    /// The reason in words.
    public var words: Bilingual {
      switch self {
      case .tooLong: Bilingual("quá dài", "it is too long")
      case .holdsNumber:
        Bilingual(
          "có thể có số của người bệnh", "it may hold the number of a patient")
      case .packed: Bilingual("là tệp nén", "it is a packed file")
      }
    }
  }

  /// The part that it was: `batch`, `scenario`.
  public var part: String
  /// The name that its sender gave it.
  public var name: String
  /// The digest of its bytes.
  public var digest: Digest
  /// Its length in bytes.
  public var length: Int
  /// Why it was not kept; nil where it was.
  public var omission: Omission?

  /// The most bytes of a document that is kept.
  public static let mostBytes = 1 << 19

  /// Describes a document, and decides whether it is kept.
  public init(part: String, name: String, _ bytes: [UInt8]) {
    // The name is part of some answers: without it the same bytes cannot be given again.
    let isNameKept = name.utf8.count <= 1_000 && !FreeText.holdsNumber(name)
    self.part = part
    self.name = isNameKept ? name : part
    digest = Digest(of: bytes)
    length = bytes.count
    omission =
      if bytes.count > AskedDocument.mostBytes {
        .tooLong
      } else if bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0x1F, 0x8B]) {
        .packed
      } else if !isNameKept || FreeText.holdsNumber(inDocument: bytes) {
        .holdsNumber
      } else {
        nil
      }
  }

  func check() throws(BoardError) {
    try FreeText.check(id: part, "part")
    guard name.utf8.count <= 1_000, !FreeText.holdsNumber(name) else {
      throw .holdsNumber("name")
    }
    guard length >= 0 else {
      throw .invalid("length", "\(length)", Bilingual("số byte", "a number of bytes"))
    }
  }

  var payload: JSONValue {
    .object([
      "part": .string(part), "name": .string(name), "digest": .string(digest.description),
      "length": .integer(length), "omitted": omission.map { .string($0.rawValue) },
    ])
  }

  init(_ reader: inout PayloadReader) throws(BoardError) {
    part = try reader.required("part")
    name = try reader.required("name")
    let text = try reader.required("digest")
    guard let digest = Digest(text) else {
      throw .invalid("digest", text, Bilingual("mã băm SHA-256", "a SHA-256 digest"))
    }
    self.digest = digest
    length = try reader.requiredInteger("length")
    omission = try reader.word("omitted", Omission.self)
    try reader.finish()
  }
}
