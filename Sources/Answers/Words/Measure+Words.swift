import Facts
import Formats

extension Measure {
  /// The unit in words, behind a number; the one that is stated where it has no other words.
  func unitText(_ language: Language) -> String? {
    unit.map { unit in language(Measure.vietnameseUnits[unit] ?? unit, unit) }
  }

  private static let vietnameseUnits = [
    "agencies": "cơ quan", "beds": "giường", "centres": "trung tâm",
    "consultations": "lượt hội chẩn",
    "crossings": "nơi vượt sông", "days": "ngày", "doctors": "bác sĩ", "facilities": "cơ sở",
    "facilities per 500,000 people": "cơ sở trên 500.000 dân", "ferries": "phà",
    "h/day": "giờ/ngày",
    "hospitals": "bệnh viện",
    "megavoltage machines per million people": "máy xạ trị trên 1 triệu dân",
    "min": "phút", "operations": "ca mổ", "people": "người", "procedures": "thủ thuật",
    "stations": "trạm", "t": "tấn", "techniques": "kỹ thuật", "trips/day": "chuyến/ngày",
    "VND": "đồng", "VND billion": "tỷ đồng", "years": "năm",
  ]
}
