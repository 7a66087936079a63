import Facts

/// A type of bed that reports count: its code, and the words that people use for it.
public struct BedType: Hashable, Sendable {
  /// The code, as icu.
  public let code: String
  /// The Vietnamese name; the code of a type that is only known from a report.
  public let name: String
  /// The English name.
  public let nameEn: String
  /// Further words.
  let words: [String]

  /// The types that reports of hospitals use; those of EDXL-HAVE 1.0.
  public static let usual: [BedType] = [
    .init(
      "icu", "hồi sức tích cực (ICU)", "intensive care (ICU)",
      ["hồi sức", "hồi sức tích cực", "intensive care", "AdultICU"]),
    .init(
      "picu", "hồi sức nhi", "paediatric intensive care",
      ["hồi sức tích cực nhi", "pediatric intensive care", "PediatricICU"]),
    .init(
      "nicu", "hồi sức sơ sinh", "neonatal intensive care", ["NeonatalICU"]),
    .init("emergency", "cấp cứu", "emergency department", ["EmergencyDepartment", "ED"]),
    .init("nursery", "trẻ sơ sinh khỏe", "nursery", ["NurseryBeds"]),
    .init("medical-surgical", "nội – ngoại", "medical and surgical", ["nội ngoại"]),
    .init("rehabilitation", "phục hồi chức năng", "rehabilitation", ["RehabLongTermCare"]),
    .init("burn", "bỏng", "burns", []),
    .init("paediatric", "nhi", "paediatric", ["pediatrics", "pediatric"]),
    .init("psychiatric", "tâm thần", "psychiatric", ["AdultPsychiatric"]),
    .init(
      "paediatric-psychiatric", "tâm thần nhi", "paediatric psychiatric", ["PediatricPsychiatric"]),
    .init(
      "negative-pressure", "cách ly áp lực âm", "negative-pressure isolation",
      ["áp lực âm", "NegativeFlowIsolation"]),
    .init("isolation", "cách ly", "isolation", ["OtherIsolation"]),
    .init("operating-room", "phòng mổ", "operating room", ["OperatingRooms"]),
  ]

  /// The type of a code; one that is only known from a report has its code for a name.
  package static func named(_ code: String) -> BedType {
    usual.first { $0.code == code } ?? BedType(code, code, code, [])
  }

  init(_ code: String, _ name: String, _ nameEn: String, _ words: [String]) {
    self.code = code
    self.name = name
    self.nameEn = nameEn
    self.words = words
  }
}

extension Network {
  /// The types of beds that may be asked for: the usual ones, and those that records or reports of the
  /// network use besides.
  public var bedTypes: [BedType] {
    var types = BedType.usual
    var known = Set(types.map(\.code))
    let counted = records.facilities.flatMap { $0.record.beds.compactMap(\.type) }
    let stated = records.statuses.flatMap { $0.record.beds.map(\.type) }
    let reported = reportedStatuses.flatMap { $0.beds.map(\.type) }
    for code in Set(counted + stated + reported).sorted() where known.insert(code).inserted {
      types.append(BedType(code, code, code, []))
    }
    return types
  }

  /// The code of the type of bed that a text names: case and marks do not matter.
  public func bedType(_ text: String) -> String? {
    let wanted = FoldedName(text).text
    guard !wanted.isEmpty else { return nil }
    let types = bedTypes
    return types.first { $0.code == text }?.code
      ?? types.first { type in
        ([type.code, type.name, type.nameEn] + type.words).contains {
          FoldedName($0).text == wanted
        }
      }?.code
  }
}
