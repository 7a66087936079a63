/// The words for records and the parts of records, in Vietnamese and English.
///
///     RecordNames.words["outline"]   // "Ranh giới", "Outline"
package enum RecordNames {
  /// By the name of the element in exchange documents.
  package static let words: [String: (vi: String, en: String)] = {
    var words: [String: (vi: String, en: String)] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "|").map(String.init)
      if parts.count == 3 { words[parts[0]] = (parts[1], parts[2]) }
    }
    return words
  }()

  /// A record, or a part of one, within a sentence: "facility.beds" is "giường (cơ sở)", "beds
  /// (facility)"; nil for what has no words.
  static func inSentence(_ name: String) -> (vi: String, en: String)? {
    let found = name.split(separator: ".").map { words[String($0)] }
    guard let last = found.last ?? nil else { return nil }
    let small = { (text: String) in text.prefix(1).lowercased() + text.dropFirst() }
    guard found.count == 2, let whole = found[0] else {
      return found.count == 1 ? (small(last.vi), small(last.en)) : nil
    }
    return (
      "\(small(last.vi)) (\(small(whole.vi)))", "\(small(last.en)) (\(small(whole.en)))"
    )
  }

  private static let text = """
    accessStandard|Chuẩn tiếp cận|Access standard
    agreement|Thỏa thuận|Agreement
    bed|Giường|Bed
    beds|Giường|Beds
    block|Vùng đường|Block
    blockJoin|Nối vùng đường|Joined blocks
    capability|Năng lực|Capability
    capabilityType|Kỹ thuật|Capability type
    classFactor|Hệ số loại đường|Factor of a road class
    clock|Đồng hồ điều trị|Clock
    closure|Đóng cửa|Closure
    contact|Liên hệ|Contact
    crosswalk|Đối chiếu mã|Crosswalk
    department|Khoa|Department
    effect|Tác động thời tiết|Effect of weather
    equipment|Thiết bị|Equipment
    exception|Ngoại lệ|Exception
    extension|Trường mở rộng|Extension
    facility|Cơ sở|Facility
    figure|Số liệu|Figure
    freshness|Hạn dùng của tin|Freshness
    holiday|Ngày lễ|Holiday
    identifier|Mã khác|Identifier
    interval|Khoảng thời gian|Interval
    ladder|Thang cấp|Ladder
    limit|Giới hạn|Limit
    link|Đoạn đi lại|Link
    member|Thành viên|Member
    name|Tên khác|Other name
    network|Mạng lưới|Network
    node|Nút|Node
    observation|Quan sát|Observation
    off|Ngừng|Off
    otherPoint|Điểm nguồn khác cho|Point by another source
    outline|Ranh giới|Outline
    party|Tổ chức|Party
    pathway|Quy trình|Pathway
    person|Người|Person
    place|Đơn vị hành chính|Place
    placement|Thuộc|Lies in
    population|Dân số|Population
    programme|Chương trình|Programme
    retract|Rút lại|Retraction
    review|Sơ kết|Review
    ring|Vòng ranh giới|Ring
    rotation|Luân phiên|Rotation
    rule|Quy tắc|Rule
    rung|Bậc|Rung
    scheme|Hệ địa giới|Geography
    serves|Phục vụ|Serves
    service|Dịch vụ|Service
    severity|Mức độ nặng|Severity
    specialty|Chuyên khoa|Specialty
    specialtyNetwork|Mạng lưới chuyên khoa|Specialty network
    speedDefault|Tốc độ mặc định|Default speed
    standard|Chuẩn|Standard
    status|Tình trạng|Status
    successor|Đơn vị kế tiếp|Successor
    technique|Kỹ thuật chuyển giao|Technique
    topic|Nội dung|Topic
    training|Đào tạo|Training
    transferRule|Quy định chuyển tuyến|Transfer rule
    travelProfile|Hồ sơ đi lại|Travel profile
    triage|Phân loại|Triage
    vehicle|Phương tiện|Vehicle
    weather|Thời tiết|Weather
    window|Giờ|Hours
    wording|Cách nói|Wording
    """
}
