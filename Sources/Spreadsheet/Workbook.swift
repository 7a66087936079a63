public import Files
import XMLStream

/// A workbook of Excel (`.xlsx`, ECMA-376), opened for reading.
///
///     let workbook = try Workbook(.file("list.xlsx"))
///     var rows = try workbook.rows(of: .usual)
///     while let row = try rows.next() { row.fields }
///
/// An `.xlsx` is a zip archive of XML: its parts are unpacked and read as streams, so that memory is
/// that of the texts that cells share and of a row, however long the sheet is.
public struct Workbook: Sendable {
  /// A sheet of rows and columns.
  public struct Sheet: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its number, from 1, as they stand in the workbook.
    public var number: Int
    /// Whether it is hidden.
    public var isHidden: Bool
    /// The part of the archive it is in.
    var part: String
  }

  /// Which sheet is meant.
  public enum Choice: Hashable, Sendable {
    /// The one that looks like a list, where only one does.
    case usual
    /// The one that looks like a list; where several do, the only one of them in whose first rows one
    /// of these titles stands, in small letters and without blanks.
    case titled(Set<String>)
    /// The one with this name, or else with this number.
    case named(String)
  }

  /// The name of the file, for messages.
  public let name: String
  /// The sheets, in order.
  public let sheets: [Sheet]
  let source: DataSource
  let limits: ZipLimits
  let isFrom1904: Bool
  let stylesPart: String?
  let textsPart: String?

  /// Opens a workbook.
  ///
  /// - Parameters:
  ///   - source: A regular file, or bytes.
  ///   - limits: What it must stay within.
  /// - Throws: `DocumentError` where it is no workbook, damaged, or goes beyond a limit.
  public init(_ source: DataSource, limits: ZipLimits = ZipLimits()) throws(DocumentError) {
    self.source = source
    self.limits = limits
    name = source.name
    let archive = try ZipArchive(source, limits: limits)
    let root = try Workbook.links(of: "", in: archive)
    guard let main = root.first(where: { $0.kind == "officedocument" })?.part else {
      throw Workbook.otherKind(of: archive)
    }
    guard let entry = archive.entries[main] else { throw Workbook.otherKind(of: archive) }
    let links = try Workbook.links(of: main, in: archive)
    var reader = try XMLReader(entry, in: archive)
    var sheets: [Sheet] = []
    var isFrom1904 = false
    while try reader.next() != .endOfDocument {
      guard reader.event == .start else { continue }
      if reader.depth == 1, reader.nameString != "workbook" {
        throw Workbook.otherKind(of: archive)
      }
      if reader.name == SheetName.workbookPr {
        isFrom1904 = reader.boolAttribute(SheetName.date1904) ?? false
      } else if reader.name == SheetName.sheet, sheets.count < 1_000 {
        var id = ""
        for index in 0..<reader.attributeCount {
          let attribute = reader.attribute(at: index)
          // Its namespace tells it from the sheet's own number.
          if attribute.localName == "id", attribute.namespace != nil { id = attribute.value }
        }
        sheets.append(
          Sheet(
            name: reader.attribute(SheetName.name) ?? "", number: sheets.count + 1,
            isHidden: (reader.attribute(SheetName.state) ?? "visible") != "visible",
            part: links.first { $0.id == id && $0.kind == "worksheet" }?.part ?? ""))
      }
    }
    self.sheets = sheets
    self.isFrom1904 = isFrom1904
    stylesPart = links.first { $0.kind == "styles" }?.part
    textsPart = links.first { $0.kind == "sharedstrings" }?.part
  }

  /// Whether a document that begins so may be a workbook: it is a zip archive.
  public static func recognises(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// Whether a document that begins so is a workbook that only Excel opens: one of before 2007, or
  /// one with a password.
  public static func recognisesOld(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
  }

  /// The refusal of a workbook that only Excel opens.
  public static func oldKind(_ path: String) -> DocumentError {
    ZipArchive.error(
      .forbidden, path,
      "is a workbook of before 2007 (.xls), or has a password; save it as .xlsx, without one",
      "là bảng tính đời trước 2007 (.xls), hoặc có mật khẩu; lưu lại thành .xlsx, không mật khẩu")
  }

  /// A part of the archive that another one refers to.
  private struct Link {
    var id: String
    /// The last word of its type, in small letters.
    var kind: String
    /// Its name in small letters.
    var part: String
  }

  /// The links of a part; of the archive itself for the empty name.
  private static func links(
    of part: String, in archive: ZipArchive
  ) throws(DocumentError) -> [Link] {
    let folder = part.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let file = part.split(separator: "/").last ?? ""
    guard let entry = archive.entries[folder + "_rels/" + file + ".rels"] else { return [] }
    var links: [Link] = []
    var reader = try XMLReader(entry, in: archive)
    while try reader.next() != .endOfDocument {
      guard reader.event == .start, reader.name == SheetName.relationshipElement,
        reader.attribute(SheetName.targetMode) != "External", links.count < 10_000,
        let target = reader.attribute(SheetName.target)
      else { continue }
      let kind = (reader.attribute(SheetName.type) ?? "").split(separator: "/").last ?? ""
      links.append(
        Link(
          id: reader.attribute(SheetName.id) ?? "", kind: kind.lowercased(),
          part: resolved(target.lowercased(), in: folder)))
    }
    return links
  }

  /// The name of a part that is named within a folder.
  private static func resolved(_ target: String, in folder: String) -> String {
    if target.utf8.first == UInt8(ascii: "/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/").map(String.init)
    for part in target.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// The name of a zip archive that is no workbook of this kind.
  private static func otherKind(of archive: ZipArchive) -> DocumentError {
    let names = archive.entries
    func refusal(_ en: String, _ vi: String) -> DocumentError {
      ZipArchive.error(.invalid, archive.path, en, vi)
    }
    if names["xl/workbook.bin"] != nil {
      return refusal(
        "is a binary workbook of Excel (.xlsb); save it as .xlsx",
        "là bảng tính nhị phân của Excel (.xlsb); lưu lại thành .xlsx")
    }
    if names["word/document.xml"] != nil {
      return refusal(
        "is a document of Word; copy its table to a spreadsheet and save that as .xlsx",
        "là văn bản Word; chép bảng sang bảng tính rồi lưu thành .xlsx")
    }
    if names["content.xml"] != nil, names["mimetype"] != nil {
      return refusal(
        "is an OpenDocument file (.ods); save it as .xlsx",
        "là tệp OpenDocument (.ods); lưu lại thành .xlsx")
    }
    if names["doc.kml"] != nil {
      return refusal(
        "is packed KML (.kmz); unpack it and give the .kml",
        "là KML nén (.kmz); giải nén rồi dùng tệp .kml")
    }
    return refusal(
      "is a zip archive and no Excel workbook; unpack it first",
      "là tệp zip, không phải bảng tính Excel; giải nén trước")
  }
}

extension XMLReader {
  /// Reads an entry of an archive.
  init(_ entry: ZipArchive.Entry, in archive: ZipArchive) throws(DocumentError) {
    let unpacking = try archive.reader(of: entry)
    var limits = XMLLimits()
    limits.documentBytes = archive.limits.entryBytes
    limits.depth = 64
    try self.init(
      reading: { (wanted) throws(DocumentError) in try unpacking.read(wanted) },
      path: archive.path, names: SheetName.names, schema: nil, limits: limits)
  }
}
