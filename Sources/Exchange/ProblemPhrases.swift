import Formats
import HealthNetwork

/// The messages of `NetworkCheck` in Vietnamese: the model knows no language but that of its code.
enum ProblemPhrases {
  private static let book = PhraseBook(references + care + times + travel + kinds)

  /// The message of a problem in Vietnamese; nil for one that is not known.
  static func vietnamese(of problem: Problem) -> String? { book.vietnamese(of: problem.message) }

  /// References, keys and the network's own record.
  private static let references: [(String, String)] = [
    (
      "refers to %* \"%1\", which no document of the network holds",
      "nhắc đến %* \"%1\" mà không tài liệu nào của mạng lưới có"
    ),
    (
      "%* \"%1\" shares its id with a record of kind %*; give it another one",
      "%* \"%1\" trùng mã với một %*; hãy đặt mã khác"
    ),
    (
      "a second %* \"%1\"; give it another id or take one of them out",
      "có hai %* cùng mã \"%1\"; hãy đổi mã hoặc bỏ một"
    ),
    ("there is no %* \"%1\" to retract", "không có %* \"%1\" để bỏ"),
    ("%* \"%1\" is changed twice in one delta", "%* \"%1\" bị sửa hai lần trong một bản thay đổi"),
    (
      "no document holds a \"network\" record; one is needed, for the zone and the box",
      "không tài liệu nào có bản ghi \"network\"; cần một, để biết múi giờ và khung tọa độ"
    ),
    (
      "a second \"network\" record; a network has exactly one",
      "có hai bản ghi \"network\"; chỉ được một"
    ),
    ("there is no \"network\" record", "không có bản ghi \"network\""),
    (
      "the box of the network holds nothing; south and west are its lesser edges",
      "khung của mạng lưới rỗng; south và west phải nhỏ hơn north và east"
    ),
    (
      "%* %1 lies at lat %2, lon %3, outside the network's box (lat %4 to %5, lon %6 to %7); %*",
      "%* %1 ở vĩ độ %2, kinh độ %3, ngoài khung của mạng lưới (vĩ độ %4 đến %5, kinh độ %6 đến %7); %*"
    ),
    ("latitude and longitude seem to be swapped", "vĩ độ và kinh độ có vẻ bị đảo"),
    (
      "correct the point, or the box of the \"network\" record",
      "hãy sửa điểm, hoặc khung của bản ghi \"network\""
    ),
  ]

  /// Facilities, ladders, pathways and those who support each other.
  private static let care: [(String, String)] = [
    ("facility %1 is its own parent or successor", "cơ sở %1 trực thuộc hay kế tục chính nó"),
    ("facility %1 closed (%2) before it opened", "cơ sở %1 đóng cửa (%2) trước khi mở"),
    (
      "the status expires (%1) before it was reported", "tình trạng hết hạn (%1) trước khi được báo"
    ),
    (
      "facilities %1 are each other's parents, in a loop", "các cơ sở %1 trực thuộc nhau thành vòng"
    ),
    (
      "facilities %1 are each other's successors, in a loop", "các cơ sở %1 kế tục nhau thành vòng"
    ),
    (
      "facilities %1 support each other from afar in %2, so that nobody performs it on the spot; say "
        + "who does with performer=\"own-staff\"",
      "các cơ sở %1 hỗ trợ từ xa cho nhau về %2, nên không ai làm tại chỗ; hãy ghi ai làm bằng "
        + "performer=\"own-staff\""
    ),
    ("ladder %1 has no rung", "thang %1 không có bậc nào"),
    ("ladder %1 has two rungs of the level \"%2\"", "thang %1 có hai bậc cùng mức \"%2\""),
    ("pathway \"%1\": %*", "lộ trình \"%1\": %*"),
    ("%1 has neither minutes nor a clock", "%1 không có số phút, cũng không có mốc thời gian"),
    ("low, minutes and high of %1 do not ascend", "low, minutes và high của %1 không tăng dần"),
    ("rule \"%1\" is there twice", "quy tắc \"%1\" có hai lần"),
    ("rule \"%1\" needs a clock", "quy tắc \"%1\" cần một mốc thời gian"),
    ("rule \"%1\" needs minutes", "quy tắc \"%1\" cần số phút"),
    (
      "rule \"%1\" ends at %2; expected door or treatment",
      "quy tắc \"%1\" kết thúc ở %2; phải là door hoặc treatment"
    ),
    ("only one rule can be the default", "chỉ một quy tắc được là mặc định"),
    ("%1 is there twice", "%1 có hai lần"),
    ("triage %1: %*", "phân loại %1: %*"),
    ("its rank is not 1 to 6", "rank không từ 1 đến 6"),
    ("its weight is not 1 to 10000", "weight không từ 1 đến 10000"),
    (
      "its lateWeight is not between its weight and 10000", "lateWeight không từ weight đến 10000"
    ),
    (
      "severity %1 overrides \"%2\", no word of traffic",
      "mức nặng %1 ghi đè \"%2\", không phải từ chỉ tình trạng nhận bệnh"
    ),
    (
      "place %1 lies in %2, which is of no wider level",
      "địa bàn %1 nằm trong %2, không phải cấp lớn hơn"
    ),
  ]

