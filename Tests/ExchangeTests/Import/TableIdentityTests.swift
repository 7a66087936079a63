import Exchange
import Facts
import Files
import HealthNetwork
import TestSupport
import Testing

@Suite struct TableIdentityTests {
  private static let network = document(
    #"""
    <network id="t" name="T" zone="+07:00"/>
    <scheme id="s" name="S"/>
    <place scheme="s" code="1" level="province" name="Tỉnh Một"/>
    <place scheme="s" code="2" level="province" name="Tỉnh Hai"/>
    <place scheme="s" code="11" level="commune" name="Xã Tân An" parent="1"/>
    <place scheme="s" code="21" level="commune" name="Xã Bình Ninh" parent="2"/>
    <facility id="bv-binh-an" name="Bệnh viện Bình An" kind="provincial-general" lat="10.1" lon="106.1">
      <placement place="s:11"/>
      <contact kind="switchboard" value="0290 3831 015"/>
      <beds kind="total" value="1200" unit="beds"/>
    </facility>
    <facility id="tyt-11" name="Trạm Y tế xã Tân An" kind="commune-health-station">
      <placement place="s:11"/>
    </facility>
    <facility id="tyt-21" name="Trạm Y tế xã Bình Ninh" kind="commune-health-station">
      <placement place="s:21"/>
    </facility>
    """#)

  private func preview(
    _ texts: String..., links: [String: String] = [:]
  ) throws -> ImportPreview {
    let folder = try load(["network.xml": TableIdentityTests.network])
    var options = PreviewOptions()
    options.links = links
    let documents = try texts.map {
      try ReadTable($0, network: TableIdentityTests.network).document
    }
    return ImportPreview(of: documents, into: folder, options: options)
  }

  private func flaws(_ preview: ImportPreview) -> [String] {
    preview.findings.filter { $0.importance != .note }.map(\.code)
  }

  @Test func `an id made of a name never means the facility that happens to have it`() throws {
    let found = try preview("name,address,beds\nBV Bình An,\"1 Lê Lợi, Tỉnh Ba\",50\n")
    #expect(found.counts["facility"]?.changed == 0 && found.counts["facility"]?.new == 1)
    #expect(found.entries.first?.key == "bv-binh-an-2")
    #expect(flaws(found) == ["probable_duplicate"])
    #expect(found.findings.first?.remedy == .link("bv-binh-an-2", to: "bv-binh-an"))
    let linked = try preview(
      "name,address,beds\nBV Bình An,\"1 Lê Lợi, Tỉnh Ba\",50\n",
      links: ["bv-binh-an-2": "bv-binh-an"])
    #expect(linked.counts["facility"]?.changed == 1 && flaws(linked).isEmpty)
  }

  @Test func `a row with the id of a facility and quite another name is a question`() throws {
    let text = "id,name,beds\nbv-binh-an,Bệnh viện Sao Mai,50\n"
    let found = try preview(text)
    #expect(found.counts["facility"]?.changed == 0 && found.counts["facility"]?.new == 1)
    #expect(found.entries.first?.key == "bv-binh-an-2")
    #expect(flaws(found) == ["id_of_another_name"])
    #expect(found.findings.first?.remedy == .link("bv-binh-an", to: "bv-binh-an"))
    let linked = try preview(text, links: ["bv-binh-an": "bv-binh-an"])
    #expect(linked.counts["facility"]?.changed == 1 && flaws(linked).isEmpty)
    // A person's word is remembered with the facility.
    let facility = try #require(linked.delta.records.facilities.first?.record)
    #expect(facility.identifiers.contains { $0.value == "bv-binh-an" })
  }

  @Test(arguments: [
    "BV Bình An", "Bệnh viện Đa khoa tỉnh Bình An", "BVĐK Bình An (cơ sở 2)",
    "Binh An General Hospital",
  ])
  func `a row with the id of a facility and a name like its own is that facility`(
    name: String
  ) throws {
    let found = try preview("id,name,beds\nbv-binh-an,\(name),50\n")
    #expect(found.counts["facility"]?.changed == 1 && found.counts["facility"]?.new == 0)
  }

  @Test func `another name under the same id and telephone number is a new name`() throws {
    let found = try preview(
      "id,name,phone\nbv-binh-an,Bệnh viện Sao Mai,0290 3831 015\n")
    #expect(found.counts["facility"]?.changed == 1 && flaws(found).isEmpty)
  }

  @Test func `name, kind and commune, or a telephone number, make a facility certain`() throws {
    for text in [
      "name,commune,province,beds\nBV Bình An,Tân An,Một,50\n",
      "name,phone,beds\nBệnh viện Bình An,02903831015,50\n",
      "name,lat,lon,beds\nBV Bình An,10.1001,106.1001,50\n",
    ] {
      let found = try preview(text)
      #expect(found.counts["facility"]?.changed == 1, "\(text)")
      #expect(found.findings.map(\.code) == ["matched_by_name"], "\(found.findings)")
    }
  }

  @Test func `two stations of one name in two provinces stay two`() throws {
    let first = "name,province,commune\nTrạm Y tế xã Mới,Một,Xã Tân An\n"
    let second = "name,province,commune\nTrạm Y tế xã Mới,Hai,Xã Bình Ninh\n"
    let found = try preview(first, second)
    #expect(found.counts["facility"]?.new == 2 && flaws(found).isEmpty)
    #expect(Set(found.entries.map(\.key)).count == 2)
  }

  @Test func `facilities of one name in one list are two, with ids told apart`() throws {
    let table = try ReadTable("name,phone\nTrạm Y tế xã A,115\nTrạm Y tế xã A,113\n")
    #expect(table.ids == ["tram-y-te-xa-a", "tram-y-te-xa-a-2"])
    let placed = try ReadTable("name,commune\nTrạm Y tế,Xã B\nTrạm Y tế,Xã C\n")
    #expect(placed.ids == ["tram-y-te", "tram-y-te-xa-c"])
    let same = try ReadTable("stt,name,phone\n1,A,115\n2,A,115\n")
    #expect(same.ids == ["a"] && same.codes == ["repeated_record"])
    let ignored = try ReadTable("name,abc\nA,1\nA,2\n")
    #expect(ignored.ids == ["a", "a-2"])
  }

  @Test func `rows of one facility in one list are proposed as one, and joined when told`() throws {
    let text = """
      id,name,kind,lat,lon,beds
      z1,Bệnh viện Đa khoa Thử,Bệnh viện huyện,10.2,106.2,
      z2,BVĐK Thử,Bệnh viện huyện,10.2001,106.2001,30
      """
    let found = try preview(text)
    #expect(flaws(found) == ["probable_duplicate"])
    let joined = try preview(text, links: ["z2": "z1"])
    #expect(joined.counts["facility"]?.new == 1 && flaws(joined).isEmpty)
    let facility = joined.delta.records.facilities.first?.record
    #expect(facility?.beds.first?.measure.value == 30)
  }

  @Test func `kind, province, marks and the order of words keep facilities apart`() throws {
    for name in [
      "Bệnh viện Đa khoa tỉnh Ninh Bình", "Bệnh viện Ninh Bình", "Trạm Y tế xã Bình Ninh, Tỉnh Ba",
      "Phòng khám Tân An", "Trạm Y tế xã Tân Ân",
    ] {
      let found = try preview("id,name\nx,\(name.contains(",") ? "\"\(name)\"" : name)\n")
      #expect(flaws(found).isEmpty, "\(name): \(found.findings)")
    }
    let other = try preview("id,name,province\nx,Trạm Y tế xã Tân An,Tỉnh Hai\n")
    #expect(flaws(other).isEmpty, "\(other.findings)")
    let elsewhere = try preview("id,name,province\nx,Trạm Y tế xã Tân An,Tỉnh Ba\n")
    #expect(flaws(elsewhere) == ["place_unknown"], "\(elsewhere.findings)")
    let same = try preview("id,name,province\nx,TYT xã Tân An,Tỉnh Một\n")
    #expect(flaws(same) == ["probable_duplicate"])
  }

  @Test(arguments: [
    ("Hopitalı A", "hopitali-a"), ("Straße ß", "strasse-ss"), ("Şişli Ağ", "sisli-ag"),
    ("Bệnh viện Đầm Dơi", "benh-vien-dam-doi"), ("Œuvre Øst", "oeuvre-ost"),
  ])
  func `an id made of a name is valid in any writing`(name: String, id: String) throws {
    #expect(try ReadTable("name\n\(name)\n").ids == [id])
  }

  @Test func `names without a Latin letter have ids of their own`() throws {
    let table = try ReadTable("name\nクリニック\nΝοσοκομείο\n病院\n")
    #expect(Set(table.ids).count == 3 && table.codes.isEmpty)
    #expect(table.ids.allSatisfy { id in id.utf8.allSatisfy { $0 < 0x80 } && !id.isEmpty })
  }

  @Test func `ids that no id may be are repaired, and the original is kept`() throws {
    let table = try ReadTable("id,name\n01001,A\n1E+05,B\nBV 1/2,C\nBV-đ,D\n")
    #expect(table.ids == ["01001", "b", "BV-1-2", "BV-d"])
    #expect(table.flaws == ["id_rounded"])
    #expect(table.facilities[2].identifiers.first?.value == "BV 1/2")
  }

  @Test func `the province of a list never replaces the commune that is known`() throws {
    let found = try preview("id,name,province\nbv-binh-an,Bệnh viện Bình An,Tỉnh Một\n")
    #expect(found.isEmpty, "\(found.entries)")
  }

  @Test func `another spelling of a known number is no new line`() throws {
    let found = try preview("id,phone\nbv-binh-an,(0290) 383.1015\n")
    #expect(found.isEmpty, "\(found.entries)")
  }
}
