extension Facility {
  /// Whether a hospital treats patients of all sorts: not one for children, births, cancer, lungs, blood
  /// and the like.
  ///
  /// Its kind says so, or whom it takes; else its name, in which such hospitals bear their specialty.
  package var isGeneral: Bool {
    if !serves.isEmpty || kind == .provincialSpecialised { return false }
    let words =
      " "
      + name.lowercased().split { !$0.isLetter && !$0.isNumber }
      .joined(separator: " ") + " "
    if words.contains(" đa khoa ") || words.contains(" trung tâm y tế ") { return true }
    return !Facility.wordsOfSpecialties.contains { words.contains(" " + $0 + " ") }
  }

  /// Words that the names of hospitals of one specialty have.
  private static let wordsOfSpecialties = [
    "nhi", "sản", "từ dũ", "hùng vương", "ung bướu", "ung thư", "phổi", "lao", "phạm ngọc thạch",
    "truyền máu", "huyết học", "tâm thần", "mắt", "da liễu", "chấn thương", "chỉnh hình", "tim",
    "tim mạch", "răng hàm mặt", "tai mũi họng", "y học cổ truyền", "y dược học dân tộc",
    "phục hồi chức năng", "điều dưỡng", "nhiệt đới", "nội tiết", "thần kinh", "thẩm mỹ", "nam khoa",
    "bỏng", "thận", "sản nhi",
  ]
}
