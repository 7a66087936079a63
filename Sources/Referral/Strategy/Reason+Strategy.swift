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
    func shown(_ mine: Double?, _ theirs: Double?) -> (mine: Said, theirs: Said) {
      let isClose = mine != theirs && mine?.rounded() == theirs?.rounded()
      func said(_ minutes: Double?) -> Said {
        guard let minutes else { return Said(vi: "—", en: "—") }
        let spoken = SpokenDuration(minutes: minutes)
        guard isClose else { return Said(vi: spoken.vi, en: spoken.en) }
        let number = tenths(minutes)
        return Said(vi: number.replacing(".", with: ",") + " phút", en: number + " min")
      }
      return (said(mine), said(theirs))
    }
    let stop = shown(first.0, first.1)
    let end = shown(definitive.0, definitive.1)
    // Where neither way starts treatment before definitive care, only that is compared.
    let hasFirst = first.0 != nil || first.1 != nil
    let firstVi = "đến nơi bắt đầu điều trị sau \(stop.theirs.vi) (thay vì \(stop.mine.vi)), "
    let firstEn = "first door \(stop.theirs.en) instead of \(stop.mine.en), "
    return Reason(
      .dominatedBy,
      vi: "đến \(name) sớm hơn: \(hasFirst ? firstVi : "")"
        + "đến nơi điều trị dứt điểm sau \(end.theirs.vi) "
        + "(thay vì \(isBound ? "ít nhất " : "")\(end.mine.vi))",
      en: "\(name) is sooner: \(hasFirst ? firstEn : "")"
        + "definitive care \(end.theirs.en) instead of \(isBound ? "at least " : "")\(end.mine.en)",
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

/// A time in both languages.
private struct Said {
  var vi: String
  var en: String
}
