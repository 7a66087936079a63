import Files

/// The table of sections of a snapshot, read from bytes that may be anything.
struct SnapshotTable {
  /// One section.
  struct Entry {
    var name: String
    var kind: ElementKind
    var offset: Int
    var count: Int
    var checksum: UInt64
  }

  private(set) var entries: [Entry] = []
  private let path: String

  /// Reads and checks the header and the table, and that the sections lie where they must.
  init(_ bytes: UnsafeRawBufferPointer, path: String) throws(FileError) {
    self.path = path
    typealias Header = SnapshotFormat.Header
    // What can be told of a file that breaks off early is told.
    guard unsafe bytes.prefix(8).elementsEqual(SnapshotFormat.magic) else {
      throw FileError(.foreign, path: path, "is no snapshot")
    }
    guard bytes.count >= SnapshotFormat.headerSize else {
      throw FileError(
        .truncated, path: path,
        "breaks off after \(bytes.count) bytes, within its header; build it again")
    }
    let mark = unsafe bytes.load(fromByteOffset: Header.byteOrderMark, as: UInt32.self)
    guard mark == SnapshotFormat.byteOrderMark else {
      guard mark == SnapshotFormat.byteOrderMark.byteSwapped else { throw damaged("its header") }
      throw FileError(
        .byteOrder, path: path,
        "was written on a machine of the other byte order; build it again on this one")
    }
    let version = unsafe bytes.load(fromByteOffset: Header.version, as: UInt32.self)
    guard version == SnapshotFormat.version else {
      throw FileError(
        .version, path: path,
        "has version \(version) of the format, expected \(SnapshotFormat.version); build it again")
    }
    let sum = unsafe bytes.load(fromByteOffset: Header.checksum, as: UInt64.self)
    guard unsafe Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[..<Header.checksum])) == sum,
      unsafe bytes[Header.reserved].allSatisfy({ $0 == 0 })
    else { throw damaged("its header") }
    let length = unsafe bytes.load(fromByteOffset: Header.length, as: UInt64.self)
    guard length == UInt64(bytes.count) else {
      throw FileError(
        .truncated, path: path,
        "has \(bytes.count) bytes where \(length) were written; build it again")
    }
    let count = unsafe Int(bytes.load(fromByteOffset: Header.sectionCount, as: UInt32.self))
    let tableEnd = SnapshotFormat.headerSize + SnapshotFormat.entrySize * count
    guard let first = SnapshotFormat.aligned(tableEnd), first <= bytes.count,
      unsafe Checksum.of(
        UnsafeRawBufferPointer(rebasing: bytes[SnapshotFormat.headerSize..<first]))
        == bytes.load(fromByteOffset: Header.tableChecksum, as: UInt64.self)
    else { throw damaged("its table of sections") }

    var offset = first
    for index in 0..<count {
      let start = SnapshotFormat.headerSize + SnapshotFormat.entrySize * index
      let entry = try unsafe entry(
        UnsafeRawBufferPointer(rebasing: bytes[start..<(start + SnapshotFormat.entrySize)]))
      if let last = entries.last, !last.name.utf8.lexicographicallyPrecedes(entry.name.utf8) {
        throw damaged("the order of its sections")
      }
      let (size, overflows) = entry.count.multipliedReportingOverflow(by: entry.kind.size)
      let (end, overflowsToo) = entry.offset.addingReportingOverflow(size)
      guard entry.offset == offset, !overflows, !overflowsToo,
        let next = SnapshotFormat.aligned(end), next <= bytes.count
      else { throw damaged("the place of section \"\(entry.name)\"") }
      offset = next
      entries.append(entry)
    }
    guard offset == bytes.count else { throw damaged("its end") }
  }

  private func entry(_ bytes: UnsafeRawBufferPointer) throws(FileError) -> Entry {
    typealias Field = SnapshotFormat.Entry
    let padded = unsafe bytes[..<SnapshotFormat.nameSize]
    let name = unsafe Array(padded.prefix { $0 != 0 })
    let code = unsafe bytes.load(fromByteOffset: Field.kind, as: UInt32.self)
    let size = unsafe bytes.load(fromByteOffset: Field.elementSize, as: UInt32.self)
    let offset = unsafe bytes.load(fromByteOffset: Field.offset, as: UInt64.self)
    let count = unsafe bytes.load(fromByteOffset: Field.count, as: UInt64.self)
    guard SnapshotFormat.isName(name), unsafe padded[name.count...].allSatisfy({ $0 == 0 }),
      let kind = ElementKind(rawValue: code), size == UInt32(kind.size),
      let offset = Int(exactly: offset), let count = Int(exactly: count),
      unsafe bytes[Field.reserved].allSatisfy({ $0 == 0 })
    else { throw damaged("its table of sections") }
    return unsafe Entry(
      name: String(decoding: name, as: UTF8.self), kind: kind, offset: offset, count: count,
      checksum: bytes.load(fromByteOffset: Field.checksum, as: UInt64.self))
  }

  private func damaged(_ what: String) -> FileError {
    FileError(.damaged, path: path, "\(what) is damaged; build it again")
  }
}
