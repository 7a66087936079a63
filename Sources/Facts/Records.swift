/// Records seen without their origins, where they lie: nothing is copied.
public struct Records<Record>: RandomAccessCollection {
  @usableFromInline let located: [Located<Record>]

  /// Sees the records of a list.
  @inlinable
  public init(_ located: [Located<Record>]) { self.located = located }

  /// Holds records of which no origin is known.
  public init(_ records: [Record]) {
    located = records.map { Located($0, at: Origin(document: 0, line: 0)) }
  }

  /// Sees the records of a list, and others of which no origin is known.
  public init(_ located: [Located<Record>], and others: [Record]) {
    let others = others.map { Located($0, at: Origin(document: 0, line: 0)) }
    self.located = others.isEmpty ? located : located + others
  }

  /// 0.
  @inlinable
  public var startIndex: Int { 0 }

  /// How many there are.
  @inlinable
  public var endIndex: Int { located.count }

  /// One record.
  @inlinable
  public subscript(index: Int) -> Record { located[index].record }

  /// The record of an index.
  @inlinable
  public subscript(index: RecordIndex<Record>) -> Record { located[index.rawValue].record }

  /// The index of each record.
  @inlinable
  public var recordIndices: Range<RecordIndex<Record>> {
    RecordIndex(0)..<RecordIndex(located.count)
  }
}

extension Records: Sendable where Record: Sendable {}
