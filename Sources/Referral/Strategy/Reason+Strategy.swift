import Facts
import HealthNetwork

extension Reason {
  /// A way that another beats both at the first door and at definitive care.
  ///
  /// - Parameters:
  ///   - name: The facility of the better way.
  ///   - first: Minutes to the door behind which treatment starts, of this way and the better one.
  ///   - definitive: Minutes to definitive care, of this way and the better one.
  ///   - isBound: Whether this way is only known to take no less than that.
  /// - Returns: The reason, with the numbers that decided.
  static func dominatedBy(
    _ name: String, first: (Double?, Double?), definitive: (Double, Double), isBound: Bool
  ) -> Reason {
    // Two times that differ by less than a minute are told with a decimal, so that they differ.
    func shown(_ mine: Double?, _ theirs: Double?, _ separator: Character) -> (String, String) {
      let isClose = mine != theirs && mine?.rounded() == theirs?.rounded()
      func number(_ minutes: Double?) -> String {
        minutes.map { minutes in
          isClose
            ? tenths(minutes).replacing(".", with: "\(separator)")
            : "\(Int(clamping: minutes.rounded()))"
        } ?? "—"
      }
      return (number(mine), number(theirs))
    }
    let (firstMine, firstTheirs) = shown(first.0, first.1, ",")
    let (firstMineEn, firstTheirsEn) = shown(first.0, first.1, ".")
    let (definitiveMine, definitiveTheirs) = shown(definitive.0, definitive.1, ",")
    let (definitiveMineEn, definitiveTheirsEn) = shown(definitive.0, definitive.1, ".")
    // Where neither way starts treatment before definitive care, only that is compared.
    let hasFirst = first.0 != nil || first.1 != nil
    let firstVi = "điều trị đầu \(firstTheirs) thay vì \(firstMine) phút, "
    let firstEn = "first door \(firstTheirsEn) instead of \(firstMineEn) min, "
    return Reason(
      .dominatedBy,
      vi: "qua \(name) sớm hơn: \(hasFirst ? firstVi : "")"
        + "nơi cuối \(definitiveTheirs) thay vì \(isBound ? "ít nhất " : "")\(definitiveMine) phút",
      en: "\(name) is sooner: \(hasFirst ? firstEn : "")"
        + "definitive care \(definitiveTheirsEn) instead of \(isBound ? "at least " : "")"
        + "\(definitiveMineEn) min",
      remedies: [.event(vi: "\(name) không nhận", en: "\(name) not taking the patient")])
  }

  /// A first stop from which no definitive care is reached.
  static func noWayOn(_ need: Need) -> Reason {
    Reason(
      .noPath,
      vi: "từ đây không đến được nơi nào làm được \(need.name) khi đến",
      en: "no place that can do \(need.nameEn) on arrival is reached from here",
      remedies: [
        .event(vi: "đi lúc khác hoặc dùng phương tiện khác", en: "another hour or another vehicle")
      ])
  }
}
