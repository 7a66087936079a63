/// Why an OpenStreetMap file could not be read, with the file and what to do.
public struct OSMError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Why the file was refused.
  public enum Kind: Hashable, Sendable {
    /// It cannot be opened or read.
    case unreadable
    /// Its name ends in none of the formats that are read.
    case format
    /// It is cut off, broken, or not what its name says.
    case damaged
    /// It holds several versions of the same objects: a history or a change file.
    case history
    /// It holds no street.
    case empty
  }

  /// Why the file was refused.
  public var kind: Kind
  /// The path, as given.
  public var path: String
  /// The message of the library; nil when it has none.
  public var detail: String?

  /// The error as `path: what is wrong; what to do`.
  public var description: String {
    let found = detail.map { " (\($0))" } ?? ""
    return switch kind {
    case .unreadable: "\(path): cannot be read\(found); name an OpenStreetMap file"
    case .format:
      "\(path): its name must end in .osm.pbf, .pbf, .osm, .osm.gz or .osm.bz2; convert other "
        + "formats with osmium-tool"
    case .damaged:
      "\(path): damaged, cut off, or not of the format that its name says\(found); fetch it again"
    case .history:
      "\(path): a history or change file\(found); take an extract of one moment (osmium time-filter)"
    case .empty:
      "\(path): holds no street that a vehicle may use\(found); take an extract with highways"
    }
  }
}
