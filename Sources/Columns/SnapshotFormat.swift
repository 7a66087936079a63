/// The layout of snapshot files; `docs/snapshot-format.md` is the same in words.
///
/// The header, 64 bytes:
///
///     offset size
///          0    8  magic: 89 54 55 59 45 4E 0D 0A (\x89 TUYEN \r \n)
///          8    4  byte order mark: 0x01020304 as the writing machine stores it
///         12    4  version of the format: 1
///         16    8  length of the file in bytes
///         24    4  number of sections
///         28   20  reserved: zero
///         48    8  checksum of the section table and of the padding behind it
///         56    8  checksum of the 56 bytes before
///
/// The section table follows, 96 bytes a section, names ascending byte by byte:
///
///     offset size
///          0   48  name: 1 to 48 of a-z, A-Z, 0-9, ".", "-" and "_", then zeros
///         48    4  kind of element, see `ElementKind`
///         52    4  size of an element in bytes
///         56    8  offset of the first element in the file
///         64    8  number of elements
///         72    8  checksum of the section and of the padding behind it
///         80   16  reserved: zero
///
/// The sections follow in the order of the table, each at the next multiple of 64, padded with zeros
/// to a multiple of 64; nothing else stands in the file. So sections cannot overlap, a file has one
/// true length, and the same sections always give the same bytes. Checksums are XXH64.
enum SnapshotFormat {
  static let magic: [UInt8] = [0x89, 0x54, 0x55, 0x59, 0x45, 0x4E, 0x0D, 0x0A]
  static let byteOrderMark: UInt32 = 0x0102_0304
  static let version: UInt32 = 1
  static let headerSize = 64
  static let entrySize = 96
  static let nameSize = 48
  static let alignment = 64

  enum Header {
    static let byteOrderMark = 8
    static let version = 12
    static let length = 16
    static let sectionCount = 24
    static let reserved = 28..<48
    static let tableChecksum = 48
    static let checksum = 56
  }

  enum Entry {
    static let kind = 48
    static let elementSize = 52
    static let offset = 56
    static let count = 64
    static let checksum = 72
    static let reserved = 80..<96
  }

  /// The next multiple of the alignment; nil when there is none that a number can hold.
  static func aligned(_ offset: Int) -> Int? {
    let (sum, overflows) = offset.addingReportingOverflow(alignment - 1)
    return overflows ? nil : sum & ~(alignment - 1)
  }

  /// Whether bytes may be the name of a section.
  static func isName(_ bytes: some Collection<UInt8>) -> Bool {
    (1...nameSize).contains(bytes.count)
      && bytes.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
          UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}
