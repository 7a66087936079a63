import Exchange
import Facts
import HealthNetwork
import TestSupport
import Testing

@Suite struct ImportPreviewTests {
  @Test func `a network imported into itself changes nothing`() throws {
    let found = try Previewed(previewNetwork)
    #expect(found.preview.isEmpty && found.codes.isEmpty, "\(found.codes)")
    #expect(found.preview.counts["facility"]?.same == 2)
  }

  @Test func `a changed field has both values, both sources and both dates`() throws {
    let found = try Previewed(
      document(
        #"<facility id="bv-b" name="Bệnh viện Hai" kind="provincial-general" tier="2" level="basic" lat="10.3" lon="106.3" source="list 2" asserted="2026-11-01"/>"#
      ))
    let entry = try #require(found.preview.entries.first)
    #expect(found.preview.entries.count == 1 && entry.status == .changed && entry.key == "bv-b")
    let level = try #require(entry.changes.first { $0.field == "level" })
    #expect(level.old == "initial" && level.new == "basic")
    #expect(entry.newProvenance?.source == "list 2" && entry.oldProvenance?.source == nil)
    #expect(entry.newProvenance?.asserted == PartialDate("2026-11-01"))
    #expect(found.preview.place(try #require(entry.newOrigin)).hasSuffix("/0.xml:3"))
    #expect(found.preview.place(try #require(entry.oldOrigin)) == "network.xml:18")
  }

  @Test func `swapped coordinates and a lost sign come with what was meant`() throws {
    let found = try Previewed(foreign: [
      facility("bv-a", "Bệnh viện Đa khoa Cái Nước", at: (106.1, 10.1)),
      facility("bv-x", "Bệnh viện X", at: (-10.2, 106.2)),
    ])
    #expect(found.codes == ["coordinates_sign_lost", "coordinates_swapped"])
    #expect(found.preview.fixes == 2 && found.preview.isOdd && !found.preview.hasErrors)
    #expect(found.preview.counts["facility"]?.same == 1)
    let added = try #require(found.preview.delta.records.facilities.first?.record)
    #expect(added.position.point == Coordinate(latitude: 10.2, longitude: 106.2))
  }

  @Test func `a point outside its province, and one that moved far, are odd`() throws {
    let moved = with(facility("bv-a", "Bệnh viện Đa khoa Cái Nước", at: (20, 105))) {
      $0.provenance.asserted = PartialDate("2026-11-01")
    }
    #expect(try Previewed(foreign: [moved]).codes == ["moved_far", "point_outside_province"])
    let near = with(moved) { $0.position.point = Coordinate(latitude: 10.11, longitude: 106.1) }
    #expect(try Previewed(foreign: [near]).codes.isEmpty)
  }

