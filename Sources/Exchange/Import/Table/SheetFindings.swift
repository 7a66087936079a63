import Facts
import Formats
import Spreadsheet

/// Notes for a person on the sheet that a list was read from.
enum SheetFindings {
  /// The findings, in order of importance to the reader.
  static func findings(of rows: SheetRows) -> [Finding] {
    var findings = [
      Finding(
        "sheet_read", .note, vi: "đọc trang tính \"\(rows.sheet.name)\"",
        en: "read the sheet \"\(rows.sheet.name)\"")
    ]
    findings += rows.remarks.map(finding)
    return findings
  }

  /// Notes for a person on the features that a list was read from.
  static func findings(of features: FeatureRows) -> [Finding] {
    var findings = [
      Finding(
        "candidates_only", .odd,
        vi: "điểm trên bản đồ chỉ là ứng viên, độ tin cậy thấp: cần xác nhận từng cơ sở",
        en: "points of a map are candidates of low confidence: confirm each of them")
    ]
    if let first = features.firstWithoutPoint {
      let count = features.withoutPoint
      findings.append(
        Finding(
          "position_missing", .note, at: Origin(document: 0, line: first.line),
          vi: "\(count) đối tượng không có điểm; đầu tiên là đối tượng thứ \(first.number)",
          en: "\(count) features have no point; the first is number \(first.number)"))
    }
    if features.areas > 0 {
      findings.append(
        Finding(
          "area_middle", .note, vi: "\(features.areas) vùng lấy điểm giữa",
          en: "\(features.areas) areas stand at their middle"))
    }
    return findings
  }

  /// The finding on sheets that are not read.
  static func leftOut(_ names: String) -> Finding {
    Finding(
      "sheets_left_out", .note, vi: "không đọc trang tính khác: \(names)",
      en: "other sheets are not read: \(names)")
  }

  private static func finding(_ remark: SheetRemark) -> Finding {
    let (count, place) = (remark.count, remark.place)
    let origin = remark.row.map { Origin(document: 0, line: $0) }
    func finding(
      _ code: String, _ importance: Finding.Importance, _ vi: String, _ en: String
    ) -> Finding {
      Finding(code, importance, at: origin, vi: vi, en: en)
    }
    return switch remark.kind {
    case .hiddenRows:
      finding(
        "rows_hidden", .odd, "\(count) hàng bị ẩn (đầu tiên là hàng \(place)) cũng được đọc",
        "\(count) hidden rows (the first is row \(place)) are read, too")
    case .hiddenColumns:
      finding(
        "columns_hidden", .note, "\(count) cột bị ẩn cũng được đọc",
        "\(count) hidden columns are read, too")
    case .otherSheets: leftOut(place)
    case .formulasWithoutValue:
      finding(
        "formula_without_value", .odd,
        "\(count) công thức chưa có kết quả trong tệp (đầu tiên ở ô \(place)): mở bằng Excel rồi lưu lại",
        "\(count) formulas have no result in the file (the first in \(place)): open it in Excel "
          + "and save it")
    case .errorCells:
      finding(
        "cell_error", .odd, "\(count) ô chứa lỗi của Excel, như #REF! (đầu tiên là \(place))",
        "\(count) cells hold an error of Excel, as #REF! (the first is \(place))")
    case .headingRows:
      finding(
        "heading_joined", .note, "tiêu đề nhiều hàng (\(place)) được gộp làm một",
        "the heading of several rows (\(place)) is read as one")
    case .mergedDown:
      finding(
        "cells_merged", .note,
        "\(count) ô trong vùng gộp lấy giá trị của ô đầu vùng (đầu tiên là \(place))",
        "\(count) cells of merged ranges have the value of the first cell (the first is \(place))")
    }
  }
}
