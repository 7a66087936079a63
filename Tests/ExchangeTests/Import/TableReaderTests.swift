import Exchange
import Facts
import Files
import Foundation
import HealthNetwork
import TestSupport
import Formats
import Testing
import XMLStream

@Suite struct TableReaderTests {
  private func read(
    _ bytes: [UInt8], mapping: String? = nil, network: String? = nil
  ) throws -> ImportedDocument {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "list.csv")
    var options = ImportOptions()
    if let mapping {
      try folder.write(Array(mapping.utf8), to: "map.csv")
      options.mapping = folder.path + "/map.csv"
    }
    if let network { options.network = try load(["n.xml": network]).network }
    return try DocumentFormats.exchange.read(folder.path + "/list.csv", options: options)
  }

  private func read(_ text: String, mapping: String? = nil, network: String? = nil) throws
    -> ImportedDocument
  {
    try read(Array(text.utf8), mapping: mapping, network: network)
  }

  private func codes(_ document: ImportedDocument) -> [String] { document.findings.map(\.code) }

  @Test func `headers are recognised in Vietnamese with and without marks, and in English`() throws
  {
    for header in [
      "Mã,Tên cơ sở,Loại hình,Tuyến,Hạng,Vĩ độ,Kinh độ,Số giường,Điện thoại,Địa chỉ",
      "ma;ten co so;loai hinh;tuyen;hang;vi do;kinh do;so giuong;dien thoai;dia chi",
      "id\tname\tkind\ttier\trank\tlat\tlon\tbeds\tphone\taddress",
    ] {
      let separator = header.contains(";") ? ";" : header.contains("\t") ? "\t" : ","
      let row = [
        "bv-a", "Bệnh viện A", "Bệnh viện huyện", "tuyến 3", "Hạng II", "10.5", "106.25",
        "1.200", "0290 1", "1 Lê Lợi",
      ].joined(separator: separator)
      let document = try read(header + "\r\n" + row + "\r\n")
      #expect(document.findings.isEmpty, "\(document.findings)")
      let facility = try #require(document.records.facilities.first?.record)
      #expect(facility.id == "bv-a" && facility.name == "Bệnh viện A")
      #expect(facility.kind == .districtHospital && facility.tier == 3 && facility.rank == .second)
      #expect(facility.position.point == Coordinate(latitude: 10.5, longitude: 106.25))
      #expect(facility.beds.first?.measure.value == 1_200)
      #expect(facility.contacts.first?.value == "0290 1")
      #expect(facility.provenance.source == "CSV: list.csv")
      #expect(document.records.facilities.first?.origin.line == 2)
    }
  }

  @Test func `features without a point are counted, and the first is told with its line`() throws {
    let document = try read(
      """
      {"type": "FeatureCollection", "features": [
      {"type": "Feature", "properties": {"name": "BV A"},
       "geometry": {"type": "Point", "coordinates": [106.7, 10.7]}},
      {"type": "Feature", "properties": {"name": "BV B"}, "geometry": null},
      {"type": "Feature", "properties": {"name": "BV C"}, "geometry": null}]}
      """)
    let finding = try #require(document.findings.first { $0.code == "position_missing" })
    #expect(finding.origin == Origin(document: 0, line: 4))
    #expect(finding.vi == "2 đối tượng không có điểm; đầu tiên là đối tượng thứ 2")
    #expect(finding.en == "2 features have no point; the first is number 2")
  }

  @Test func `UTF-8 with a mark, and UTF-16 of either order, give the same`() throws {
    let text = "ten,ghi chu\nBệnh viện Đầm Dơi,\"dòng một\nvà \"\"hai\"\"\"\n"
    let plain = try read(text).records.facilities.map(\.record)
    #expect(plain.first?.provenance.note == "dòng một và \"hai\"")
    #expect(plain.first?.id == "benh-vien-dam-doi")
    let units = Array(text.utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [
      [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big,
    ] {
      #expect(try read(bytes).records.facilities.map(\.record) == plain)
    }
  }

  @Test func `a decimal comma is a decimal comma`() throws {
    let document = try read("ten;vi do;kinh do\nA;10,5;106,25\nB;\"1.010,5\";0\n")
    #expect(
      document.records.facilities.first?.record.position.point
        == Coordinate(latitude: 10.5, longitude: 106.25))
    #expect(codes(document) == ["row_value"])
    #expect(try read("ten,toa do\nA,\"10,5; 106,25\"\n").records.facilities.count == 1)
    let broken = try read("ten,vi do,kinh do\nA,10,5,106,25\n")
    #expect(codes(broken) == ["row_width"])
  }

  @Test func `each wrong row is told with its line, and the others are read`() throws {
    let document = try read(
      "id,ten,tuyen,cap nhat\na,A,9,\nb,B,3,32/13/2026\nc c,C,,\n,,3,\nd,D,4,22/11/2026\n")
    #expect(document.records.facilities.map(\.record.id) == ["c-c", "d"])
    #expect(
      document.records.facilities.last?.record.provenance.asserted == PartialDate("2026-11-22"))
    #expect(document.findings.map { $0.origin?.line } == [2, 3, 4, 5])
    #expect(document.findings.map(\.importance) == [.error, .error, .note, .error])
  }

  @Test func `a mapping says what headers and words do not`() throws {
    let document = try read(
      "Mã BV,Tên gọi,Phân loại,Can thiệp,Hồ sơ\n1,A,BV tuyến tỉnh,không,12\n",
      mapping: """
        # what,from,to
        column,Mã BV,identifier:moh
        column,Tên gọi,name
        column,Phân loại,kind
        column,Can thiệp,capability:stroke.lysis
        column,Hồ sơ,extension:vn.example.file
        value,kind:BV tuyến tỉnh,provincial-general
        constant,source,"Sở Y tế, tháng 11"
        constant,id,bv-a
        """)
    let facility = try #require(document.records.facilities.first?.record)
    #expect(facility.id == "bv-a" && facility.kind == .provincialGeneral)
    #expect(facility.identifiers.first?.system == "moh")
    #expect(facility.extensions.first?.text == "12")
    #expect(facility.provenance.source == "Sở Y tế, tháng 11")
    let capability = try #require(document.records.capabilities.first?.record)
    #expect(capability.value == .no && capability.code == "stroke.lysis")
    let failure = #expect(throws: ExchangeFailure.self) {
      try read("ten\nA\n", mapping: "column,x,nothing\nwhat,x,y\nshort\n")
    }
    #expect(failure?.errors.map(\.line) == [1, 2, 3])
  }

  @Test func `a column that is a capability of the network is recognised, and names of places too`()
    throws
  {
    let document = try read(
      "ten,tinh,xa,stroke.lysis\nA,Tỉnh Một,Xã B,có\nB,Một,Nowhere,\n", network: previewNetwork)
    #expect(document.records.facilities.first?.record.placements.map(\.place) == ["s:12"])
    #expect(document.records.capabilities.map(\.record.value) == [.yes])
    #expect(codes(document) == ["place_unknown"])
  }

  @Test func `unknown columns are told, and no table is a table without a name`() throws {
    #expect(codes(try read("ten,abc\nA,1\n")) == ["column_ignored"])
    #expect(throws: ExchangeFailure.self) { try read("abc,def\n1,2\n") }
    #expect(throws: ExchangeFailure.self) { try read("") }
  }

  @Test func `hostile tables are refused without harm`() throws {
    for text in [
      "ten\n\"never closed\n", "ten\n\u{0}\u{1}\n", String(repeating: ",", count: 2_000) + "\n",
      "ten\n\"" + String(repeating: "x", count: 2_000_000) + "\"\n",
    ] {
      #expect(throws: ExchangeFailure.self) { try read(text) }
    }
    #expect(throws: ExchangeFailure.self) { try read([0x74, 0x65, 0x6E, 0x0A, 0xFF, 0xC3, 0x28]) }
    #expect(throws: ExchangeFailure.self) { try read([0xFF, 0xFE, 0x41]) }
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let bytes = (0..<200).map { _ in
        [UInt8](",;\t\"\n\r a1é".utf8).randomElement(using: &random) ?? 0
      }
      _ = try? read(Array("ten,id\n".utf8) + bytes)
    }
  }

  @Test func `a name longer than ours may be is no document of ours`() throws {
    let folder = try TemporaryFolder(["n.xml": previewNetwork])
    let list = try TemporaryFolder([
      "a.csv": "id,ten\na," + String(repeating: "dài ", count: 2_000) + "\n"
    ])
    let network = try LoadedNetwork(path: folder.path)
    let document = try DocumentFormats.exchange.read(list.path + "/a.csv")
    let preview = ImportPreview(of: [document], into: network, options: PreviewOptions())
    #expect(throws: ExchangeFailure.self) {
      try NetworkImport.apply(
        preview, of: [document], to: network, at: folder.path,
        now: Instant(seconds: 0, zone: ZoneOffset(minutes: 0)))
    }
    #expect(try folder.names.filter { $0.hasSuffix(".xml") } == ["n.xml"])
  }

  @Test(arguments: ["=1+1", "'=1+1", "@x", "-a", "'x", "+84 28", "' ", "O'Brien"])
  func `what an export guards against spreadsheets comes back as it was`(name: String) throws {
    let document = try read("id,name\na,\(CSVWriter().cell(name))\n")
    #expect(
      document.records.facilities.first?.record.name == name.trimmingCharacters(in: .whitespaces))
  }
}