  @Test func `a tier, a level and a rank that jump are odd`() throws {
    let found = try Previewed(
      document(
        #"""
        <facility id="bv-a" name="Bệnh viện Đa khoa Cái Nước" kind="district-hospital" tier="1" rank="IV"/>
        <facility id="bv-b" name="Bệnh viện Hai" kind="provincial-general" tier="2" level="specialised"/>
        """#))
    #expect(found.codes == ["level_jumped", "rank_jumped", "tier_jumped"])
  }

  @Test func `the same id twice is an error unless both say the same`() throws {
    let one = document(#"<facility id="bv-n" name="Một" kind="other"/>"#)
    let other = document(#"<facility id="bv-n" name="Khác" kind="other"/>"#)
    #expect(try Previewed(one, other).codes == ["duplicate_id"])
    #expect(try Previewed(one, other).preview.hasErrors)
    let twice = try Previewed(one, one)
    #expect(twice.codes == ["repeated_record"] && !twice.preview.isOdd)
  }

  @Test func `an identifier of another system means one facility`() throws {
    let found = try Previewed(
      document(
        #"<facility id="bv-n" name="Khác hẳn" kind="other"><identifier system="moh" value="79001"/></facility>"#
      ))
    #expect(found.codes == ["identifier_shared"])
  }

  @Test func `a facility known under another id is proposed as a link, and linked when told`()
    throws
  {
    let twin = with(facility("X-9", "BVĐK khu vực Cái Nước", at: (10.101, 106.101))) {
      $0.tier = 3
    }
    let found = try Previewed(foreign: [twin])
    #expect(found.codes == ["probable_duplicate"])
    #expect(found.preview.findings.first?.remedy == .link("X-9", to: "bv-a"))
    var options = PreviewOptions()
    options.links = ["X-9": "bv-a"]
    let linked = try Previewed(foreign: [twin], options: options)
    #expect(linked.preview.counts["facility"]?.changed == 1 && linked.codes.isEmpty)
    options.links = ["X-9": "nobody"]
    #expect(try Previewed(foreign: [twin], options: options).codes.contains("link_unknown"))
  }

  @Test func `a shared identifier tells who is meant, and the statements follow`() throws {
    let known = with(facility("urn:uuid:1", "Cai Nuoc hospital")) { facility in
      facility.identifiers = [
        with(OtherIdentifier()) {
          $0.system = "moh"
          $0.value = "79001"
        }
      ]
    }
    let capability = with(Capability()) {
      $0.facility = "urn:uuid:1"
      $0.code = "stroke.lysis"
    }
    let found = try Previewed(foreign: [known], [capability])
    #expect(found.codes == ["matched_by_identifier"])
    #expect(found.preview.delta.records.capabilities.first?.record.facility == "bv-a")
  }

  @Test func `references into nothing, unknown codes and ends before beginnings are errors`() throws
  {
    #expect(
      try Previewed(document(#"<facility id="n" name="N" kind="other" parent="nobody"/>"#)).codes
        == ["dangling_reference"])
    #expect(
      try Previewed(document(#"<capability facility="bv-a" code="stroke.none" value="yes"/>"#))
        .codes
        == ["unknown_code"])
    #expect(
      try Previewed(document(#"<scheme id="n" name="N" from="2026" to="2025"/>"#)).codes
        == ["ends_before_begins"])
    #expect(
      try Previewed(document(#"<facility id="n" name="N" kind="other" lat="50" lon="50"/>"#)).codes
        == ["point_outside_network"])
  }

  @Test func `a day that is nearly whole because it closes before it opens is odd`() throws {
    let found = try Previewed(
      document(
        #"<capability facility="bv-a" code="stroke.lysis" value="yes"><window opens="08:30" closes="05:30"/></capability>"#
      ))
    #expect(found.codes == ["hours_end_before_they_begin"])
  }

  @Test func `a no that becomes a yes is odd, and a change that is not dated later too`() throws {
    let found = try Previewed(
      document(#"<capability facility="bv-b" code="stroke.lysis" value="yes"/>"#))
    #expect(found.codes == ["answer_reversed"])
    let older = with(facility("bv-a", "Bệnh viện Cái Nước, tên khác")) {
      $0.provenance.asserted = PartialDate("2026-10-01")
    }
    #expect(try Previewed(foreign: [older]).codes == ["change_not_newer"])
  }

  @Test func `what a complete list lacks is gone with its statements; great losses are refused`()
    throws
  {
    let found = try Previewed(
      foreign: [facility("bv-a", "Bệnh viện Đa khoa Cái Nước")], isComplete: true)
    let gone = found.preview.entries.filter { $0.status == .gone }
    #expect(gone.map(\.kind) == ["facility", "capability"])
    #expect(found.codes.isEmpty)
    let many = (0..<8).map { #"<facility id="f\#($0)" name="Tên \#($0)" kind="other"/>"# }
    let network = previewNetwork.replacing(
      "</exchange>", with: many.joined(separator: "\n") + "\n</exchange>")
    let small = document(
      #"<network id="t" name="T" zone="+07:00" south="8" west="102" north="24" east="110"/>"#
        + #"<facility id="bv-b" name="Bệnh viện Hai" kind="other"/>"#)
    let refused = try Previewed(small, into: network)
    #expect(refused.codes == ["mass_delete"] && refused.preview.hasErrors)
    var options = PreviewOptions()
    options.allowsMassDelete = true
    let allowed = try Previewed(small, into: network, options: options)
    #expect(allowed.codes.contains("mass_delete") && !allowed.preview.hasErrors)
  }

  @Test func `a full list of another system covers only documents that it is mostly about`() throws
  {
    let stranger = facility("x-1", "Trạm Xa Lạ", at: (10.2, 106.2))
    let added = try Previewed(foreign: [stranger], isComplete: true)
    #expect(added.preview.counts["facility"]?.gone == 0 && added.codes.isEmpty)
    var options = PreviewOptions()
    options.isComplete = true
    let forced = try Previewed(foreign: [stranger], isComplete: true, options: options)
    #expect(forced.preview.counts["facility"]?.gone == 2)
    options.scope = 1
    let scoped = try Previewed(foreign: [stranger], isComplete: true, options: options)
    #expect(scoped.preview.counts["facility"]?.gone == 0)
  }

  @Test func `ids that all changed at once are told once`() throws {
    let many = (0..<8).map {
      #"<facility id="f\#($0)" name="Bệnh viện Số\#($0)" kind="other" lat="10.\#($0)" lon="106"/>"#
    }
    let network = previewNetwork.replacing(
      "</exchange>", with: many.joined(separator: "\n") + "\n</exchange>")
    let renamed = document(many.joined(separator: "\n").replacing("id=\"f", with: "id=\"g"))
    let codes = try Previewed(renamed, into: network).codes
    #expect(codes.first == "ids_changed" && codes.count == 9)
  }

  @Test func `a delta retracts, and only what is there`() throws {
    let found = try Previewed(
      document(
        #"<retract record="capability" key="bv-b/stroke.lysis" reason="wrong"/>"#, kind: "delta"))
    #expect(found.preview.counts["capability"]?.gone == 1 && found.codes.isEmpty)
    let wrong = try Previewed(
      document(#"<retract record="facility" key="nobody" reason="wrong"/>"#, kind: "delta"))
    #expect(wrong.codes == ["retract_unknown"])
  }

  @Test func `a document of another network is odd`() throws {
    #expect(try Previewed(document("", network: "other")).codes == ["other_network"])
  }
}
