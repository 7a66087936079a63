public import Files

/// A file of named columns, mapped into memory and seen where they lie.
///
///     let snapshot = try Snapshot(path: "network.snapshot")
///     let heads = try snapshot.column("graph.heads", as: UInt32.self)
///     let span = heads.span
///
/// Opening looks at the header and the table of sections only. The bytes of a section are compared
/// with its checksum whenever its column is asked for, so that a damaged column is never handed out:
/// ask once, and keep the column. Columns keep the file mapped.
///
/// A file that is not exactly what `SnapshotWriter` writes is refused. The file must be replaced by
/// renaming, as the writer does, and never changed in place.
public struct Snapshot: Sendable {
  private struct Section: Sendable {
    var kind: ElementKind
    var offset: Int
    var count: Int
    var checksum: UInt64
  }

  /// The path of the file.
  public let path: String
  /// The names of the sections, in ascending order.
  public let names: [String]
  /// How many bytes the file has.
  public let length: Int

  private let memory: ColumnMemory
  private let sections: [String: Section]

  /// Opens a snapshot.
  ///
  /// - Throws: `FileError` when it cannot be read or is no snapshot that this software knows.
  /// - Complexity: O(*n*), where *n* is the number of sections, not of bytes.
  public init(path: String) throws(FileError) {
    guard let (memory, length) = try ColumnMemory.mapping(path) else {
      throw FileError(.foreign, path: path, "is empty; build it again")
    }
    let bytes = unsafe UnsafeRawBufferPointer(start: memory.base, count: length)
    let table = try unsafe SnapshotTable(bytes, path: path)
    var sections: [String: Section] = [:]
    for entry in table.entries {
      sections[entry.name] = Section(
        kind: entry.kind, offset: entry.offset, count: entry.count, checksum: entry.checksum)
    }
    self.path = path
    self.memory = memory
    self.length = length
    self.sections = sections
    names = table.entries.map(\.name)
  }

  /// Whether there is a section of a name.
  public func contains(_ name: String) -> Bool { sections[name] != nil }

  /// The column of a section, its bytes checked.
  ///
  /// - Parameters:
  ///   - name: The name of the section.
  ///   - type: The type of its elements.
  /// - Returns: The elements, where they lie in the file.
  /// - Throws: `FileError` when there is no such section, it holds elements of another type, or
  ///   it is damaged.
  /// - Complexity: O(*n*), where *n* is the number of bytes: several gigabytes a second.
  public func column<Element: ColumnElement>(
    _ name: String, as type: Element.Type
  ) throws(FileError) -> Column<Element> {
    guard let section = sections[name] else {
      throw FileError(.missing, path: path, "has no section \"\(name)\"; build it again")
    }
    guard section.kind == Element.kind else {
      throw FileError(
        .kind, path: path,
        "section \"\(name)\" holds \(section.kind), expected \(Element.kind); build it again")
    }
    // The table was checked: the section with its padding lies in the file, and is aligned.
    let size = section.count * section.kind.size
    let padded = SnapshotFormat.aligned(size) ?? size
    let start = unsafe memory.base + section.offset
    let sum = unsafe Checksum.of(UnsafeRawBufferPointer(start: start, count: padded))
    guard sum == section.checksum else {
      throw FileError(.damaged, path: path, "section \"\(name)\" is damaged; build it again")
    }
    return unsafe Column(
      memory, at: start.assumingMemoryBound(to: Element.self), count: section.count)
  }
}
