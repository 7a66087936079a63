import Facts
import HealthNetwork

extension HAVEReading {
  /// Whether emergency patients are taken.
  mutating func traffic(_ element: DocumentElement) -> LiveStatus.Traffic? {
    let word = element.anywhere("EMSTrafficStatus")?.oneLineText
    var traffic = word.flatMap { LiveStatus.Traffic(rawValue: $0.lowercased()) }
    if let word, traffic == nil, word != "NotApplicable" {
      unknown("EMSTrafficStatus", word, element)
    }
    let facility = element.anywhere("FacilityStatus")?.oneLineText
    if let facility, ["Closed", "Evacuating"].contains(facility), traffic != .closed {
      traffic = .closed
      tally.count(
        "facility_status_closed", .odd, facility, kind: "status", line: element.line,
        vi: "FacilityStatus là \(facility); hiểu là không nhận cấp cứu",
        en: "FacilityStatus is \(facility); read as taking no emergencies")
    }
    return traffic
  }

  /// The free beds by type.
  mutating func beds(_ element: DocumentElement) -> [LiveStatus.FreeBeds] {
    var beds: [LiveStatus.FreeBeds] = []
    for capacity in element.local("HospitalBedCapacityStatus")?.children ?? []
    where capacity.name == "BedCapacity" {
      var type: String?
      // Types and their capacities stand one after the other.
      for part in capacity.children {
        switch part.name {
        case "BedType":
          let word = part.oneLineText ?? ""
          if !HAVECodes.beds.contains(where: { $0.have == word }) { unknown("BedType", word, part) }
          type = HAVECodes.bed(word)
        case "SubCategoryBedType":
          type = [type, part.oneLineText].compactMap { $0 }.joined(separator: "/")
        case "Capacity":
          if let type, !type.isEmpty, let free = free(part, type) {
            var bed = LiveStatus.FreeBeds()
            (bed.type, bed.available) = (type, free)
            if !beds.contains(where: { $0.type == type }) { beds.append(bed) }
          }
        default: continue
        }
      }
    }
    return beds
  }

  private mutating func free(_ capacity: DocumentElement, _ type: String) -> Int? {
    if capacity.local("CapacityStatus")?.oneLineText == "NotAvailable" { return 0 }
    let text = capacity.local("AvailableCount")?.oneLineText
    if let count = text.flatMap({ Int($0) }), count >= 0 { return count }
    tally.count(
      "bed_count_missing", .odd, type, kind: "status", line: capacity.line,
      vi: "Không biết còn bao nhiêu giường \(type); bỏ qua",
      en: "How many beds of type \(type) are free is not told; left out")
    return nil
  }

  /// What is out of service.
  mutating func off(_ element: DocumentElement, _ facility: String) -> [LiveStatus.Off] {
    guard let coverage = element.local("ServiceCoverageStatus") else { return [] }
    var off: [LiveStatus.Off] = []
    for service in HAVECodes.services {
      var place: DocumentElement? = coverage
      for name in service.path { place = place?.local(name) }
      guard let value = place?.local(service.name)?.oneLineText?.lowercased(),
        value == "false" || value == "0"
      else { continue }
      let codes =
        options.network.map {
          HAVEServices.capabilities(off: service.code, of: facility, in: $0, known)
        } ?? []
      if codes.isEmpty {
        tally.count(
          "service_unknown", .odd, service.code, kind: "status", line: element.line,
          vi: "\(service.code) ngừng; không crosswalk nào cho biết đó là kỹ thuật gì",
          en: "\(service.code) is off; no crosswalk says which capability that is")
      }
      for code in codes where !off.contains(where: { $0.capability == code }) {
        var item = LiveStatus.Off()
        item.capability = code
        off.append(item)
      }
    }
    return off
  }

  /// Tells what breaks the structure of HAVE.
  mutating func check(_ element: DocumentElement) {
    if element.local("Organization") == nil {
      breach(
        "missing_part", "Organization", element.line,
        "Hospital thiếu Organization; tìm bên cạnh những gì thuộc về nó",
        "Hospital lacks Organization; what was to stand in it is looked for beside it")
    }
    if element.anywhere("OrganizationInformation")?.local("OrganisationName") == nil {
      breach(
        "missing_part", "OrganisationName", element.line, "Hospital thiếu OrganisationName",
        "Hospital lacks OrganisationName")
    }
    if let point = element.anywhere("Point"), point.namespace != HAVECodes.points {
      breach(
        "wrong_namespace", "Point", point.line,
        "Point không thuộc \(HAVECodes.points); vẫn đọc",
        "Point is not of \(HAVECodes.points); read all the same")
    }
    let time = element.local("LastUpdateTime")?.oneLineText
    if time.map({ SchemaTime.isDateTime($0) }) != true {
      breach(
        "value_not_valid", "LastUpdateTime", element.line,
        "LastUpdateTime thiếu hoặc không đọc được", "LastUpdateTime is missing or no moment")
    }
    let order = [
      "Organization", "EmergencyDepartmentStatus", "HospitalBedCapacityStatus",
      "ServiceCoverageStatus", "HospitalFacilityStatus", "HospitalResourcesStatus",
      "LastUpdateTime",
    ]
    var last = 0
    for child in element.children {
      guard let index = order.firstIndex(of: child.name), index >= last else {
        breach(
          "element_order", child.name, child.line, "\(child.name) đứng sai chỗ trong Hospital",
          "\(child.name) stands in the wrong place in Hospital")
        continue
      }
      last = index
    }
  }

  private mutating func breach(
    _ code: String, _ subject: String, _ line: Int, _ vi: String, _ en: String
  ) {
    tally.breach(code, subject, kind: "status", line: line, vi: vi, en: en)
  }

  private mutating func unknown(_ what: String, _ word: String, _ element: DocumentElement) {
    let shown = String(word.prefix(60))
    breach(
      "value_not_valid", what + shown, element.line,
      "\(what) là \"\(shown)\", HAVE không có từ này",
      "\(what) is \"\(shown)\", which is no word of HAVE")
  }

  /// Counts the parts of a report that a status has no place for.
  mutating func countUnread(_ element: DocumentElement) {
    for name in [
      "EMSCapacity", "EMSCensus", "EMSAmbulanceStatus", "EMSAirTransportStatus", "DeconCapacity",
      "MorgueCapacity", "SecurityStatus", "Activity24Hr", "HospitalEOCStatus", "HospitalEOCPlan",
      "FacilityOperations", "ClinicalOperations", "ResourcesInformationText", "CommentText",
      "BaselineCount", "AdditionalCapacityCount24Hr", "AdditionalCapacityCount72Hr",
    ] {
      guard let found = element.anywhere(name) else { continue }
      tally.count(
        "left_out", .note, name, kind: "status", line: found.line,
        vi: "\(name) không có chỗ trong mô hình", en: "\(name) has no place in the model")
    }
  }
}
