internal import Facts
internal import TravelNetwork

extension TravelLink {
  /// Says for whom the link is.
  mutating func carry(
    _ vehicles: VehicleSet, isLightOnly: Bool, _ known: VehicleSet
  ) {
    guard !vehicles.isDisjoint(with: .wide) else {
      carries = .motorcycle
      return
    }
    carries = isLightOnly ? .light : nil
    let missing = VehicleSet.each
      .filter { known.contains($0.vehicle) && !vehicles.contains($0.vehicle) }.map(\.id)
    excludes = missing.isEmpty ? nil : missing.joined(separator: " ")
  }

  /// Says how long a piece of a ferry takes: its share of the whole way, and of the one wait for all
  /// the ways that the ferry consists of.
  mutating func sail(
    _ ferry: FerryRules, _ piece: StreetPieces.Piece, of pieces: ArraySlice<StreetPieces.Piece>,
    ways: Int
  ) {
    let metres = pieces.reduce(0) { $0 + $1.metres }
    let count = Double(pieces.count)
    let share = metres > 0 ? piece.metres / metres : 1 / count
    let minutes =
      ferry.minutes ?? metres / 1_000 / FerryRules.usualSpeed * 60 + FerryRules.usualManoeuvre
    let wait = ferry.interval.map { $0 / 2 } ?? FerryRules.usualWait
    crossingMinutes = (minutes * share * 10).rounded() / 10
    waitMinutes = (wait / count / Double(ways) * 10).rounded() / 10
    hours = ferry.hours
    windows = ferry.windows
    var rules: [String] = []
    if ferry.minutes == nil {
      rules.append("minutes by rule: 10 km/h and 3 minutes of manoeuvre")
    }
    rules.append(
      ferry.interval == nil ? "wait by rule: 10 minutes" : "wait by rule: half the interval")
    if !ferry.isAccessKnown { rules.append("carried by rule: \"Phà\" all, others motorcycles") }
    provenance.basis = rules.joined(separator: "; ")
  }
}
