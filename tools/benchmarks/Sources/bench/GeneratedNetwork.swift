import Foundation

/// A network of any number of facilities, of the same shape as the shipped one; all of it made up.
struct GeneratedNetwork {
  let facilities: Int

  /// Writes it as a folder of documents, a tenth of the facilities in each.
  func write(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try document(
      """
        <network id="generated" name="Mạng lưới sinh ra để đo" zone="+07:00" south="8" west="102" \
      north="24" east="110"/>
        <scheme id="s" name="Sơ đồ"/>
        <place scheme="s" code="1" level="province" name="Tỉnh Một"/>
        <specialty code="stroke" name="Đột quỵ" entry="stroke.lysis"/>
        <capabilityType code="stroke.ct24" specialty="stroke" name="CT 24/24"/>
        <capabilityType code="stroke.lysis" specialty="stroke" name="Tiêu sợi huyết" \
      implies="stroke.ct24"/>
      """
    ).write(toFile: folder + "/network.xml", atomically: true, encoding: .utf8)
    var random = SplitMix64(seed: 7)
    for part in 0..<10 {
      var places = ""
      var records = ""
      var statements = ""
      for id in stride(from: part, to: facilities, by: 10) {
        let number = String(format: "%06d", id)
        let lat = 8.5 + Double(random.next() % 1_000_000) / 100_000
        let lon = 103 + Double(random.next() % 600_000) / 100_000
        places += """
            <place scheme="s" code="c\(number)" level="commune" name="Xã Số \(id)" parent="1" \
          lat="\(lat)" lon="\(lon)" precision="centre" areaKm2="12.5" confidence="medium">
              <population count="\(random.next() % 20_000)" basis="census-resident" date="2019-04-01"/>
            </place>

          """
        records += """
            <facility id="f\(number)" name="Bệnh viện Đa khoa khu vực Số \(id)" \
          nameEn="Hospital No. \(id)" kind="regional-general" ownership="public" tier="3" rank="II" \
          address="Số \(id), đường Nguyễn Trãi, Xã Số \(id)" lat="\(lat)" lon="\(lon)" \
          precision="exact" pointSource="generated" source="generated for measuring; not a fact" \
          confidence="low">
              <name kind="former" value="Bệnh viện huyện Số \(id)"/>
              <placement place="s:c\(number)"/>
              <contact kind="switchboard" value="000 000 \(id)"/>
              <beds kind="total" value="\(random.next() % 500)"/>
            </facility>

          """
        statements += """
            <capability facility="f\(number)" code="stroke.lysis" value="yes" from="2020" \
          quote="sinh ra để đo" source="generated for measuring; not a fact" confidence="low"/>

          """
      }
      try document(places + records + statements).write(
        toFile: folder + "/part-\(part).xml", atomically: true, encoding: .utf8)
    }
  }

  private func document(_ records: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="snapshot" network="generated" \
    asOf="2026-11-25T00:00:00+07:00" source="generated" confidence="low">
    \(records)</exchange>

    """
  }
}

/// Random numbers that are the same in every run (G. Steele, D. Lea, C. Flood,
/// DOI 10.1145/2714064.2660195).
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
