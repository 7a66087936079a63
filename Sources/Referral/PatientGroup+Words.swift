public import HealthNetwork

extension PatientGroup {
  /// Whether a patient of whom this is known may belong to the group.
  func mayHold(age: Int?, sex: Sex?) -> Bool {
    let isOfAge = age.map { $0 >= ageFrom ?? 0 && $0 <= ageTo ?? Int.max } ?? true
    let isOfSex = sex == nil || self.sex == nil || sex == self.sex
    return isOfAge && isOfSex
  }

  /// Whether a patient of whom this is known belongs to the group, whatever is not known.
  func surelyHolds(age: Int?, sex: Sex?) -> Bool {
    let isAgeSettled = age != nil || (ageFrom == nil && ageTo == nil)
    let isSexSettled = sex != nil || self.sex == nil
    return isAgeSettled && isSexSettled && mayHold(age: age, sex: sex)
  }

  /// Some groups in Vietnamese: "người bệnh nữ hoặc người bệnh dưới 1 tuổi".
  public static func vi(_ groups: [PatientGroup]) -> String {
    groups.map(\.vi).joined(separator: " hoặc ")
  }

  /// Some groups in English: "female patients or patients under 1".
  public static func en(_ groups: [PatientGroup]) -> String {
    groups.map(\.en).joined(separator: " or ")
  }

  private var vi: String {
    let ages: String? =
      switch (ageFrom, ageTo) {
      case (nil, nil): nil
      case (nil, let to?), (0, let to?): "dưới \(to + 1) tuổi"
      case (let from?, nil): "từ \(from) tuổi"
      case (let from?, let to?): "từ \(from) đến \(to) tuổi"
      }
    return ["người bệnh", sex?.vi, ages].compactMap { $0 }.joined(separator: " ")
  }

  private var en: String {
    let ages: String? =
      switch (ageFrom, ageTo) {
      case (nil, nil): nil
      case (nil, let to?), (0, let to?): "under \(to + 1)"
      case (let from?, nil): "aged \(from) or more"
      case (let from?, let to?): "aged \(from) to \(to)"
      }
    return [sex?.rawValue, "patients", ages].compactMap { $0 }.joined(separator: " ")
  }
}

extension Sex {
  var vi: String { self == .female ? "nữ" : "nam" }
}
