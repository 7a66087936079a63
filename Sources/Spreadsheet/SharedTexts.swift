import Files
import XMLStream

/// The texts that cells of a workbook share, in one row of bytes: a list repeats few of them, and
/// a string each would cost several times its length.
struct SharedTexts {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  /// No texts.
  init() {}

  /// Reads the part of shared texts.
  init(
    _ reader: consuming XMLReader, path: String, limits: ZipLimits
  ) throws(DocumentError) {
    while try reader.next() != .endOfDocument {
      guard reader.event == .start, reader.name == SheetName.si else { continue }
      bytes += Array(try reader.readRuns().utf8)
      ends.append(UInt32(clamping: bytes.count))
      guard bytes.count + ends.count * 8 <= limits.sharedBytes else {
        throw ZipArchive.error(
          .limit, path, "its cells share more than \(limits.sharedBytes) bytes of text",
          "các ô dùng chung hơn \(limits.sharedBytes) byte chữ")
      }
    }
  }

  /// A text by its number; nil where there is none.
  subscript(index: Int) -> String? {
    guard ends.indices.contains(index) else { return nil }
    let start = index > 0 ? Int(ends[index - 1]) : 0
    return String(decoding: bytes[start..<Int(ends[index])], as: UTF8.self)
  }
}
