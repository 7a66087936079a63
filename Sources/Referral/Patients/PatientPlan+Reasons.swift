public import HealthNetwork

extension PatientPlan {
  /// Why a patient does not go to a nearer facility that could treat them.
  ///
  /// - Parameters:
  ///   - full: The facility that is full, and when it would be reached.
  ///   - network: The network of the plan, which has the names.
  /// - Returns: The reason, with the places and those who take them.
  public func reason(_ full: Full, in network: Network) -> Reason {
    guard let load = full.load else { return .placesUnknown() }
    // The limit that is reached: that of the part, else that of the whole facility.
    var reached = loads[load]
    if reached.left > 0, let whole = reached.whole { reached = loads[whole] }
    let takers = reached.patients.map { "\(patients[$0].id) (\(patients[$0].triage.code))" }
    let scope = reached.places.scope.map { network.use(ofPlaces: $0) }
    return .noPlaceLeft(reached.places, scope, inbound: reached.inbound, takers: takers)
  }

  /// Why a patient has no place, when no single facility is to blame.
  public func reasonWithoutPlace(_ patient: Int, accessLimitKm: Double) -> Reason? {
    let outcome = outcomes[patient]
    guard outcome.target == nil else { return nil }
    if outcome.isOffNetwork { return .noAccess(limitKm: accessLimitKm) }
    return outcome.full.isEmpty ? .nobodyAble(patients[patient].need) : nil
  }
}

extension Reason {
  /// The most patients named in one reason.
  private static let mostNames = 8

  static func noPlaceLeft(
    _ places: FreePlaces, _ scope: (vi: String, en: String)?, inbound: Int, takers: [String]
  ) -> Reason {
    let names =
      takers.prefix(mostNames).joined(separator: ", ") + (takers.count > mostNames ? ", …" : "")
    let onTheWay = inbound > 0
    var vi = "hết chỗ: có \(places.count) chỗ" + (scope.map { " (\($0.vi))" } ?? "")
    var en =
      "full: \(places.count) \(places.count == 1 ? "place" : "places")"
      + (scope.map { " (\($0.en))" } ?? "")
    if onTheWay {
      vi += ", \(inbound) người đang trên đường tới"
      en += ", \(inbound) on the way already"
    }
    if !takers.isEmpty {
      vi += ", dành cho \(names)"
      en += ", taken by \(names)"
    }
    return Reason(
      .noPlaceLeft, vi: vi, en: en,
      remedies: [.event(vi: "nơi này có thêm chỗ", en: "another place there")])
  }

  static func placesUnknown() -> Reason {
    Reason(
      .placesUnknown, vi: "chưa rõ còn chỗ hay không", en: "nobody knows whether it has a place",
      remedies: [
        .event(vi: "nơi này báo", en: "a report"), .capacityFile, .assumedCapacity,
      ])
  }

  static func nobodyAble(_ need: Need) -> Reason {
    Reason(
      .noneAble,
      vi: "không tới được nơi nào biết là làm được \(need.name) cho người bệnh này lúc đến",
      en: "no facility that is known to give this patient \(need.nameEn) on arrival can be reached",
      remedies: [.askingAlone])
  }
}
