import Testing

/// A phrase or figure of one of the five articles, the question that shows it, and what must stand in
/// the answer.
struct ArticlePhrase: CustomTestStringConvertible, Sendable {
  enum Asked: Sendable {
    /// `show` of a key.
    case show(String)
    /// `search` for words.
    case search(String)
    /// A part of `support`.
    case support(String, at: String = "2026-11-25")
  }

  let article: Int
  let phrase: String
  let asked: Asked
  let texts: [String]

  init(_ article: Int, _ phrase: String, _ asked: Asked, _ texts: String...) {
    (self.article, self.phrase, self.asked, self.texts) = (article, phrase, asked, texts)
  }

  var testDescription: String { "\(article): \(phrase)" }

  /// Whether it is of the network of the Mekong Delta.
  var isMekong: Bool { article == 5 }

  static let all = first + second + third + fourth + fifth

  private static let first: [ArticlePhrase] = [
    .init(
      1, "mô hình hợp tác toàn diện đầu tiên", .show("dhyhn-vinh-hung"),
      "mô hình hợp tác toàn diện đầu tiên", "hỗ trợ toàn diện"),
    .init(
      1, "mô hình chính quyền địa phương 2 cấp", .show("press-2025"), "2 cấp", "01/07/2025"),
    .init(
      1, "tiêu chuẩn phòng khám đa khoa chất lượng cao", .show("tyt-vinh-hung"),
      "Phòng khám đa khoa chất lượng cao"),
    .init(
      1, "sau 4 năm … vẫn chưa đón được người dân nào", .support("activation"),
      "Trạm Y tế phường Vĩnh Hưng", "nay đã hoạt động", "4", "0"),
    .init(
      1, "đăng ký khám chữa bệnh ban đầu và được cấp thuốc", .show("tyt-vinh-hung"),
      "Đăng ký khám chữa bệnh ban đầu", "primary-care.dispensing"),
    .init(
      1, "tiêm chủng, truyền thông, đào tạo, bệnh không lây nhiễm", .support("reviews"),
      "tiêm chủng; truyền thông sức khỏe; đào tạo"),
    .init(
      1, "chụp CT, siêu âm từ xa sử dụng công nghệ AI", .support("remote"),
      "Trạm Y tế phường Vĩnh Hưng", "Chụp CT từ xa sử dụng công nghệ AI",
      "Siêu âm từ xa sử dụng công nghệ AI", "Bệnh viện Đại học Y Hà Nội"),
    .init(
      1, "sổ sức khỏe điện tử, thuốc bảo hiểm y tế", .show("tyt-vinh-hung"),
      "Sổ sức khỏe điện tử", "Thuốc theo diện bảo hiểm y tế"),
    .init(
      1, "không phải lên tuyến trung ương xếp hàng", .support("figures"),
      "Số ca không phải lên tuyến trung"),
    .init(
      1, "mỗi xã, phường được ít nhất một bệnh viện hỗ trợ", .support("figures"),
      "mới biết 3 trên 126", "≥ 1 bệnh viện"),
    .init(
      1, "trên 120 bệnh viện của thủ đô", .support("figures"), "≥ 120 bệnh viện",
      "đã nạp ít hơn"),
    .init(
      1, "nguồn nhân lực dùng chung", .support("pools"), "Nguồn nhân lực dùng chung",
      "Bệnh viện Đại học Y Hà Nội"),
    .init(
      1, "mục tiêu đột phá như Nghị quyết 72", .support("programmes"),
      "Nghị quyết số 72-NQ/TW ngày 9/9/2025"),
    .init(
      1, "Nguyễn Lân Hiếu, Trương Việt Dũng, Nguyễn Trọng Diện", .show("dhyhn-vinh-hung"),
      "Nguyễn Lân Hiếu", "Giám đốc Bệnh viện Đại học Y Hà Nội", "Trương Việt Dũng",
      "Phó Chủ tịch UBND thành phố Hà Nội", "Nguyễn Trọng Diện", "Giám đốc Sở Y tế Hà Nội"),
  ]

