import Formats

/// An answer that was given: enough to give the same bytes again.
public struct AnswerRecord: Hashable, Sendable {
  /// The operation and its fields, as the service names them: canonical bytes.
  public var question: String
  /// The digest of the network as it was loaded, before anything of the journal.
  public var network: String
  /// The number of the last entry that the answer rests on.
  public var entry: Int
  /// The digest of the answer's bytes.
  public var answer: Digest
  /// The documents that came with the question.
  public var documents: [AskedDocument] = []

  /// Creates a record.
  public init(
    question: String, network: String, entry: Int, answer: Digest, documents: [AskedDocument] = []
  ) {
    self.question = question
    self.network = network
    self.entry = entry
    self.answer = answer
    self.documents = documents
  }

  func check() throws(BoardError) {
    guard (1...65_536).contains(question.utf8.count) else {
      throw .invalid(
        "question", "", Bilingual("không quá 64 KiB", "a question of at most 64 KiB"))
    }
    try FreeText.check(id: network, "network")
    guard documents.count <= 100 else {
      throw .invalid(
        "documents", "\(documents.count)", Bilingual("nhiều nhất 100", "at most 100 documents"))
    }
    for document in documents { try document.check() }
    guard entry >= 0 else {
      throw .invalid("entry", "\(entry)", Bilingual("số của một mục", "the number of an entry"))
    }
  }

  var payload: JSONValue {
    .object([
      "question": .string(question), "network": .string(network), "entry": .integer(entry),
      "answer": .string(answer.description),
      "documents": documents.isEmpty ? nil : .array(documents.map(\.payload)),
    ])
  }

  init(_ reader: inout PayloadReader) throws(BoardError) {
    let question = try reader.required("question")
    let network = try reader.required("network")
    let entry = try reader.requiredInteger("entry")
    let text = try reader.required("answer")
    guard let answer = Digest(text) else {
      throw .invalid("answer", text, Bilingual("mã băm SHA-256", "a SHA-256 digest"))
    }
    let documents = try reader.list("documents") { value, path throws(BoardError) in
      var reader = try PayloadReader(value, path: path)
      return try AskedDocument(&reader)
    }
    self.init(
      question: question, network: network, entry: entry, answer: answer,
      documents: documents ?? [])
  }
}
