import Exchange
import Facts
import Files
import Formats
import HealthNetwork
import TestSupport
import Testing
import XMLStream

@Suite struct TableShapeTests {
  @Test func `titles above the header and totals and notes below are told and left out`() throws {
    let table = try ReadTable(
      """
      SỞ Y TẾ TỈNH MỘT,,,
      "DANH SÁCH CƠ SỞ KHÁM, CHỮA BỆNH",,,
      STT,Tên cơ sở khám bệnh, chữa bệnh,Điện thoại
      """.replacing(
        "Tên cơ sở khám bệnh, chữa bệnh", with: "\"Tên cơ sở khám bệnh, chữa bệnh\",Địa chỉ")
          + """

          (1),(2),(3),(4)
          I,Tuyến tỉnh,,
          1,Bệnh viện A,1 Lê Lợi,115
          2,Bệnh viện B,,
          ,Tổng cộng: 2,,
          Người lập biểu,,,

          """)
    #expect(table.names == ["Bệnh viện A", "Bệnh viện B"])
    #expect(
      table.codes.sorted() == [
        "note_row", "numbering_row", "section_row", "title_row", "title_row", "total_row",
      ])
    #expect(table.flaws.isEmpty)
  }

  @Test func `headings in two rows are joined`() throws {
    let table = try ReadTable(
      """
      TT;Tên đơn vị;Tọa độ;;Số giường
      ;;Vĩ độ;Kinh độ;
      1;Bệnh viện A;10,5;106,25;100
      """)
    #expect(table.codes.isEmpty, "\(table.document.findings)")
    #expect(table.facilities.first?.position.point?.longitude == 106.25)
  }

  @Test func `groups of headings have their own below them, and columns are counted`() throws {
    let table = try ReadTable(
      """
      STT,Tên cơ sở KCB,Địa chỉ,,Số giường,
      ,,Số nhà/đường/ấp,Xã/phường,KH,Thực kê
      (1),(2),(3),(4),(5),(6)
      1,Bệnh viện A,1 Lê Lợi,Xã A,100,120
      (1),(2),(3),(4),(5),(6)
      2,Bệnh viện B,,Xã B,,
      """, network: previewNetwork)
    #expect(table.codes == ["numbering_row", "numbering_row"], "\(table.document.findings)")
    #expect(table.facilities[0].address == "1 Lê Lợi")
    #expect(table.facilities[0].beds.map(\.measure.value) == [100, 120])
    #expect(table.facilities.map { $0.placements.first?.place } == ["s:11", "s:12"])
  }

  @Test func `a numbered heading whose words stand in the next column is no facility`() throws {
    let table = try ReadTable(
      "Tên đơn vị;Loại;Xã\nI;TUYẾN TỈNH;\nBệnh viện A;TTYT;\nII.;Tuyến huyện;\nBệnh viện B;TTYT;\n")
    #expect(table.names == ["Bệnh viện A", "Bệnh viện B"])
    #expect(table.codes == ["section_row"] || table.codes == ["section_row", "section_row"])
  }

  @Test(arguments: ["Mã;Tên;Loại\n", "Mã;Tên;Loại\n\n;;\n", "Mã;Tên;Loại\n;Tổng cộng: 0;\n"])
  func `a table without a facility says that there is nothing to import`(text: String) throws {
    let table = try ReadTable(text)
    #expect(table.flaws == ["no_rows"])
    let finding = try #require(table.document.findings.last)
    #expect(finding.en.contains("nothing to import") && finding.vi.contains("không có gì để nhập"))
  }

  @Test func `those who sign a list are no facility`() throws {
    let table = try ReadTable(
      "Mã;Tên;Vĩ độ;Kinh độ\na;Trạm A;10,5;105,5\nNgười lập biểu;;Giám đốc;\n")
    #expect(table.ids == ["a"] && table.codes == ["note_row"])
  }

  @Test func `a table stands below many titles`() throws {
    let titles = (1...55).map { "Dòng \($0)\n" }.joined()
    let table = try ReadTable(titles + "Mã;Tên;Vĩ độ;Kinh độ\na;Trạm A;10,5;105,5\n")
    #expect(table.ids == ["a"] && table.facilities[0].position.point?.latitude == 10.5)
  }

  @Test func `a note below a table of two columns is no facility`() throws {
    let table = try ReadTable("Tên;Loại\nTrạm Một;TYT\nTrạm Hai;\nGhi chú: số liệu tháng 6;\n")
    #expect(table.names == ["Trạm Một", "Trạm Hai"])
    #expect(table.codes == ["note_row"])
  }

  @Test func `bytes of another encoding that happen to be UTF-8 are told`() throws {
    // 医院 in GB 2312: U+04BD and U+053A, a Cyrillic and an Armenian letter.
    let table = try ReadTable(bytes: Array("id,name\nvd1,".utf8) + [0xD2, 0xBD, 0xD4, 0xBA, 0x0A])
    #expect(table.flaws == ["text_garbled"])
    let others = try ReadTable("id,name\na,Больница\nb,Ελλάδα 2\nc,Bệnh viện Đa khoa\nd,医院 A\n")
    #expect(others.codes.isEmpty)
  }

  @Test func `HXL tags alone say what the columns are`() throws {
    let table = try ReadTable(
      "#loc +name,#loc +lat,#geo+lon,#contact +phone\nTrạm A,10.5,106.25,02903831015\n")
    #expect(table.facilities.first?.position.point == Coordinate(latitude: 10.5, longitude: 106.25))
    #expect(table.codes == ["hxl_row"])
  }

  @Test func `what is no table is told whatever its name`() throws {
    for text in ["{\"a\": 1}", "<html><body/></html>"] {
      #expect(throws: ExchangeFailure.self) { try ReadTable(text) }
    }
  }

  @Test func `lone CR, a sep line, bars and tabs are understood`() throws {
    for text in [
      "id,name\r1,A\r2,B\r", "sep=;\r\nid;name\r\n1;A\r\n2;B\r\n", "id|name\n1|A\n2|B\n",
      "id\tname\n1\tA\n2\tB\n", "Danh sách, tháng 11\nid;name\n1;A\n2;B\n",
    ] {
      #expect(try ReadTable(text).names == ["A", "B"], "\(text)")
    }
  }

  @Test func `a row of HXL tags is no facility, and says what columns are`() throws {
    let table = try ReadTable("x,y z,a\n#loc+code,#loc+name,#geo+lat\nx1,A,\n")
    #expect(table.ids == ["x1"] && table.names == ["A"])
    #expect(table.codes == ["hxl_row"])
  }

  @Test func `the own export of facilities is read back`() throws {
    let folder = try load(["n.xml": previewNetwork])
    var bytes: [UInt8] = []
    TableWriter.write(.facilities, of: folder.network) { bytes += $0 }
    let table = try ReadTable(bytes: bytes, network: previewNetwork)
    #expect(table.codes == ["hxl_row"], "\(table.document.findings)")
    let (read, written) = (table.facilities[0], folder.network.records.facilities[0].record)
    #expect(read.name == written.name && read.placements == written.placements)
    #expect(read.identifiers == written.identifiers && read.kind == written.kind)
    #expect(read.position == written.position)
    #expect(read.contacts.map(\.value) == written.contacts.map(\.value))
  }

  @Test func `a list of telephones below its HXL tag keeps what stands in braces`() throws {
    let cell = "switchboard: 0292 3820 071; stroke: 0907773184 {source=a/b (list, 2026-06)}"
    let table = try ReadTable(
      "id,name,phones\n#loc+code,#loc+name,#contact+phone+list\nx1,A,\"\(cell)\"\n"
        + "x2,B,0290 3831 015/016\n")
    #expect(table.codes == ["hxl_row"])
    let contacts = table.facilities[0].contacts
    #expect(contacts.map(\.kind) == [.switchboard, .stroke])
    #expect(contacts.last?.source == "a/b (list, 2026-06)")
    #expect(table.facilities[1].contacts.map(\.value) == ["0290 3831 015", "0290 3831 016"])
  }

  @Test func `a second column of names gives the name where the first is empty`() throws {
    let table = try ReadTable("Tên,Tên cơ sở\n,BV B\nBV VD,Bệnh viện Ví Dụ\n")
    #expect(table.codes == ["column_twice"])
    #expect(table.names == ["BV B", "BV VD"])
    #expect(table.facilities.map { $0.names.map(\.value) } == [[], ["Bệnh viện Ví Dụ"]])
  }

  @Test func `a mapping line of a column that is not there is told`() throws {
    let table = try ReadTable("ten\nA\n", mapping: "column,Cột lạ,beds\n")
    #expect(table.codes == ["mapping_unused"])
  }

  @Test func `a table without a name says so in both languages`() throws {
    let failure = #expect(throws: ExchangeFailure.self) { try ReadTable("abc,def\n1,2\n") }
    #expect(failure?.errors.first?.message.contains("abc | def") == true)
    #expect(failure?.errors.first?.vi?.contains("không có cột nào") == true)
  }
}