  /// Periods, windows, days of exception and closures.
  private static let times: [(String, String)] = [
    (
      "the period ends (%1) before it begins (%2)", "thời hạn kết thúc (%1) trước khi bắt đầu (%2)"
    ),
    (
      "the period ends on the day on which it begins (%1), so it holds nothing; \"to\" is the first "
        + "day after it",
      "thời hạn kết thúc đúng ngày bắt đầu (%1) nên rỗng; \"to\" là ngày đầu tiên sau thời hạn"
    ),
    (
      "a window needs opens and closes, or sessionsPerWeek where days are unknown",
      "khung giờ cần opens và closes, hoặc sessionsPerWeek khi không rõ ngày nào"
    ),
    (
      "a window opens and closes at %1, which may mean always or never; write 00:00 to 24:00 for all "
        + "day, and no window for never",
      "khung giờ mở và đóng cùng lúc %1, có thể là luôn mở hay không bao giờ mở; hãy ghi 00:00 đến "
        + "24:00 cho cả ngày, và không ghi khung giờ nào nếu không mở"
    ),
    ("%* %1 must name either a facility or a link", "%* %1 phải nêu một cơ sở hoặc một đoạn đường"),
    ("%* %1 names a capability and no facility", "%* %1 nêu năng lực mà không nêu cơ sở"),
    (
      "%* %1 is closed and has windows; it can be one only",
      "%* %1 vừa đóng vừa có khung giờ; chỉ được một trong hai"
    ),
    (
      "%* %1 has sessions of unknown days; dates need opens and closes",
      "%* %1 có buổi không rõ ngày; ngày cụ thể cần opens và closes"
    ),
    (
      "%* %1 has bounds of a wait, and no wait for a link",
      "%* %1 có giới hạn chờ mà không có thời gian chờ của đoạn đường nào"
    ),
    (
      "%* %1 has a wait outside its bounds (low, usual, high: %2)",
      "%* %1 có thời gian chờ ngoài giới hạn (ít nhất, thường, nhiều nhất: %2)"
    ),
    (
      "%* %1 needs from and to, both full days as 2027-02-06",
      "%* %1 cần from và to, cả hai là ngày đầy đủ như 2027-02-06"
    ),
    (
      "closure %1 must name one of crossing, place and the box of south, west, north and east",
      "chặn đường %1 phải nêu một trong: chỗ vượt, địa bàn, khung south, west, north và east"
    ),
    (
      "the box of closure %1 holds nothing; south and west are its lesser edges",
      "khung của chặn đường %1 rỗng; south và west phải nhỏ hơn north và east"
    ),
  ]

  /// Roads and outlines.
  private static let travel: [(String, String)] = [
    (
      "link %1 has a shape that is no list of points; write the latitude and longitude in degrees of "
        + "one bend after the other, parted by blanks",
      "đoạn %1 có shape không phải dãy điểm; hãy ghi vĩ độ và kinh độ bằng độ của từng chỗ uốn, cách "
        + "nhau bằng dấu cách"
    ),
    (
      "weather %1 makes links of mode %2 faster; a factor is at least 1",
      "thời tiết %1 làm đoạn loại %2 nhanh hơn; hệ số phải từ 1 trở lên"
    ),
    (
      "outline %1 has a ring that is no list of three or more points; write the latitude and longitude "
        + "in degrees of one after the other, parted by blanks",
      "ranh giới %1 có vòng không phải dãy ba điểm trở lên; hãy ghi vĩ độ và kinh độ bằng độ của từng "
        + "điểm, cách nhau bằng dấu cách"
    ),
  ]

  /// Kinds of records, and several of them.
  private static let kinds: [(String, String)] = [
    ("facility or party", "cơ sở hay tổ chức"),
    (
      "facility, party, agreement, programme, rotation or place",
      "cơ sở, tổ chức, thỏa thuận, chương trình, luân phiên hay địa bàn"
    ),
    ("link, node, facility or party", "đoạn đường, nút, cơ sở hay tổ chức"),
    ("clock or accessStandard", "mốc thời gian hay chuẩn tiếp cận"),
    ("specialty or capabilityType", "chuyên khoa hay loại năng lực"), ("facility", "cơ sở"),
    ("party", "tổ chức"), ("place", "địa bàn"), ("outline", "ranh giới"),
    ("scheme", "sơ đồ địa bàn"), ("specialty", "chuyên khoa"),
    ("capabilityType", "loại năng lực"), ("capability", "năng lực"), ("clock", "mốc thời gian"),
    ("accessStandard", "chuẩn tiếp cận"), ("agreement", "thỏa thuận"),
    ("programme", "chương trình"), ("rotation", "luân phiên"), ("vehicle", "phương tiện"),
    ("node", "nút"), ("link", "đoạn đường"), ("block", "vùng liền đường"),
    ("crossing", "chỗ vượt"), ("holiday", "ngày lễ"), ("exception", "ngày ngoại lệ"),
  ]
}