  private static let second: [ArticlePhrase] = [
    .init(
      2, "Nghị quyết số 72-NQ/TW ngày 9/9/2025", .show("nghi-quyet-72"), "09/09/2025"),
    .init(
      2, "chương trình phối hợp 2026-2030, Trung tâm Cấp cứu 115", .search("cửa nam"),
      "phoi-hop-2026-2030", "tyt-cua-nam", "press-2025:cua-nam"),
    .init(
      2, "hai tuần sau khi ký kết", .show("phoi-hop-2026-2030"), "02/2026", "Cửa Nam",
      "Trung tâm Cấp cứu 115", "2031", "Trịnh Ngọc Trâm"),
    .init(
      2, "đào tạo, 106 học viên, 11-13/3", .support("trainings"), "106", "11/03/2026",
      "Bệnh viện Bạch Mai", "Trạm Y tế phường Cửa Nam",
      "Trạm y tế có người được đào tạo: 1 trên"),
    .init(
      2, "lần đầu tiên Bệnh viện ký kết với trạm y tế phường", .show("bach-mai-cua-nam"),
      "Trạm Y tế phường Cửa Nam", "đây là lần đầu tiên", "Vũ Văn Nhân"),
    .init(
      2, "Bệnh viện Vân Đình và Trạm Y tế xã Vân Đình", .show("van-dinh-van-dinh"),
      "Bệnh viện đa khoa Vân Đình – Trạm Y tế xã Vân Đình"),
    .init(
      2, "Nội, Ngoại, Sản, Nhi, Tai Mũi Họng, Răng Hàm Mặt, Mắt, Y học cổ truyền",
      .show("van-dinh-van-dinh"), "Nội", "Ngoại", "Sản", "Nhi", "Tai Mũi Họng", "Răng Hàm Mặt",
      "Mắt", "Y học cổ truyền"),
    .init(
      2, "theo lộ trình, cầm tay chỉ việc", .show("van-dinh-van-dinh"),
      "chuyển giao kỹ thuật theo lộ trình", "cầm tay chỉ việc"),
    .init(
      2, "kỹ năng đọc kết quả điện tâm đồ", .search("điện tâm đồ"), "cardiology.ecg-reading",
      "van-dinh-van-dinh"),
    .init(
      2, "giảm tỉ lệ chuyển tuyến không cần thiết", .support("figures"),
      "Tỉ lệ chuyển tuyến không cần thiết"),
    .init(
      2, "thời điểm vàng", .show("tap-huan-2026-03"), "thời điểm vàng", "Phạm Hồng Diệp"),
    .init(
      2, "2 chi cục, 42, 5, 11, 126, 35, hơn 15.000", .support("figures"), "2 cơ quan",
      "42 bệnh viện", "5 trung tâm", "11 cơ sở", "126 trạm", "35 bệnh viện", "≥ 15000"),
    .init(
      2, "người gác cổng, quá tải tuyến trên", .search("người gác cổng"), "ha-noi-stations"),
  ]

