import Exchange
import Facts
import Files
import Formats
import HealthNetwork
import TestSupport
import Testing
import XMLStream

@Suite struct TableValueTests {
  @Test(arguments: [
    "ten;vi do;kinh do\nA;10.5°;106.25°\n", "ten;vi do;kinh do\nA;10°30'00\"N;106°15'00\"E\n",
    "ten;vi do;kinh do\nA;10°30′B;106°15′Đ\n", "ten;vi do;kinh do\nA;10,5N;106,25E\n",
    "ten,toa do\nA,\"10.5, 106.25\"\n", "ten,toa do\nA,\"(10.5, 106.25)\"\n",
    "ten,toa do\nA,10.5 106.25\n", "ten,toa do\nA,\"10,5; 106,25\"\n",
    "ten,toa do\nA,\"https://www.google.com/maps/@10.5,106.25,17z\"\n",
    "ten,toa do\nA,\"https://maps.google.com/?q=10.5,106.25\"\n",
    "ten,lat,lon\nA,\"10.5, 106.25\",\n", "ten;toa do\nA;10 30 00 N, 106 15 00 E\n",
    "ten;toa do\nA;10d30m00s, 106d15m0s\n", "ten;toa do\nA;E106 15, N10 30\n",
    "ten;lat;lon\nA;10 30 00;106d15m\n", "ten;toa do\nA;10.5 / 106.25\n",
    "ten;toa do\nA;POINT(106.25 10.5)\n", "ten;toa do\nA;point z (106.25 10.5 3)\n",
    "ten;toa do\nA;https://www.openstreetmap.org/#map=17/10.5/106.25\n",
    "ten;toa do\nA;https://www.openstreetmap.org/?mlat=10.5&mlon=106.25#map=9/1/2\n",
    "ten;toa do\nA;https://maps.google.com/?q=loc:10.5,106.25\n",
  ])
  func `a point is read however it is written`(text: String) throws {
    let table = try ReadTable(text)
    #expect(table.codes.isEmpty, "\(table.document.findings)")
    #expect(
      table.facilities.first?.position.point == Coordinate(latitude: 10.5, longitude: 106.25))
  }

  @Test func `half a point, the point zero and metres are no points`() throws {
    let table = try ReadTable("ten,lat,lon\nA,10.5,\nB,0,0\nC,1191000,602000\n")
    #expect(table.names == ["A", "B"])
    #expect(table.facilities.allSatisfy { $0.position.point == nil })
    #expect(table.flaws == ["point_incomplete", "point_zero", "row_value"])
    #expect(table.document.findings.last?.en.contains("VN-2000") == true)
  }

  @Test(arguments: [
    "https://maps.app.goo.gl/AbCd", "https://goo.gl/maps/x", "10 61 00 N, 106 15 00 E", "10/30/106",
    "POINT(106.25)", "1 2 3 4 5 6 7 8", "Ấp 1 N", "10m30d",
  ])
  func `what is no point is told, and none is made of it`(text: String) throws {
    let table = try ReadTable("ten;toa do\nA;\(text)\nB;10.5, 106.25\n")
    #expect(table.names == ["B"])
    #expect(table.flaws == ["row_value"])
    if text.contains("goo.gl") {
      #expect(table.document.findings.contains { $0.en.contains("short link") })
    }
  }

  @Test(arguments: ["2001-2-3", "3/2/2001", "03.02.2001", "2001-02-03 08:00"])
  func `a day is read however many digits it has`(text: String) throws {
    let table = try ReadTable("ten;ngay thanh lap\nA;\(text)\n")
    #expect(table.facilities.first?.opened == PartialDate("2001-02-03"))
  }

  @Test(arguments: ["99999999999999999999106,6981", "1e300", "-1e300", "9223372036854775808"])
  func `a number that no degree can be is a finding, however large`(longitude: String) throws {
    let table = try ReadTable("ten;lat;lon\nA;10,5;\(longitude)\nB;10,5;106,5\n")
    #expect(table.names == ["B"])
    #expect(table.flaws.contains("row_value"))
  }

  @Test(arguments: [
    ("Trạm Y tế", "", Facility.Kind.communeHealthStation),
    ("TTYT huyện", "", .districtMedicalCentre),
    ("Trung tâm Y tế khu vực", "", .regionalMedicalCentre), ("PK ĐKKV", "", .polyclinic),
    ("PHÒNG KHÁM ĐA KHOA", "", .polyclinic), ("BVĐK tỉnh", "", .provincialGeneral),
    ("Bệnh viện đa khoa khu vực", "", .regionalGeneral),
    ("Bệnh viện Quân y", "", .militaryHospital),
    ("Provincial-General", "", .provincialGeneral), ("Hospital", "private", .privateHospital),
    ("Bệnh viện đa khoa", "Tư nhân", .privateHospital), ("Clinic", "", .other),
    ("Bệnh viện đa khoa", "", .other), ("Bệnh viện Trung ương", "", .centralHospital),
  ])
  func `kinds are read in the words of departments`(
    words: String, owner: String, kind: Facility.Kind
  ) throws {
    let table = try ReadTable("ten;loai hinh;so huu\nA;\(words);\(owner)\n")
    #expect(table.flaws.isEmpty, "\(table.document.findings)")
    #expect(table.facilities.first?.kind == kind)
  }

  @Test func `owner, tier, level and rank are read in any case`() throws {
    let table = try ReadTable(
      "ten;so huu;tuyen;cap;hang\nA;CÔNG LẬP;TUYẾN TỈNH;Chuyên sâu;HẠNG II\n"
        + "B;Bộ Quốc phòng;tier 1;BASIC;đặc biệt\n")
    #expect(table.codes.isEmpty, "\(table.document.findings)")
    #expect(table.facilities.map(\.ownership) == [.public, .military])
    #expect(table.facilities.map(\.tier) == [2, 1])
    #expect(table.facilities.map(\.level) == [.specialised, .basic])
    #expect(table.facilities.map(\.rank) == [.second, .special])
  }

  @Test func `what says nothing is nothing, and a no is an answer`() throws {
    let table = try ReadTable(
      "ten;so giuong;loai hinh;hang;dien thoai;lat;lon;stroke.lysis\nA;N/A;Không rõ;Không;-;null;;không\n"
        + "B;…;null;chưa xếp hạng;không có;#N/A;--;không rõ\n", network: previewNetwork)
    #expect(table.codes.isEmpty, "\(table.document.findings)")
    #expect(
      table.facilities.allSatisfy { $0.beds.isEmpty && $0.contacts.isEmpty && $0.rank == nil })
    #expect(table.document.records.capabilities.map(\.record.value) == [.no])
  }

  @Test func `beds are whole numbers of either style`() throws {
    let table = try ReadTable(
      "ten;so giuong\nA;1.200\nB;1,200\nC;1 200\nD;200 giường\nE;0\nF;1200.0\nG;12.5\nH;-5\nI;250/300\n"
    )
    #expect(
      table.facilities.compactMap { $0.beds.first?.measure.value } == [
        1_200, 1_200, 1_200, 200, 0, 1_200,
      ])
    #expect(table.codes == ["row_value", "row_value", "row_value"])
  }

  @Test func `one finding tells of a word, how many rows have it, and what is allowed`() throws {
    let rows = (0..<30).map { "A\($0),\($0 % 2 == 0 ? "siêu thị" : "Trạm Y tế")" }
    let table = try ReadTable("ten,loai hinh\n" + rows.joined(separator: "\n") + "\n")
    let finding = try #require(table.document.findings.first)
    #expect(table.codes == ["row_value"])
    #expect(finding.en.contains("15 rows: 2, 4, 6, 8, 10, …"))
    #expect(finding.en.contains("commune-health-station") && finding.origin?.line == 2)
    #expect(finding.vi.contains("15 dòng") && table.facilities.count == 15)
  }

  @Test func `the telephone lines of a cell are parted, and each has its usual groups`() throws {
    func lines(_ text: String) throws -> [String] {
      try ReadTable("ten;dien thoai\nA;\(text)\n").facilities.first?.contacts.map(\.value) ?? []
    }
    #expect(try lines("028 3822 0001 - 02838220002") == ["028 3822 0001", "028 3822 0002"])
    #expect(try lines("(028) 3822.0003/0004") == ["028 3822 0003", "028 3822 0004"])
    #expect(try lines("0909 123 456, 0290.3831.015") == ["0909 123 456", "0290 3831 015"])
    #expect(try lines("+84 28 3822 0006") == ["028 3822 0006"])
    #expect(try lines("19001234 hoặc 115") == ["1900 1234", "115"])
    #expect(try lines("028.38.22.00.07 (máy lẻ 12)") == ["028.38.22.00.07 (máy lẻ 12)"])
    #expect(try lines("không có").isEmpty)
  }

  @Test func `a word before a number says what the line is for`() throws {
    let table = try ReadTable("ten,phones\nA,\"switchboard: 0290 3831 015; Cấp cứu: 115\"\n")
    #expect(table.facilities.first?.contacts.map(\.kind) == [.switchboard, .emergency])
  }

  @Test func `a number that lost its zero is told, and repaired only when asked for`() throws {
    let text = "ten;dien thoai\nA;2838220005\nB;909123456\nC;2.84E+09\nD;1\nE;3832925\n"
    let table = try ReadTable(text)
    #expect(
      table.flaws == [
        "phone_zero_lost", "phone_zero_lost", "phone_rounded", "phone_unreadable",
        "phone_area_missing",
      ])
    #expect(
      table.facilities.map { $0.contacts.first?.value } == [
        "2838220005", "909123456", nil, nil, "3832925",
      ])
    let repaired = try ReadTable(text, repairs: true)
    #expect(
      repaired.facilities.map { $0.contacts.first?.value } == [
        "028 3822 0005", "0909 123 456", nil, nil, "3832925",
      ])
    #expect(repaired.flaws == ["phone_rounded", "phone_unreadable", "phone_area_missing"])
  }

  @Test func `a text that a spreadsheet was kept from reading is read, and told`() throws {
    let table = try ReadTable("id,name,phone\n'007,A,\"=\"\"0290383101\"\"\"\n")
    #expect(table.ids == ["007"] && table.codes == ["formula_text"])
    #expect(table.facilities.first?.contacts.first?.value == "0290383101")
  }

  @Test func `two columns of one field are both kept, or told`() throws {
    let phones = try ReadTable("ten,dien thoai,dien thoai\nA,028 3822 0001,028 3822 0002\n")
    #expect(phones.facilities.first?.contacts.count == 2 && phones.codes.isEmpty)
    let names = try ReadTable("Tên,Tên cơ sở\nBV VD,Bệnh viện Ví Dụ\n")
    #expect(names.flaws == ["column_twice"])
    #expect(names.facilities.first?.names.map(\.value) == ["Bệnh viện Ví Dụ"])
    let beds = try ReadTable("ten,so giuong,giuong benh\nA,10,20\nB,,30\n")
    #expect(beds.flaws == ["column_twice", "value_twice"])
    #expect(beds.facilities.map { $0.beds.first?.measure.value } == [10, 30])
  }

  @Test func `places are found as routes find them, and what is near is offered`() throws {
    let network = document(
      #"""
      <network id="t" name="T" zone="+07:00"/>
      <scheme id="s" name="S"/>
      <place scheme="s" code="1" level="province" name="Tỉnh Đồng Tháp"/>
      <place scheme="s" code="2" level="province" name="Thành phố Hồ Chí Minh"/>
      <place scheme="s" code="11" level="commune" name="Phường Mỹ Tho" parent="1"/>
      <place scheme="s" code="12" level="commune" name="Xã Mỹ Thọ" parent="1"/>
      <place scheme="s" code="21" level="commune" name="Phường Sài Gòn" parent="2"/>
      """#)
    let table = try ReadTable(
      """
      ten;tinh;xa
      A;Đồng Tháp;Mỹ Tho
      B;Tỉnh Đồng Tháp;P. Mỹ Tho
      C;T. Đồng Tháp;Mỹ Thọ
      D;TP.HCM;P. Sài Gòn
      E;TPHCM;Sai Gon
      F;Ho Chi Minh City;Phường Sài Gòn
      G;;Ấp 1, xã Mỹ Thọ, Đồng Tháp, Việt Nam
      H;Đồng Tháp;Mỹ Thoo
      I;Cà Mau;Năm Căn
      """, network: network)
    #expect(
      table.facilities.map { $0.placements.first?.place } == [
        "s:11", "s:11", "s:12", "s:21", "s:21", "s:21", "s:12", "s:1", nil,
      ])
    #expect(table.flaws == ["place_unknown", "place_unknown"])
    #expect(table.document.findings.first?.en.contains("Phường Mỹ Tho") == true)
    #expect(table.document.elsewhereIDs == ["i"])
    let address = try ReadTable(
      "ten;dia chi\nA;12 Lê Lợi, Phường Sài Gòn, TP. Hồ Chí Minh\nB;Ấp 3\n", network: network)
    #expect(address.facilities.map { $0.placements.first?.place } == ["s:21", nil])
    #expect(address.codes == ["placed_by_address"])
  }
}
