public import Columns
public import Files

extension Graph {
  /// Adds the columns to a snapshot; graphs with timetables have no place there.
  ///
  /// - Parameters:
  ///   - writer: The snapshot.
  ///   - prefix: What the names of the sections begin with.
  /// - Precondition: No arc has a timetable.
  public func add(to writer: inout SnapshotWriter, prefix: String) {
    precondition(timetables.isEmpty, "timetables have no place in a snapshot")
    writer.add(prefix + "firstArc", firstArc)
    writer.add(prefix + "heads", heads)
    writer.add(prefix + "weights", weights)
    writer.add(prefix + "labels", labels)
  }

  /// Reads the columns of a snapshot.
  ///
  /// - Parameters:
  ///   - snapshot: The snapshot.
  ///   - prefix: What the names of the sections begin with.
  /// - Throws: `FileError` when a section is missing or damaged, or the columns are no graph.
  /// - Complexity: O(*n* + *m*), where *n* is the number of nodes and *m* of arcs.
  public init(_ snapshot: Snapshot, prefix: String) throws(FileError) {
    firstArc = try snapshot.column(prefix + "firstArc", as: UInt32.self).array
    heads = try snapshot.column(prefix + "heads", as: UInt32.self).array
    weights = try snapshot.column(prefix + "weights", as: UInt32.self).array
    labels = try snapshot.column(prefix + "labels", as: UInt32.self).array
    timetableNumbers = [UInt32](repeating: 0, count: heads.count)
    timetables = []
    guard !firstArc.isEmpty, brokenInvariant == nil else {
      throw FileError(
        .damaged, path: snapshot.path, "its columns are no graph; build it again")
    }
  }
}
