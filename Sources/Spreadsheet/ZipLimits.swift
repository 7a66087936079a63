/// Caps that a packed workbook must stay within, whatever its author wished.
public struct ZipLimits: Hashable, Sendable {
  /// The most bytes of the file itself.
  public var fileBytes = 1 << 28
  /// The most entries.
  public var entries = 5_000
  /// The most bytes of one entry, unpacked.
  public var entryBytes = 1 << 30
  /// The most bytes that one packed byte may become, where an entry is longer than ``freeBytes``.
  ///
  /// Sheets of real lists unpack to ten or twenty times their length; a bomb to a thousand times.
  public var ratio = 200
  /// Entries up to this length may be packed as tightly as they like.
  public var freeBytes = 1 << 24
  /// The most bytes of all texts that cells share.
  public var sharedBytes = 1 << 26
  /// The most columns of a sheet that hold anything.
  public var columns = 1_000

  /// The usual limits.
  public init() {}
}
