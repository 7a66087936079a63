/// A document of a format that is known by name and not read, or not where it was given.
///
///     ForeignDocument(try DocumentBeginning(of: "alert.xml"))?.title   // "CAP 1.2"
public struct ForeignDocument: Hashable, Sendable {
  /// The name of the format.
  public let title: String
  /// Its name and the next step, in Vietnamese.
  public let vi: String
  /// The same in English.
  public let en: String

  /// Recognises a document by its first bytes or its first element.
  public init?(_ beginning: DocumentBeginning) {
    guard
      let found = ForeignDocument.bytes(beginning.bytes) ?? ForeignDocument.element(
        beginning.root, beginning.namespace) ?? ForeignDocument.text(beginning)
    else { return nil }
    self = found
  }

  private init(_ title: String, _ vi: String, _ en: String) {
    self.title = title
    self.vi = vi
    self.en = en
  }

  private static func bytes(_ bytes: [UInt8]) -> ForeignDocument? {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return ForeignDocument(
        "Excel 97 (.xls)", "là sổ tính Excel đời cũ (.xls); hãy lưu lại dạng .xlsx hoặc CSV UTF-8",
        "is a workbook of an old Excel (.xls); save it as .xlsx or as CSV UTF-8")
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      return ForeignDocument(
        "ZIP",
        "là tệp nén zip; nếu là sổ tính Excel, hãy đặt đuôi .xlsx, nếu không, hãy giải nén",
        "is packed (zip); if it is a workbook of Excel, end its name in .xlsx, else unpack it first"
      )
    }
    if bytes.starts(with: [0x1F, 0x8B]) {
      return ForeignDocument(
        "gzip", "là tệp nén gzip; hãy giải nén trước", "is packed (gzip); unpack it first")
    }
    if bytes.starts(with: "%PDF".utf8) {
      return ForeignDocument(
        "PDF", "là tệp PDF; hãy xin bảng gốc (CSV, Excel)",
        "is a PDF; ask for the table it was made of (CSV, Excel)")
    }
    // Read as XML it would only be refused for its DOCTYPE.
    let start = String(decoding: bytes.drop { $0 <= 0x20 }.prefix(16), as: UTF8.self).lowercased()
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") {
      return ForeignDocument(
        "HTML", "là HTML; hãy xin bảng gốc (CSV, Excel)",
        "is HTML; ask for the table behind the page (CSV, Excel)")
    }
    if bytes.starts(with: "MSH|".utf8) {
      return ForeignDocument(
        "HL7 v2", "là bản tin HL7 v2; hãy xin danh bạ dạng FHIR hoặc CSD",
        "is a message of HL7 v2; ask for the directory in FHIR or CSD")
    }
    return nil
  }

  private static func element(_ root: String?, _ namespace: String) -> ForeignDocument? {
    guard let root else { return nil }
    if namespace.hasPrefix("urn:oasis:names:tc:emergency:EDXL:RM:") {
      return ForeignDocument(
        "EDXL-RM",
        "là EDXL-RM, bản tin xin và cấp nguồn lực, không phải tình trạng bệnh viện; hãy xin "
          + "EDXL-HAVE 1.0",
        "is EDXL-RM, a message that asks for resources, and says nothing of hospitals; ask for "
          + "EDXL-HAVE 1.0")
    }
    if namespace.hasPrefix("urn:oasis:names:tc:emergency:EDXL:HAVE:2")
      || namespace == "urn:oasis:names:tc:emergency:edxl:have:2.0"
    {
      return ForeignDocument(
        "EDXL-HAVE 2.0", "là EDXL-HAVE 2.0; chỉ đọc được bản 1.0",
        "is EDXL-HAVE 2.0; only version 1.0 is read")
    }
    if namespace.hasPrefix("urn:oasis:names:tc:emergency:") {
      let name = namespace.split(separator: ":").dropFirst(5).joined(separator: " ").uppercased()
      let title = namespace.contains(":cap:") ? "CAP" : name
      return ForeignDocument(
        title, "là \(title), tài liệu cấp cứu của OASIS, không nói về cơ sở y tế",
        "is \(title), an emergency message of OASIS, and lists no facilities")
    }
    let known = roots.first { rule in
      (rule.root == nil || rule.root == root) && namespace.hasPrefix(rule.namespace)
        && (rule.root != nil || !rule.namespace.isEmpty)
    }
    guard let known else { return nil }
    return ForeignDocument(
      known.title, "là \(known.title); \(known.vi)", "is \(known.title); \(known.en)")
  }

  private struct Rule {
    var root: String?
    var namespace: String
    var title: String
    var vi: String
    var en: String
  }

  private static let roots: [Rule] = [
    Rule(
      root: "html", namespace: "", title: "HTML", vi: "hãy xin bảng gốc (CSV, Excel)",
      en: "ask for the table behind the page (CSV, Excel)"),
    Rule(
      root: "kml", namespace: "", title: "KML", vi: "hãy chuyển thành bảng CSV có vĩ độ, kinh độ",
      en: "turn it into a CSV table with latitudes and longitudes"),
    Rule(
      root: "gpx", namespace: "", title: "GPX", vi: "hãy chuyển thành bảng CSV có vĩ độ, kinh độ",
      en: "turn it into a CSV table with latitudes and longitudes"),
    Rule(
      root: nil, namespace: "urn:schemas-microsoft-com:office:spreadsheet",
      title: "Excel 2003 XML", vi: "hãy lưu lại dạng .xlsx hoặc CSV UTF-8",
      en: "save it as .xlsx or as CSV UTF-8"),
    Rule(
      root: nil, namespace: "urn:oasis:names:tc:opendocument", title: "OpenDocument",
      vi: "hãy lưu lại dạng CSV UTF-8", en: "save it as CSV UTF-8"),
    Rule(
      root: nil, namespace: "urn:hl7-org:v3", title: "HL7 v3 (CDA)",
      vi: "hãy xin danh bạ dạng FHIR hoặc CSD", en: "ask for the directory in FHIR or CSD"),
    Rule(
      root: nil, namespace: "http://dhis2.org/schema/dxf/2.0", title: "DHIS2 metadata",
      vi: "hãy xuất đơn vị tổ chức dạng CSV", en: "export the organisation units as CSV"),
    Rule(
      root: nil, namespace: "http://www.opengis.net/gml", title: "GML",
      vi: "hãy chuyển thành bảng CSV có vĩ độ, kinh độ",
      en: "turn it into a CSV table with latitudes and longitudes"),
    Rule(
      root: nil, namespace: "http://www.w3.org/2000/svg", title: "SVG", vi: "đó là hình vẽ",
      en: "that is a picture"),
    Rule(
      root: "rss", namespace: "", title: "RSS", vi: "đó là bản tin, không phải danh bạ",
      en: "that is news, and no directory"),
    Rule(
      root: "FacilityDirectory", namespace: "", title: "CSD without its namespace",
      vi: "cần xmlns=\"urn:ihe:iti:csd:2013\"", en: "xmlns=\"urn:ihe:iti:csd:2013\" is needed"),
  ]

  private static func text(_ beginning: DocumentBeginning) -> ForeignDocument? {
    guard beginning.problem != nil, let mark = beginning.firstMark, "{[".utf8.contains(mark) else {
      return nil
    }
    let start = String(decoding: beginning.bytes.prefix(2_000), as: UTF8.self)
    if start.contains("\"FeatureCollection\"") || start.contains("\"Feature\"") {
      return ForeignDocument(
        "GeoJSON", "là GeoJSON; hãy chuyển thành bảng CSV có vĩ độ, kinh độ",
        "is GeoJSON; turn it into a CSV table with latitudes and longitudes")
    }
    return ForeignDocument(
      "JSON", "là JSON nhưng không phải FHIR, cũng không phải bản đồ (GeoJSON, đơn vị của DHIS2)",
      "is JSON that is neither FHIR nor a map (GeoJSON, organisation units of DHIS2)")
  }
}
