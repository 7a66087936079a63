public import Files
public import XMLStream

/// The beginning of a document, by which its format is recognised.
public struct DocumentBeginning: Sendable {
  /// The first bytes, at most 65,536.
  public let bytes: [UInt8]
  /// The name of the first element; nil for a document that is not XML.
  public let root: String?
  /// The namespace of the first element, empty where it has none.
  public let namespace: String
  /// The line of the first element.
  public let line: Int
  /// Why the document is not XML; nil where it is.
  public let problem: DocumentError?

  /// Looks at a file; nothing behind its first start tag is looked at.
  ///
  /// - Parameters:
  ///   - path: A regular file.
  ///   - limits: What its first start tag must stay within.
  /// - Throws: `ExchangeFailure` where it cannot be read.
  public init(of path: String, limits: XMLLimits = XMLLimits()) throws(ExchangeFailure) {
    guard FileStamp(path: path) != nil else {
      throw ExchangeFailure(.unreadable, path, "there is no such file")
    }
    do throws(FileError) {
      bytes = try BlockReader(.file(path)).next() ?? []
    } catch {
      throw ExchangeFailure(.unreadable, path, "cannot be read")
    }
    var found: (root: String, namespace: String, line: Int)?
    do throws(DocumentError) {
      var reader = try XMLReader(path: path, names: XMLNames([]), schema: nil, limits: limits)
      while found == nil, try reader.next() != .endOfDocument {
        guard reader.event == .start else { continue }
        found = (reader.nameString, reader.namespace ?? "", reader.line)
      }
      problem = nil
    } catch {
      problem = error
    }
    root = found?.root
    namespace = found?.namespace ?? ""
    line = found?.line ?? 0
  }

  /// Whether the document begins as XML does, in any of its encodings; an empty one might become it.
  var isMarkup: Bool {
    let utf16: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF], [0x3C, 0x00], [0x00, 0x3C]]
    return firstMark.map { $0 == UInt8(ascii: "<") } ?? true
      || utf16.contains { bytes.starts(with: $0) }
  }

  /// The first byte that is no white space, behind a byte order mark of UTF-8.
  public var firstMark: UInt8? {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }
}
