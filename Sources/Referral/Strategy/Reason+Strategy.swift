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
    func number(_ minutes: Double?) -> String {
      minutes.map { "\(Int(clamping: $0.rounded()))" } ?? "—"
    }
    let definitiveMine = Int(clamping: definitive.0.rounded())
    let definitiveTheirs = Int(clamping: definitive.1.rounded())
    // Where neither way starts treatment before definitive care, only that is compared.
    let hasFirst = first.0 != nil || first.1 != nil
    let firstVi = "điều trị đầu \(number(first.1)) thay vì \(number(first.0)) phút, "
    let firstEn = "first door \(number(first.1)) instead of \(number(first.0)) min, "
    return Reason(
      .dominatedBy,
      vi: "qua \(name) sớm hơn: \(hasFirst ? firstVi : "")"
        + "nơi cuối \(definitiveTheirs) thay vì \(isBound ? "ít nhất " : "")\(definitiveMine) phút",
      en: "\(name) is sooner: \(hasFirst ? firstEn : "")"
        + "definitive care \(definitiveTheirs) instead of \(isBound ? "at least " : "")"
        + "\(definitiveMine) min",
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
