import Facts
import HealthNetwork

extension RowReader {
  /// Takes a latitude, a longitude or both; returns whether it is understood.
  mutating func takePoint(_ field: TableField, _ text: String) -> Bool {
    if field != .point,
      let degrees = PointCells.degrees(text, field == .lat ? .latitude : .longitude)
    {
      if field == .lat { latitude = degrees } else { longitude = degrees }
      return true
    }
    // "10.77, 106.69" in the column of latitudes is the whole point.
    guard let point = PointCells.point(text) else { return false }
    (latitude, longitude) = (point.latitude, point.longitude)
    return true
  }

  mutating func finishPoint(_ findings: inout TableFindings) {
    guard latitude != nil || longitude != nil else { return }
    guard let latitude, let longitude else {
      findings.add(
        "point_incomplete", .odd, value: "", line: row.line, key: facility.id,
        vi: "chỉ có \(self.latitude == nil ? "kinh độ" : "vĩ độ"): không lấy tọa độ",
        en:
          "only the \(self.latitude == nil ? "longitude" : "latitude") is given: no point is taken")
      return
    }
    if latitude == 0, longitude == 0 {
      findings.add(
        "point_zero", .odd, value: "", line: row.line, key: facility.id,
        vi: "tọa độ 0, 0 nghĩa là không biết: không lấy tọa độ",
        en: "the point 0, 0 means that none is known: no point is taken")
      return
    }
    guard latitude.magnitude <= 180, longitude.magnitude <= 180 else {
      isWrong = true
      let reason = PointCells.reason(
        "\(Int(clamping: max(latitude.magnitude, longitude.magnitude)))")
      findings.add(
        "row_value", .error, value: "point \(latitude), \(longitude)", line: row.line,
        key: facility.id,
        vi: "\(latitude), \(longitude) không phải tọa độ độ" + (reason.map { "; \($0.vi)" } ?? ""),
        en: "\(latitude), \(longitude) are no degrees" + (reason.map { "; \($0.en)" } ?? ""))
      return
    }
    facility.position.point = Coordinate(latitude: latitude, longitude: longitude)
  }

  /// Settles what kind of facility the words mean together with its owner and its tier.
  mutating func finishKind(_ findings: inout TableFindings) {
    guard let (text, meaning) = kindWords else { return }
    let isOfCity = area[.province].map { TableWords.isCity($0) } ?? false
    let kind = meaning.kind(ownership: facility.ownership, tier: facility.tier, isOfCity: isOfCity)
    if let kind { facility.kind = kind }
    switch meaning {
    case .kind: return
    case .outside, .hospital:
      let shown = kind ?? .other
      let lack = lackOfKind
      findings.add(
        "kind_general", .note, value: text + " " + shown.rawValue, line: row.line, key: facility.id,
        vi: "loại hình \"\(text)\" ghi là \(shown.rawValue)"
          + (kind == nil ? ": \(lack.vi)" : ""),
        en: "the kind \"\(text)\" is taken as \(shown.rawValue)"
          + (kind == nil ? ": \(lack.en)" : ""),
        remedy: kind == nil ? .mapValue : nil, word: kind == nil ? (.kind, text) : nil)
    }
  }

  /// The columns that would settle the kind.
  private var lackOfKind: (vi: String, en: String) {
    guard facility.ownership != nil else {
      return facility.tier == nil
        ? (
          "cột sở hữu (tư nhân, quân đội), hoặc cột tuyến (1 đến 4) thì mới rõ loại nào",
          "a column with the owner (private, military), or one with the tier (1 to 4), would tell "
            + "which kind"
        )
        : (
          "tuyến \(facility.tier ?? 0) chưa đủ; cột sở hữu (tư nhân, quân đội) thì mới rõ loại nào",
          "the tier \(facility.tier ?? 0) does not tell it; a column with the owner (private, "
            + "military) would"
        )
    }
    return (
      "chỉ biết sở hữu thì chưa đủ; cần cột tuyến (1 đến 3) mới rõ loại nào",
      "the owner does not tell it; a column with the tier (1 to 3) would"
    )
  }

  /// Finds the place that the row names, or that its address ends in.
  mutating func finishPlace(_ findings: inout TableFindings) {
    guard let places else {
      if let text = area[.place] { addPlacement(text) }
      return
    }
    if let text = area[.place] {
      settle(places.place(text), text, &findings)
    } else if area.isEmpty {
      guard let address = facility.address, facility.placements.isEmpty,
        let commune = places.commune(ofAddress: address)
      else { return }
      addPlacement(commune, basis: RowReader.addressBasis)
      findings.add(
        "placed_by_address", .note, value: "", line: row.line, key: nil,
        vi: "không có cột địa bàn: lấy theo địa chỉ",
        en: "no column tells the place: it is taken from the address")
      return
    }
    guard area[.province] != nil || area[.district] != nil || area[.commune] != nil else { return }
    let names = [TableField.commune, .district, .province].compactMap { area[$0] }
    settle(
      places.place(
        province: area[.province], district: area[.district], commune: area[.commune]),
      names.joined(separator: ", "), &findings)
  }

  /// By what rule a facility was placed whose row names no place.
  static let addressBasis = "address"

  private mutating func settle(
    _ outcome: PlaceLookup.Outcome, _ text: String, _ findings: inout TableFindings
  ) {
    let words: (vi: String, en: String)
    switch outcome {
    case .found(let reference):
      addPlacement(reference)
      return
    case .onlyIn(let reference, let near):
      addPlacement(reference)
      words = (
        "không tìm ra địa bàn \"\(text)\", chỉ biết tỉnh hay huyện" + RowReader.offer(near).vi,
        "no place is \"\(text)\"; only what it lies in is known" + RowReader.offer(near).en
      )
    case .several(let names):
      let list = names.prefix(4).joined(separator: "; ")
      words = (
        "\"\(text)\" có thể là nhiều nơi: \(list)", "\"\(text)\" may be several places: \(list)"
      )
    case .unknown(let near):
      isElsewhere = area[.province] != nil
      words = (
        "không tìm ra địa bàn \"\(text)\"" + RowReader.offer(near).vi,
        "no place is \"\(text)\"" + RowReader.offer(near).en
      )
    }
    findings.add(
      "place_unknown", .odd, value: text, line: row.line, key: facility.id, vi: words.vi,
      en: words.en)
  }

  private static func offer(_ near: [String]) -> (vi: String, en: String) {
    let list = near.joined(separator: "; ")
    return near.isEmpty ? ("", "") : ("; gần giống: \(list)", "; like it: \(list)")
  }
}

extension TableWords {
  /// Whether a province is a city of that rank, as "Thành phố Hồ Chí Minh" is.
  static func isCity(_ province: String) -> Bool {
    let words = FoldedName(province).words
    guard let first = words.first else { return false }
    if first.hasPrefix("tp") || words.starts(with: ["thanh", "pho"]) || words.last == "city" {
      return true
    }
    return centralCities.contains(words.joined(separator: " "))
  }

  /// The centrally governed cities.
  private static let centralCities: Set<String> = [
    "ha noi", "ho chi minh", "hcm", "hai phong", "da nang", "can tho", "hue",
  ]
}