  private static let third: [ArticlePhrase] = [
    .init(
      3, "sáu bệnh viện đa khoa huyện, rồi Văn Bàn", .search("bệnh viện đa khoa huyện"),
      "Bệnh viện Đa khoa huyện Bắc Hà", "Bệnh viện Đa khoa huyện Bát Xát",
      "Bệnh viện Đa khoa huyện Bảo Thắng", "Bệnh viện Đa khoa huyện Mường Khương",
      "Bệnh viện Đa khoa huyện Văn Bàn"),
    .init(
      3, "cuối năm 2022 và đầu năm 2023", .support("agreements", at: "2023-06-01"),
      "dhyhn-bac-ha", "có vào 04/2023"),
    .init(
      3, "nhiều kỹ thuật vượt tuyến", .support("transfers"), "vượt tuyến",
      "14 được nêu là vượt tuyến"),
    .init(
      3, "hạng II, 17 khoa phòng, 210 giường", .show("bv-van-ban"), "II", "17", "210",
      "Bệnh viện Đa khoa huyện Văn Bàn"),
    .init(
      3, "250 giường, 200 tỷ đồng, năm 2024", .show("bv-van-ban"), "250", "200", "2024"),
    .init(
      3, "Võ Lao, hơn 10.000 người dân", .show("pkdk-vo-lao"), "press-2024:van-ban", "10000",
      "ít nhất"),
    .init(
      3, "hệ thống phẫu thuật nội soi, … xét nghiệm tự động", .support("equipment"),
      "Phẫu thuật nội soi", "Nội soi tiêu hóa", "Siêu âm tim màu", "Ôxy trung tâm", "Máy thở",
      "Xét nghiệm tự động"),
    .init(
      3, "27%, không có dịch vụ kỹ thuật tuyến trên", .support("figures"), "27 %", "chưa nạp"),
    .init(
      3, "tỷ lệ chuyển tuyến 8 - 10%", .support("rates"), "trái nhau", "8–10 %", "3,5 %"),
    .init(
      3, "chính sách mở cửa thông tuyến", .search("mở cửa thông tuyến"), "van-ban-referral-rate"),
    .init(
      3, "29 bác sỹ, 8.000 người, 3.431 thủ thuật, 1.282, 142, 1.000", .support("figures"),
      "29 bác sĩ", "≥ 8000 người", "≥ 3431 thủ thuật", "1282 lượt hội chẩn",
      "142 ca mổ", "≥ 1000"),
    .init(
      3, "từ 4,5% xuống còn 3,5%", .support("rates"), "diễn biến", "4,5 %", "3,5 %"),
    .init(3, "8.534 kỹ thuật", .support("figures"), "8534 kỹ thuật"),
    .init(
      3, "doppler tim, động mạch cảnh, xuyên sọ: Si Ma Cai", .support("transfers"),
      "Trung tâm Y tế huyện Si Ma Cai", "Doppler động mạch cảnh", "Doppler xuyên sọ"),
    .init(
      3, "Bảo Thắng", .support("transfers"), "Siêu âm Doppler mạch máu", "Siêu âm tim",
      "Siêu âm sàng lọc ung thư tuyến giáp", "Siêu âm sàng lọc ung thư tuyến vú",
      "Điều trị u xơ tuyến tiền liệt bằng"),
    .init(
      3, "Mường Khương, Bảo Yên", .support("transfers"), "Holter điện tâm đồ",
      "Xử trí cấp cứu rối loạn nhịp", "Bệnh viện Đa khoa huyện Mường Khươ",
      "Trung tâm Y tế khu vực Bảo Yên"),
    .init(
      3, "Bạch Mai, Nhi Trung ương, 108, Phổi Trung ương", .show("trung-uong-lao-cai"),
      "Bệnh viện Bạch Mai", "Bệnh viện Nhi Trung ương", "Bệnh viện Trung ương Quân đội 108",
      "Bệnh viện Phổi Trung ương"),
    .init(
      3, "65 - 90%, tăng 136, 964", .support("figures"), "65–90 %", "+136 kỹ thuật",
      "964 kỹ thuật"),
    .init(
      3, "gói kỹ thuật loại I và loại đặc biệt", .support("transfers"), "đặc biệt",
      "Gói kỹ thuật loại I"),
    .init(
      3, "Bệnh viện Đa khoa số 1 hỗ trợ Trung tâm Y tế khu vực Bảo Yên",
      .show("so-1-lao-cai-bao-yen"), "Thỏa thuận hợp tác y tế", "30/01/2026",
      "Đào Thanh Quyết"),
    .init(
      3, "đợt luân phiên đầu tiên", .show("luan-phien-bao-yen-1"), "so-1-lao-cai-bao-yen",
      "đợt", "30/01/2026"),
  ]

  private static let fourth: [ArticlePhrase] = [
    .init(
      4, "hạng I tuyến cuối của tỉnh", .show("bv-tuyen-quang"), "tuyến cuối", "có", "hạng"),
    .init(
      4, "12 lượt bác sĩ từ tháng 4-2023", .show("luan-phien-lam-binh"), "lượt", "12",
      "04/2023"),
    .init(
      4, "hiệu quả khai thác chưa cao", .support("equipment"), "khai thác chưa cao",
      "Trung tâm Y tế huyện Lâm Bình"),
    .init(
      4, "khảo sát, phương án, nhân lực; phẫu thuật nội soi tiêu hóa …",
      .show("tuyen-quang-lam-binh"), "khảo sát", "phương án", "nhân lực",
      "phẫu thuật nội soi tiêu hóa", "lấy sỏi ống mật", "phẫu thuật u xơ tử cung", "u nang"),
    .init(
      4, "hỗ trợ mổ nội soi ruột thừa cho Lâm Bình", .support("transfers"),
      "Mổ nội soi ruột thừa", "làm có hỗ trợ", "Phẫu thuật nội soi tiêu hóa"),
    .init(
      4, "Trung Sơn, Sơn Dương, Yên Sơn", .support("transfers"), "Chẩn đoán hình ảnh",
      "Tán sỏi qua da đường hầm nhỏ", "Bệnh viện Đa khoa khu vực Trung Sơn",
      "Trung tâm Y tế huyện Sơn Dương", "Trung tâm Y tế huyện Yên Sơn"),
    .init(
      4, "2 buổi/tuần tại Tân Thịnh và Vinh Quang", .search("chiêm hóa"), "ttyt-chiem-hoa",
      "chiem-hoa-tram-y-te", "press-2024:chiem-hoa"),
    .init(
      4, "từ tháng 5-2024, Trung tâm Y tế huyện Chiêm Hóa", .show("chiem-hoa-tram-y-te"),
      "05/2024", "buổi mỗi tuần", "Trung tâm Y tế huyện Chiêm Hóa", "Hà Văn Linh",
      "Trạm Y tế xã Tân Thịnh", "Trạm Y tế xã Vinh Quang"),
    .init(
      4, "tất cả các xã, thị trấn trên địa bàn huyện chưa có bác sĩ", .support("figures"),
      "Các xã, thị trấn chưa có bác", "mới biết một phần"),
    .init(
      4, "trên địa bàn huyện Chiêm Hóa", .show("xa-chua-co-bac-si-chiem-hoa"),
      "địa bàn huyện Chiêm Hóa", "press-2024:chiem-hoa", "tất cả các xã, thị trấn"),
    .init(4, "giảm quá tải", .support("programmes"), "giảm quá tải"),
    .init(
      4, "tỉnh → huyện → trạm", .support("backing"), "Trạm Y tế xã Tân Thịnh",
      "Bệnh viện Đa khoa tỉnh Tuyên", "tuyen-quang-tuyen-duoi"),
  ]

