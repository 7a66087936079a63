import Facts
import Formats
import HealthNetwork
import Planning

extension SupportReport {
  /// Emergency centres and their stations, and the provinces of which none is known.
  var prehospital: Table {
    var sheet = Table.part(
      "prehospital", language("Cấp cứu ngoại viện", "Prehospital care"),
      [
        .init("unit", language("Tỉnh", "Province"), width: 24), .hidden("facility"),
        .init("facility_name", language("Trung tâm, trạm", "Centre or station"), width: 52),
        .init("kind", language("Loại", "Kind"), width: 12), .hidden("parent"),
        .init("parent_name", language("Thuộc", "Of"), width: 34),
        .init("phone", language("Số gọi", "Telephone"), width: 16),
        .init("vehicles", language("Xe, ca nô", "Vehicles"), .right),
        .init("state", language("Tình trạng", "State"), width: 20),
        .hidden("confidence"), .init("source", language("Nguồn", "Source"), width: 30),
      ])
    sheet.shown = 30
    var units: Set<PlaceIndex> = []
    var counts = (centres: 0, stations: 0)
    for index in network.facilityIndices {
      let facility = network.facility(index)
      guard facility.kind == .emergencyCentre || facility.kind == .emergencyStation,
        facility.closed.map({ $0.start > at.day }) ?? true
      else { continue }
      let place = facility.placements.compactMap { network.placeIndex(of: $0.place) }
        .first { network.place($0).scheme == scheme }
      let unit = place.map { network.top(of: network.place($0)) }
      if let unit, let index = network.placeIndex(of: unit.reference) { units.insert(index) }
      if facility.kind == .emergencyCentre { counts.centres += 1 } else { counts.stations += 1 }
      let vehicles = facility.equipment.filter {
        $0.code == "ambulance" || $0.code == "emergency-boat"
      }.compactMap(\.count)
      sheet.add([
        .init(unit?.name), .init(facility.id), .init(facility.name),
        .init(
          facility.kind == .emergencyCentre
            ? language("trung tâm", "centre") : language("trạm", "station"),
          code: facility.kind.rawValue), .init(facility.parent),
        .init(facility.parent.map(name(ofMember:))),
        .init(facility.contacts.first?.value),
        .init(vehicles.isEmpty ? nil : vehicles.reduce(0, &+)),
        facility.activity == .unconfirmed
          ? .init(language("chưa xác nhận", "unconfirmed"), code: "unconfirmed") : .none,
        .init(facility.provenance.confidence?.rawValue), freeText(facility.provenance.source),
      ])
    }
    let without = network.placeIndices.filter {
      network.place($0).scheme == scheme && network.place($0).level == .province
        && !units.contains($0)
    }.map { network.place($0).name }
    sheet.notes = [
      language(
        "\(counts.centres) trung tâm, \(counts.stations) trạm.",
        language.counted(counts.centres, "", "centre") + ", "
          + language.counted(counts.stations, "", "station") + ".")
        + (without.isEmpty
          ? ""
          : language(" Chưa rõ trung tâm hay trạm nào ở: ", " None is known in: ")
            + without.joined(separator: ", ") + ".")
    ]
    return sheet
  }

  /// Published figures of one indicator side by side: what contradicts, and what follows.
  var rates: Table {
    var sheet = Table.part(
      "rates", language("Số liệu đặt cạnh nhau", "Figures side by side"),
      [
        .init("relation", language("Quan hệ", "Relation"), width: 14), .hidden("indicator"),
        .init("name", language("Chỉ số", "Indicator"), width: 30), .hidden("first"),
        .init("first_of", language("Của", "Of"), width: 44),
        .init("first_value", language("Nêu", "Stated"), .right), .hidden("second"),
        .init("second_of", language("và của", "and of"), width: 44),
        .init("second_value", language("nêu", "stated"), .right),
        .init("note", language("Ghi chú", "Note"), width: 70),
        .init("source", language("Nguồn", "Source"), width: 24),
      ])
    let pairs = FigurePair.all(network)
    for pair in pairs {
      let first = network.records.figures[pair.first].record
      let second = network.records.figures[pair.second].record
      sheet.add([
        .init(
          pair.relation == .contradicts
            ? language("trái nhau", "contradicts") : language("diễn biến", "trend"),
          code: pair.relation.rawValue), .init(first.indicator),
        .init(language(first.name ?? first.indicator, first.nameEn ?? first.indicator)),
        .init(first.id), .init(name(ofSubject: first.subject) + year(first)),
        cell(first.measure), .init(second.id),
        .init(name(ofSubject: second.subject) + year(second)), cell(second.measure),
        freeText(second.provenance.note ?? first.provenance.note),
        freeText(first.provenance.source),
      ])
    }
    sheet.notes = [
      language(
        "\(pairs.count { $0.relation == .contradicts }) cặp trái nhau: cả hai đều được giữ, không bên nào được chọn.",
        "Pairs that contradict each other: \(pairs.count { $0.relation == .contradicts }); both are kept, none is chosen."
      )
    ]
    return sheet
  }

  private func year(_ figure: Figure) -> String {
    (figure.period.from ?? figure.period.firstEvidence).map { ", " + language.date($0) } ?? ""
  }
}
