import Answers
import Formats
import HTTPTypes
import Spreadsheet
import Synchronization

/// An answer that comes in pieces, each made when the one before it was sent.
protocol RowStream: Sendable {
  /// The media type.
  var mediaType: String { get }
  /// The next piece; nil at the end.
  ///
  /// - Throws: `AnswerError` where the table cannot be read on.
  func next() throws -> [UInt8]?
}

/// The rows of a batch or a matrix as pieces of text.
final class TextRows<Rows: AnswerRows>: RowStream {
  private struct State: ~Copyable {
    var rows: Rows
    var hasBegun = false
    var hasEnded = false
  }

  let mediaType: String
  private let format: AnswerFormat
  private let style: AnswerStyle
  private let state: Mutex<State>

  /// How long a piece is at most when it is sent.
  private static var pieceLength: Int { 32_768 }
  /// How many rows a piece has at most, so that the first rows come soon.
  private static var pieceRows: Int { 16 }

  init(_ rows: sending Rows, for call: Call) {
    format = call.format
    style = call.style
    mediaType = call.format == .json ? MediaType.lines : call.format.mediaType
    state = Mutex(State(rows: rows))
  }

  func next() throws -> [UInt8]? {
    try state.withLock { state in
      if state.hasEnded { return nil }
      var bytes: [UInt8] = []
      if !state.hasBegun { bytes += Array(Rows.Row.head(as: format, style).utf8) }
      state.hasBegun = true
      var count = 0
      while bytes.count < TextRows.pieceLength, count < TextRows.pieceRows {
        guard let row = try state.rows.next() else {
          state.hasEnded = true
          break
        }
        bytes += Array(row.text(as: format, style).utf8)
        count += 1
      }
      return bytes
    }
  }
}

/// The rows of a batch or a matrix as a workbook: whole, in one piece.
final class WorkbookRows<Rows: AnswerRows>: RowStream {
  let mediaType = MediaType.workbook
  private let style: AnswerStyle
  private let rows: Mutex<Rows?>

  init(_ rows: sending Rows, for call: Call) {
    style = call.style
    self.rows = Mutex(rows)
  }

  func next() throws -> [UInt8]? {
    try rows.withLock { state -> [UInt8]? in
      guard var rows = state.take() else { return nil }
      var sheet = WorkbookSheet(
        style.language("Kết quả", "Result"), columns: Rows.Row.titles)
      while let row = try rows.next() {
        for cells in row.cells(style) {
          sheet.rows.append(cells.map { WorkbookSheet.Value(reading: $0) })
        }
      }
      guard let bytes = WorkbookWriter(style.language).bytes(of: [sheet]) else {
        throw Problem(
          .contentTooLarge, "too-many-rows", Bilingual("quá nhiều hàng", "too many rows"),
          Bilingual(
            "nhiều hàng hơn một trang tính Excel chứa được; dùng format=csv",
            "more rows than a sheet of Excel holds; use format=csv"))
      }
      return bytes
    }
  }
}
