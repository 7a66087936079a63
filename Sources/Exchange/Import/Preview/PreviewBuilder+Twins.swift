import Facts
import HealthNetwork

extension PreviewBuilder {
  /// Finds facilities that seem new and are probably known under another id, or stand in the list
  /// twice.
  mutating func examineTwins() {
    let known = Set(base.facilities.map(\.record.id))
    let fresh = delta.records.facilities.filter { !known.contains($0.record.id) }
    guard !fresh.isEmpty else { return }
    let all = base.facilities.map(\.record) + fresh.map(\.record)
    let matcher = FacilityMatcher(all, PlaceTree(base.places.map(\.record)))
    var twins: [(located: Located<Facility>, twin: Int, metres: Double?)] = []
    for (place, located) in fresh.enumerated() {
      let found = matcher.twin(
        of: located.record, before: known.count + place,
        isElsewhere: elsewhere.contains(located.record.id))
      if let found { twins.append((located, found.index, found.metres)) }
    }
    let met = incoming.facilities.count - fresh.count
    let knownTwins = twins.count { $0.twin < known.count }
    if fresh.count >= 5, met * 10 <= fresh.count, knownTwins * 2 >= fresh.count {
      preview.findings.append(
        Finding(
          "ids_changed", .odd, kind: Facility.kindName,
          vi:
            "\(knownTwins) trong \(fresh.count) cơ sở \"mới\" có tên và chỗ của cơ sở đã có: mã đã "
            + "đổi hàng loạt",
          en: "\(knownTwins) of \(fresh.count) \"new\" facilities have the name and place of known "
            + "ones: the ids changed all at once",
          remedy: .linkAll))
    }
    for (located, index, metres) in twins {
      let far = metres.map { ", \(Int($0)) m" } ?? ""
      let twin = all[index]
      let place =
        index < known.count ? "" : ", " + preview.place(fresh[index - known.count].origin)
      add(
        "probable_duplicate", .odd, Facility.self, located,
        vi: "\(located.record.name) có lẽ là \(twin.id) (\(twin.name)\(far)\(place))",
        en: "\(located.record.name) is probably \(twin.id) (\(twin.name)\(far)\(place))",
        remedy: .link(located.record.id, to: twin.id))
    }
  }
}
