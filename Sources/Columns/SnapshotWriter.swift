public import Files

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Gathers named columns and writes them as one snapshot file.
///
///     var writer = SnapshotWriter()
///     writer.add("graph.heads", heads)
///     writer.add("graph.weights", weights)
///     try writer.write(to: "network.snapshot")
///
/// The same columns give the same bytes, in whatever order they are added. The file is written beside
/// its place and then moved there: a process that has the old one mapped keeps it, and none ever sees half
/// of the new one.
public struct SnapshotWriter {
  private struct Section {
    var name: String
    var kind: ElementKind
    var count: Int
    var bytes: Column<UInt8>
  }

  private var sections: [Section] = []

  /// Creates a writer without columns.
  public init() {}

  /// Adds a column.
  ///
  /// - Parameters:
  ///   - name: 1 to 48 of a-z, A-Z, 0-9, ".", "-" and "_"; each name once.
  ///   - column: The column.
  public mutating func add<Element: ColumnElement>(_ name: String, _ column: Column<Element>) {
    precondition(SnapshotFormat.isName(name.utf8), "\"\(name)\" cannot name a section")
    precondition(!sections.contains { $0.name == name }, "a second section \"\(name)\"")
    sections.append(
      Section(name: name, kind: Element.kind, count: column.count, bytes: column.bytes))
  }

  /// Adds numbers as a column.
  public mutating func add<Element: ColumnElement>(_ name: String, _ elements: [Element]) {
    add(name, Column(elements))
  }

  /// Writes the file, replacing what is there.
  ///
  /// - Throws: `FileError` when it cannot be written; what was there is left as it was.
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  public func write(to path: String) throws(FileError) {
    let sorted = sections.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    var table: [UInt8] = []
    let tableEnd = SnapshotFormat.headerSize + SnapshotFormat.entrySize * sorted.count
    var offset = SnapshotWriter.aligned(tableEnd)
    for section in sorted {
      table.append(contentsOf: section.name.utf8)
      table.append(zeros: SnapshotFormat.nameSize - section.name.utf8.count)
      table.append(number: section.kind.rawValue)
      table.append(number: UInt32(section.kind.size))
      table.append(number: UInt64(offset))
      table.append(number: UInt64(section.count))
      table.append(number: SnapshotWriter.checksum(of: section.bytes))
      table.append(zeros: SnapshotFormat.Entry.reserved.count)
      offset = SnapshotWriter.aligned(offset + section.bytes.count)
    }
    table.append(zeros: SnapshotWriter.aligned(tableEnd) - tableEnd)
    var header = SnapshotFormat.magic
    header.append(number: SnapshotFormat.byteOrderMark)
    header.append(number: SnapshotFormat.version)
    header.append(number: UInt64(offset))
    header.append(number: UInt32(sorted.count))
    header.append(zeros: SnapshotFormat.Header.reserved.count)
    header.append(number: unsafe table.withUnsafeBytes { unsafe Checksum.of($0) })
    header.append(number: unsafe header.withUnsafeBytes { unsafe Checksum.of($0) })

    let file = try ReplacedFile(path: path)
    try file.write(header + table)
    for section in sorted {
      try unsafe section.bytes.withBytes { (bytes) throws(FileError) in try unsafe file.write(bytes)
      }
      let rest = SnapshotWriter.aligned(section.bytes.count) - section.bytes.count
      if rest > 0 { try file.write([UInt8](repeating: 0, count: rest)) }
    }
    try file.finish()
  }

  /// Whether a snapshot may be written to a path without loss: nothing is there, or a snapshot.
  package static func mayReplace(_ path: String) -> Bool {
    // A path that holds anything but a file is refused when it is written to.
    guard FileStamp(path: path) != nil else { return true }
    guard let bytes = Column<UInt8>(file: path) else { return false }
    return bytes.array.starts(with: SnapshotFormat.magic)
  }

  private static func aligned(_ offset: Int) -> Int {
    // No column in memory is so long that this fails.
    SnapshotFormat.aligned(offset) ?? Int.max
  }

  /// The checksum of a section with its padding.
  private static func checksum(of bytes: Column<UInt8>) -> UInt64 {
    let rest = aligned(bytes.count) - bytes.count
    guard rest > 0 else { return unsafe bytes.withBytes { unsafe Checksum.of($0) } }
    // Copied to be padded: a checksum that takes parts would need more code than this is worth.
    return unsafe (bytes.array + [UInt8](repeating: 0, count: rest)).withUnsafeBytes {
      unsafe Checksum.of($0)
    }
  }
}

extension [UInt8] {
  /// Appends a number as the machine stores it.
  fileprivate mutating func append(number: some FixedWidthInteger & BitwiseCopyable) {
    unsafe Swift.withUnsafeBytes(of: number) { unsafe append(contentsOf: $0) }
  }

  fileprivate mutating func append(zeros count: Int) {
    append(contentsOf: repeatElement(0, count: count))
  }
}
