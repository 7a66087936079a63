import Facts
import Formats

/// The headings of columns in the language of a person, by the names of the columns.
///
///     ColumnTitles.title(of: "rankBasis", in: .vi)   // "Căn cứ xếp hạng"
enum ColumnTitles {
  /// The heading of a column; its name where it has no other.
  static func title(of name: String, in language: Language) -> String {
    titles[name].map { language($0.vi, $0.en) } ?? name
  }

  /// The ways in which a column is spelled, without marks, case and punctuation.
  static func spellings(of name: String) -> Set<String> {
    let title = titles[name]
    let spellings = [name, title?.vi, title?.en].compactMap { $0 }
    return Set(spellings.map { FoldedName($0).text })
  }

  /// A value of a kind of record within a sentence: "nguồn (cơ sở)", "source (facility)".
  static func inSentence(_ name: String, of kind: String) -> (vi: String, en: String) {
    let title = titles[name] ?? (name, name)
    let whole = RecordNames.inSentence(kind) ?? (kind, kind)
    let small = { (text: String) in text.prefix(1).lowercased() + text.dropFirst() }
    return ("\(small(title.vi)) (\(whole.vi))", "\(small(title.en)) (\(whole.en))")
  }

  private static let titles: [String: (vi: String, en: String)] = [
    "id": ("Mã", "Id"), "name": ("Tên", "Name"), "nameEn": ("Tên tiếng Anh", "English name"),
    "otherNames": ("Các tên khác", "Other names"), "identifiers": ("Mã khác", "Identifiers"),
    "kind": ("Loại", "Kind"), "ownership": ("Sở hữu", "Ownership"), "level": ("Cấp", "Level"),
    "rank": ("Hạng", "Rank"), "rankBasis": ("Căn cứ xếp hạng", "Basis of the rank"),
    "parent": ("Trực thuộc", "Parent"), "address": ("Địa chỉ", "Address"),
    "places": ("Các địa bàn", "Places"), "phones": ("Các số điện thoại", "Phones"),
    "activity": ("Trạng thái", "Activity"), "built": ("Ngày xây dựng", "Built"),
    "opened": ("Ngày thành lập", "Opened"), "activated": ("Ngày hoạt động", "Activated"),
    "closed": ("Ngày đóng cửa", "Closed"), "successor": ("Cơ sở tiếp nhận", "Successor"),
    "helipadNote": ("Ghi chú bãi đáp", "Helipad note"),
    "precision": ("Độ chính xác", "Precision"), "pointSource": ("Nguồn tọa độ", "Point source"),
    "source": ("Nguồn", "Source"), "asserted": ("Ngày cập nhật", "Asserted"),
    "confidence": ("Độ tin cậy", "Confidence"), "basis": ("Căn cứ", "Basis"),
    "note": ("Ghi chú", "Note"), "extensions": ("Trường khác", "Extensions"),
    "tier": ("Tuyến", "Tier"), "lastLine": ("Tuyến cuối", "Last line"),
    "catalogueShare": ("Tỷ lệ danh mục kỹ thuật", "Catalogue share"),
    "helipad": ("Số bãi đáp", "Helipads"), "lat": ("Vĩ độ", "Latitude"),
    "lon": ("Kinh độ", "Longitude"),
    "facility": ("Mã cơ sở", "Facility"), "code": ("Mã năng lực", "Capability"),
    "statement": ("Mã phát biểu", "Statement"), "value": ("Làm được", "Answer"),
    "from": ("Từ ngày", "From"), "to": ("Trước ngày", "To"),
    "firstEvidence": ("Đã có vào ngày", "First evidence"),
    "performer": ("Người thực hiện", "Performer"),
    "supportedBy": ("Nơi hỗ trợ", "Supported by"),
    "transferredBy": ("Nơi chuyển giao", "Transferred by"),
    "stage": ("Giai đoạn chuyển giao", "Transfer stage"), "windows": ("Lịch", "Hours of service"),
    "quote": ("Trích dẫn", "Quote"), "place": ("Địa bàn", "Place"),
    "members": ("Thành viên", "Members"), "signed": ("Ngày ký", "Signed"),
    "programme": ("Chương trình", "Programme"), "legalBasis": ("Căn cứ pháp lý", "Legal basis"),
    "sessionsPerWeek": ("Số buổi mỗi tuần", "Sessions a week"), "topics": ("Nội dung", "Topics"),
    "people": ("Người ký, người nói", "Who signed or spoke"), "reviews": ("Sơ kết", "Reviews"),
    "start": ("Nút đầu", "Start"), "end": ("Nút cuối", "End"), "mode": ("Phương tiện", "Mode"),
    "class": ("Loại đường", "Class"), "ref": ("Số hiệu", "Ref"),
    "crossing": ("Vượt qua", "Crossing"),
    "state": ("Tình trạng", "State"), "carries": ("Chở được", "Carries"),
    "restriction": ("Hạn chế", "Restriction"), "hours": ("Giờ", "Hours"), "km": ("Km", "Km"),
    "crossingMinutes": ("Số phút qua", "Crossing minutes"),
    "waitMinutes": ("Số phút chờ", "Wait minutes"), "oneway": ("Một chiều", "One way"),
  ]
}
