package import Columns
import Facts
package import Files
package import HealthNetwork
import XMLStream

/// The directory of a network as a snapshot holds it: records that agree with each other, the
/// documents they were read from, and the digest of these.
///
/// Its sections, described in `docs/snapshot-format.md`: `directory.layout`, `directory.documents`,
/// `directory.text`, `directory.textEnds`, and one `records.KIND` for each kind of record.
package struct CompiledDirectory: Sendable {
  /// The documents, in the order of reading.
  package let documents: [LoadedNetwork.Document]
  /// The digest of their paths and bytes.
  package let digest: String
  let snapshot: Snapshot

  private enum Section {
    static let layout = "directory.layout"
    static let documents = "directory.documents"
    static let text = "directory.text"
    static let textEnds = "directory.textEnds"
    static func records(_ kind: String) -> String { "records." + kind }
  }

  /// Reads of which documents a snapshot was made; records wait until they are asked for.
  ///
  /// - Throws: `FileError` when the snapshot holds no directory, or one that this software would
  ///   have coded otherwise, or is damaged.
  package init(_ snapshot: Snapshot) throws(FileError) {
    self.snapshot = snapshot
    guard try snapshot.column(Section.layout, as: UInt8.self).array == LayoutText.current else {
      throw FileError(
        .version, path: snapshot.path,
        "was made by another version of this software; build it again")
    }
    // Its texts stand in it, so that a few bytes tell whether the snapshot is of these documents.
    let bytes = try snapshot.column(Section.documents, as: UInt8.self)
    var input = ByteReader(bytes)
    let texts = CompiledDirectory.texts(from: &input)
    var reader = BinaryFieldReader(input: input, texts: texts)
    var documents: [LoadedNetwork.Document] = []
    var digest = ""
    do throws(DocumentError) {
      reader.field(.id, &digest)
      let count = reader.input.count()
      for _ in 0..<count where !reader.input.isDamaged {
        var document = LoadedNetwork.Document(path: "", header: ExchangeHeader())
        reader.field(.id, &document.path)
        try document.header.code(with: &reader)
        reader.field(.id, &document.rootLine, .count)
        documents.append(document)
      }
    } catch {
      reader.input.fail()
    }
    guard !reader.input.isDamaged, reader.input.remaining == 0 else {
      throw CompiledDirectory.damaged(Section.documents, of: snapshot)
    }
    self.documents = documents
    self.digest = digest
  }

  /// The records, each kind in canonical order.
  ///
  /// - Throws: `FileError` when a section is damaged.
  /// - Complexity: O(*n*), where *n* is the number of records.
  package func records() throws(FileError) -> NetworkRecords {
    let texts = try texts()
    var visitor = RecordReader(
      snapshot: snapshot, texts: texts, documentCount: documents.count)
    try NetworkRecords.visitExchangeKinds(&visitor)
    return visitor.records
  }

  /// The error of a directory whose records are not those of a network.
  var damaged: FileError {
    FileError(.damaged, path: snapshot.path, "holds no network; build it again")
  }

  /// Adds the directory of a network to a snapshot that is being made.
  ///
  /// - Precondition: The network was read without deltas.
  package static func add(_ folder: LoadedNetwork, to writer: inout SnapshotWriter) {
    var visitor = RecordWriter(records: folder.network.records, snapshot: writer)
    do throws(DocumentError) {
      try NetworkRecords.visitExchangeKinds(&visitor)
      writer = visitor.snapshot
      var bytes: [UInt8] = []
      var ends: [UInt32] = []
      for text in visitor.writer.texts {
        bytes.append(contentsOf: text.utf8)
        ends.append(UInt32(bytes.count))
      }
      writer.add(Section.text, bytes)
      writer.add(Section.textEnds, ends)
      writer.add(Section.layout, LayoutText.current)
      writer.add(Section.documents, try documentBytes(of: folder))
    } catch {
      preconditionFailure("a coder that only writes cannot fail: \(error)")
    }
  }

  private static func documentBytes(of folder: LoadedNetwork) throws(DocumentError) -> [UInt8] {
    var writer = BinaryFieldWriter()
    var digest = folder.digest
    writer.field(.id, &digest)
    var body = writer.takeBytes()
    body.append(number: UInt64(folder.documents.count))
    for document in folder.documents {
      var document = document
      writer.field(.id, &document.path)
      try document.header.code(with: &writer)
      writer.field(.id, &document.rootLine, .count)
    }
    body += writer.takeBytes()
    var bytes: [UInt8] = []
    bytes.append(number: UInt64(writer.texts.count))
    for text in writer.texts {
      bytes.append(number: UInt64(text.utf8.count))
      bytes.append(contentsOf: text.utf8)
    }
    return bytes + body
  }

  private static func texts(from input: inout ByteReader) -> [String] {
    let count = input.count()
    var texts: [String] = []
    for _ in 0..<count where !input.isDamaged {
      let length = input.count()
      texts.append(String(decoding: (0..<length).map { _ in input.byte() }, as: UTF8.self))
    }
    return texts
  }

  private func texts() throws(FileError) -> [String] {
    let bytes = try snapshot.column(Section.text, as: UInt8.self)
    let ends = try snapshot.column(Section.textEnds, as: UInt32.self)
    let (letters, marks) = (bytes.span, ends.span)
    var texts: [String] = []
    texts.reserveCapacity(ends.count)
    var start = 0
    for index in marks.indices {
      let end = Int(marks[index])
      guard end >= start, end <= bytes.count,
        let text = try? UTF8Span(validating: letters.extracting(start..<end))
      else { throw CompiledDirectory.damaged(Section.textEnds, of: snapshot) }
      texts.append(String(copying: text))
      start = end
    }
    return texts
  }

  fileprivate static func damaged(_ section: String, of snapshot: Snapshot) -> FileError {
    FileError(
      .damaged, path: snapshot.path, "section \"\(section)\" is damaged; build it again")
  }

  /// Reads records kind by kind.
  private struct RecordReader: ExchangeKindVisitor {
    let snapshot: Snapshot
    let texts: [String]
    let documentCount: Int
    var records = NetworkRecords()

    mutating func visit<Record: ExchangeRecord>(
      _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
    ) throws(FileError) {
      let section = Section.records(Record.kindName)
      let bytes = try snapshot.column(section, as: UInt8.self)
      var reader = BinaryFieldReader(input: ByteReader(bytes), texts: texts)
      let count = reader.input.count()
      var list: [Located<Record>] = []
      // A record has more fields than this, each of a byte: a count that lies costs little memory.
      list.reserveCapacity(min(count, reader.input.remaining / 4))
      var origin = Origin(document: 0, line: 0)
      do throws(DocumentError) {
        for _ in 0..<count where !reader.input.isDamaged {
          origin.document = Int(truncatingIfNeeded: reader.input.number())
          origin.line &+= reader.input.signedNumber()
          if !(0..<documentCount).contains(origin.document) { reader.input.fail() }
          // Read where it will lie: records are large, and would be copied.
          list.append(Located(Record(), at: origin))
          try list[list.count - 1].record.code(with: &reader)
        }
      } catch {
        reader.input.fail()
      }
      guard !reader.input.isDamaged, reader.input.remaining == 0 else {
        throw CompiledDirectory.damaged(section, of: snapshot)
      }
      records[keyPath: kind] = list
    }
  }

  /// Writes records kind by kind.
  private struct RecordWriter: ExchangeKindVisitor {
    let records: NetworkRecords
    var snapshot: SnapshotWriter
    var writer = BinaryFieldWriter()

    @_semantics("optimize.sil.specialize.generic.never")
    mutating func visit<Record: ExchangeRecord>(
      _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
    ) throws(DocumentError) {
      let list = records[keyPath: kind]
      var count: [UInt8] = []
      count.append(number: UInt64(list.count))
      var line = 0
      for located in list {
        writer.write(origin: located.origin, after: line)
        line = located.origin.line
        try writer.write(located.record)
      }
      snapshot.add(Section.records(Record.kindName), count + writer.takeBytes())
    }
  }
}
