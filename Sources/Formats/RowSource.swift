public import Files
public import Spreadsheet

/// The rows of a table, whether it is separated values, a sheet of a workbook, or the features of a
/// map (GeoJSON, KML).
///
///     var rows = try RowSource(.file("list.xlsx"))
///     while let row = try rows.next() { row.fields }
///
/// Which of them it is, the first bytes tell, and not the name.
public struct RowSource {
  /// The name of the source, for messages.
  public let name: String
  /// The sheet that the rows are of; nil for separated values.
  public let sheet: SheetRows?
  /// The features that the rows are of; nil for a table.
  public private(set) var features: FeatureRows?
  private var text: CSVReader?

  /// How separated values were understood that do not say their encoding; nil for all others.
  public var recognised: TextRecognition? { text?.recognised }

  /// Opens a table.
  ///
  /// - Parameters:
  ///   - source: Where it is.
  ///   - encoding: The encoding of separated values; nil to recognise it.
  ///   - limits: What separated values may hold.
  ///   - choice: Which sheet of a workbook is meant.
  /// - Throws: `DocumentError` where there is no such file, or a workbook cannot be read.
  public init(
    _ source: DataSource, encoding: TextEncoding? = nil,
    limits: CSVReader.Limits = CSVReader.Limits(), sheet choice: Workbook.Choice = .usual
  ) throws(DocumentError) {
    name = source.name
    let blocks = try RowSource.opened(source)
    let beginning = try RowSource.beginning(of: blocks)
    if Workbook.recognisesOld(beginning) { throw Workbook.oldKind(source.name) }
    if Workbook.recognises(beginning) {
      sheet = try Workbook(try RowSource.whole(source, blocks)).rows(of: choice)
    } else if let kind = FeatureRows.kind(of: beginning) {
      sheet = nil
      features = try FeatureRows(try RowSource.whole(source, blocks), kind)
    } else {
      sheet = nil
      text = try CSVReader(blocks, encoding: encoding, limits: limits)
    }
  }

  /// The next row that holds anything; nil at the end.
  ///
  /// - Throws: `DocumentError` where the table cannot be read on.
  public mutating func next() throws(DocumentError) -> CSVReader.Row? {
    if features != nil { return features?.next() }
    guard let sheet else { return try text?.next() }
    return try sheet.next().map { CSVReader.Row(line: $0.number, fields: $0.fields) }
  }

  /// The most bytes that are kept of a workbook or a map that comes through a pipe: both are read
  /// from their end, or more than once.
  private static let mostKept = 1 << 26

  private static func opened(_ source: DataSource) throws(DocumentError) -> BlockReader {
    do throws(FileError) {
      return try BlockReader(source)
    } catch {
      throw DocumentError(kind: .unreadable, path: source.name, line: 0, message: error.message)
    }
  }

  /// The first bytes of a source: no more than tell what it is, so that nobody who writes rows into a
  /// pipe and waits for the answer to each is to wait for more.
  private static func beginning(of blocks: BlockReader) throws(DocumentError) -> [UInt8] {
    do throws(FileError) {
      let first = try blocks.peek()
      switch first.first {
      case 0x50, 0xD0: return try blocks.peek(8)
      case UInt8(ascii: "{"), UInt8(ascii: "<"), 0xEF, 0x20, 0x09, 0x0A, 0x0D:
        return Array(try blocks.peek(8_192).prefix(8_192))
      default: return Array(first.prefix(8_192))
      }
    } catch {
      throw DocumentError(kind: .unreadable, path: blocks.name, line: 0, message: error.message)
    }
  }

  /// A source that can be read from any place: a regular file or bytes; what comes through a pipe is
  /// kept, as far as it is not too long.
  private static func whole(
    _ source: DataSource, _ blocks: BlockReader
  ) throws(DocumentError) -> DataSource {
    switch source {
    case .bytes: return source
    case .file(let path) where FileStamp(path: path) != nil: return source
    case .file, .standardInput: break
    }
    do throws(FileError) {
      return .bytes(try blocks.all(most: mostKept), name: source.name)
    } catch {
      throw DocumentError(
        kind: .limit, path: source.name, line: 0, message: error.message + "; give a file instead",
        vi: "không đọc được hết qua ống dẫn (nhiều nhất \(mostKept) byte); hãy đưa tên tệp")
    }
  }
}
