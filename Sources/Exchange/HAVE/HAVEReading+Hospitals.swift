import Facts
import HealthNetwork

extension HAVEReading {
  /// Adds the report that an element is.
  mutating func add(_ element: DocumentElement) {
    check(element)
    let information = element.anywhere("OrganizationInformation")
    let name = information?.local("OrganisationName")?.local("NameElement")?.oneLineText
    let point = point(of: element)
    guard let facility = facility(information, name) else {
      return unmatched(element, name ?? subject ?? "?", point)
    }
    guard let reported = reported(element, facility) else { return }
    var status = LiveStatus()
    status.facility = facility
    status.reported = reported
    status.expires = reported.advanced(bySeconds: options.statusMinutes * 60)
    status.traffic = traffic(element)
    status.provenance.note = element.anywhere("EMSTrafficReason")?.oneLineText
    status.beds = beds(element)
    status.off = off(element, facility)
    for name in ["TraumaCenterServicesLevel", "ClinicalStatus", "FacilityStatus", "Staffing"] {
      guard let text = element.anywhere(name)?.oneLineText else { continue }
      var kept = Extension()
      kept.key = HAVECodes.kept + name
      kept.text = text
      status.extensions.append(kept)
    }
    countUnread(element)
    compare(point, with: facility, element)
    keepNewest(status, element)
  }

  private mutating func keepNewest(_ status: LiveStatus, _ element: DocumentElement) {
    let located = Located(status, at: Origin(document: 0, line: element.line))
    guard let index = reports[status.facility] else {
      reports[status.facility] = document.records.statuses.count
      document.records.statuses.append(located)
      return
    }
    tally.count(
      "status_superseded", .note, "status", kind: "status", line: element.line,
      vi: "Một cơ sở có nhiều báo cáo; chỉ giữ báo cáo mới nhất",
      en: "A facility has several reports; only the newest is kept")
    if let old = document.records.statuses[index].record.reported, let new = status.reported,
      old < new
    {
      document.records.statuses[index] = located
    }
  }

  /// The facility that a hospital is, by the identifiers of the network.
  private func facility(_ information: DocumentElement?, _ name: String?) -> String? {
    for candidate in information?.children ?? [] where candidate.name == "OrganisationName" {
      guard let id = candidate.local(attribute: "OrganisationID").map(collapsingWhitespace) else {
        continue
      }
      let system = candidate.local(attribute: "OrganisationIDType").map(collapsingWhitespace) ?? ""
      if system == ExchangeSchema.ownID, options.network == nil || known.hasFacility(id) {
        return id
      }
      // Whoever names no authority but writes an id of this network means it.
      if system.isEmpty, known.hasFacility(id) { return id }
      if let facility = known.facility(system, id) { return facility }
    }
    if let subject {
      // A feed calls a hospital by its authority and its id in one.
      if let slash = subject.lastIndex(of: "/"),
        let facility = known.facility(
          String(subject[..<slash]), String(subject[subject.index(after: slash)...]))
      {
        return facility
      }
      if let facility = known.facility("", subject) { return facility }
    }
    return name.flatMap { known.facility(HAVECodes.hospitalName, $0) }
  }

  /// Tells of a hospital that no facility is known to be, and who it may be.
  private mutating func unmatched(
    _ element: DocumentElement, _ name: String, _ point: Coordinate?
  ) {
    var candidates: [String] = []
    if let network = options.network {
      let day = (sent ?? Instant(seconds: 0, zone: network.header.zone)).day
      let search = search ?? NameSearch(network, on: day)
      self.search = search
      let matches = search.matches(name, limit: 6) + search.nearMisses(name, limit: 6)
      for match in matches {
        if case .facility(let index) = match.subject {
          candidates.append(network.facility(index).id)
        }
      }
      if let point {
        candidates += network.facilityIndices.filter { index in
          network.facility(index).position.point.map { $0.distanceInMetres(to: point) < 2_000 }
            ?? false
        }.map { network.facility($0).id }
      }
    }
    var seen: Set<String> = []
    let shown = candidates.filter { seen.insert($0).inserted }.prefix(5).joined(separator: ", ")
    tally.add(
      Finding(
        "facility_unmatched", .error, kind: "status",
        at: Origin(document: 0, line: element.line),
        vi:
          "Không biết \"\(name)\" là cơ sở nào; có thể là: \(shown.isEmpty ? "không rõ" : shown). "
          + "Hãy thêm mã của nó vào cơ sở ấy",
        en: "Which facility \"\(name)\" is, is not known; candidates: "
          + "\(shown.isEmpty ? "none" : shown). Give that facility its identifier"))
  }

  private mutating func reported(_ element: DocumentElement, _ facility: String) -> Instant? {
    if let moment = HAVECodes.instant(element.local("LastUpdateTime")?.text, zone: zone) {
      return moment
    }
    if let sent {
      tally.count(
        "reported_missing", .note, "status", kind: "status", line: element.line,
        vi: "Báo cáo không có LastUpdateTime; lấy giờ gửi",
        en: "A report has no LastUpdateTime; the time of sending is taken")
      return sent
    }
    tally.add(
      Finding(
        "reported_missing", .error, kind: "status", key: facility,
        at: Origin(document: 0, line: element.line),
        vi: "Báo cáo không có giờ nên không biết hết hạn lúc nào; không nhập",
        en: "The report has no time, so that it never would expire; it is not taken"))
    return nil
  }

  /// A point of HAVE is "latitude longitude".
  private func point(of element: DocumentElement) -> Coordinate? {
    let numbers = (element.anywhere("pos")?.oneLineText ?? "").split(separator: " ")
      .compactMap { Double($0) }
    guard numbers.count >= 2, numbers[0].magnitude <= 90, numbers[1].magnitude <= 180 else {
      return nil
    }
    return Coordinate(latitude: numbers[0], longitude: numbers[1])
  }

  private mutating func compare(
    _ point: Coordinate?, with facility: String, _ element: DocumentElement
  ) {
    guard let point, let network = options.network,
      let index = network.facilityIndex(of: facility),
      let known = network.facility(index).position.point
    else { return }
    let distance = Int(known.distanceInMetres(to: point) / 1_000)
    guard distance > 5 else { return }
    tally.add(
      Finding(
        "position_differs", .odd, kind: "status", key: facility,
        at: Origin(document: 0, line: element.line),
        vi: "Báo cáo đặt cơ sở cách vị trí đã biết \(distance) km",
        en: "The report places the facility \(distance) km from where it is known to be"))
  }
}
