import Facts
public import HealthNetwork
import Formats
import Referral
import TravelNetwork

extension EntryContent {
  /// Checks that a network knows what the content names: a report of a facility that nobody knows
  /// would count for nothing, and nobody would notice.
  ///
  /// - Parameter network: The network.
  /// - Throws: `BoardError` with the field that is wrong.
  public func check(in network: Network) throws(BoardError) {
    switch self {
    case .status(let statement):
      try network.require(facility: statement.facility, "facility")
      for capability in (statement.off ?? [:]).keys.sorted() {
        try network.require(capability: capability, "off.capability")
      }
      for type in (statement.beds ?? [:]).keys.sorted() { try network.require(bed: type, "beds") }
    case .closure(let notice): try network.require(notice)
    case .weather(let notice):
      if let id = notice.weather, !network.records.weathers.contains(where: { $0.record.id == id })
      {
        let known = network.records.weathers.map(\.record.id).joined(separator: ", ")
        throw .invalid("weather", id, Bilingual(known))
      }
    case .caseOpened(_, let opening): try network.require(opening)
    case .caseStep(_, let step):
      if let facility = step.facility { try network.require(facility: facility, "facility") }
    case .correction(let correction):
      if let facility = correction.facility {
        try network.require(facility: facility, "facility")
      }
    case .account(let event):
      for facility in event.facilities { try network.require(facility: facility, "facilities") }
    case .key(let event):
      for facility in event.facilities { try network.require(facility: facility, "facilities") }
    case .decision, .undo, .signIn, .answer: break
    }
  }
}

extension Network {
  fileprivate func require(facility id: String, _ field: String) throws(BoardError) {
    guard facilityIndex(of: id) != nil else {
      throw .invalid(
        field, id, Bilingual("mã một cơ sở của mạng lưới", "the id of a facility of the network"))
    }
  }

  fileprivate func require(capability code: String, _ field: String) throws(BoardError) {
    guard vocabulary.capabilityTypes[code] != nil else {
      throw .invalid(
        field, code,
        Bilingual("mã một kỹ thuật của mạng lưới", "the code of a capability of the network"))
    }
  }

  fileprivate func require(bed type: String, _ field: String) throws(BoardError) {
    let types = bedTypes.map(\.code)
    guard types.contains(type) else {
      throw .invalid(field, type, Bilingual(types.joined(separator: ", ")))
    }
  }

  fileprivate func require(_ notice: ClosureNotice) throws(BoardError) {
    switch notice.target {
    case .crossing(let name):
      guard travel.links.contains(where: { $0.crossing == name }) else {
        throw .invalid(
          "crossing", name,
          Bilingual("tên đầy đủ một cầu hoặc phà", "the full name of a bridge or ferry"))
      }
    case .link(let id):
      guard travel.link(id) != nil else {
        throw .invalid("link", id, Bilingual("mã một đoạn đường", "the id of a link"))
      }
    case .place(let reference):
      guard placeIndex(of: reference) != nil else {
        throw .invalid("place", reference, Bilingual("mã một đơn vị", "a place as scheme:code"))
      }
    case .box:
      let closure = TravelClosureTarget(notice)
      guard !closedLinks(of: closure.closure).links.isEmpty else {
        throw .invalid(
          "box", "", Bilingual("hộp có ít nhất một đầu đường", "a box with the end of a link in it")
        )
      }
    }
  }

  fileprivate func require(_ opening: CaseOpening) throws(BoardError) {
    try require(capability: opening.need, "need")
    if let bed = opening.bed { try require(bed: bed, "bed") }
    if let code = opening.triage {
      let codes = records.triageClasses.map(\.record.code)
      guard codes.contains(code) else {
        throw .invalid("triage", code, Bilingual(codes.joined(separator: ", ")))
      }
    }
    if let code = opening.severity {
      let codes = records.severities.map(\.record.code)
      guard codes.contains(code) else {
        throw .invalid("severity", code, Bilingual(codes.joined(separator: ", ")))
      }
    }
    if let id = opening.vehicle {
      let ids = travel.vehicles.map(\.id)
      guard ids.contains(id) else {
        throw .invalid("vehicle", id, Bilingual(ids.joined(separator: ", ")))
      }
    }
    if !opening.place.contains(","), facilityIndex(of: opening.place) == nil,
      placeIndex(of: opening.place) == nil
    {
      throw .invalid(
        "place", opening.place,
        Bilingual("mã cơ sở, mã đơn vị hoặc \"vĩ độ,kinh độ\"", "an id, a code or \"lat,lon\""))
    }
  }
}

/// The box of a notice as the closure of a network names it.
private struct TravelClosureTarget {
  var closure = TravelClosure()

  init(_ notice: ClosureNotice) {
    closure.mode = notice.mode
    if case .box(let box) = notice.target { closure.box = box }
  }
}