  private static let fifth: [ArticlePhrase] = [
    .init(
      5, "ký 21-7, từ nay đến năm 2025", .support("agreements", at: "2023-03-01"),
      "chưa bắt đầu", "21/07/2023"),
    .init(
      5, "2 cấp độ", .support("reviews"), "song phương", "mạng lưới",
      "Cấp độ song phương: cơ sở – cơ sở"),
    .init(
      5, "từ bệnh viện tuyến cuối đến tuyến y tế cơ sở", .support("chains"),
      "stroke-hcmc-mekong-2023-2025"),
    .init(
      5, "ung thư, đột quỵ, tim mạch, ngoại chấn thương, sản khoa, nhi khoa",
      .show("hcmc-mekong-2023-2025"), "oncology", "stroke", "cardiology", "trauma",
      "obstetrics", "paediatrics", "neurosurgery"),
    .init(
      5, "bệnh lý nguy hiểm có nguy cơ tử vong cao", .search("nguy cơ tử vong cao"),
      "hcmc-mekong-2023-2025-mang-luoi"),
    .init(
      5, "phân công chỉ đạo tuyến của Bộ Y tế", .support("direction"), "Bộ Y tế",
      "tuyến cuối trên địa bàn", "Các bệnh viện tuyến tỉnh"),
    .init(
      5, "giám sát, cảnh báo dịch bệnh giữa HCDC và các tỉnh",
      .show("hcmc-mekong-2023-2025-giam-sat"), "hcdc", "surveillance"),
    .init(
      5, "giảm tải cho các bệnh viện tuyến cuối", .support("programmes"),
      "giảm tải cho các bệnh viện tuyến cuối", "Tăng Chí Thượng"),
    .init(
      5, "mạng lưới cấp cứu ngoài bệnh viện", .support("prehospital"), "Cần Giờ",
      "Trung tâm Cấp cứu 115 TP.HCM", "Chưa rõ trung tâm hay trạm nào ở"),
    .init(
      5, "dữ liệu dùng chung về y tế với quy mô cấp vùng", .search("dữ liệu dùng chung"),
      "hcmc-mekong-2023-2025"),
    .init(
      5, "hợp tác với Cần Thơ và Trà Vinh",
      .support("agreements"), "hcmc-mekong-2023-2025-can-tho", "Sở Y tế Thành phố Hồ Chí"),
    .init(
      5, "nâng cao năng lực y tế toàn diện cho tỉnh Trà Vinh",
      .show("hcmc-mekong-2023-2025-tra-vinh"), "bên hỗ trợ", "bên nhận", "so-y-te-84",
      "hằng năm"),
    .init(
      5, "định kỳ hàng năm sơ kết, đánh giá", .support("reviews"), "hằng năm",
      "có kỳ sơ kết: 8"),
    .init(
      5, "nghiên cứu khoa học, y tế tư nhân, công nghệ thông tin",
      .show("hcmc-mekong-2023-2025-song-phuong"),
      "quản lý hành nghề y tế tư nhân", "nghiên cứu khoa học", "công nghệ thông tin"),
    .init(5, "13 tỉnh, thành", .show("hcmc-mekong-2023-2025"), "so-y-te-96", "so-y-te-80"),
  ]
}
