import Facts
import HealthNetwork

extension PreviewBuilder {
  /// Takes facilities of other formats apart from those of ours that have the same id and quite another
  /// name: lists number their rows anew, and one id may be that of two hospitals.
  ///
  /// Such a facility is new, under an id of its own, until a person says that it is the one of ours
  /// (`--link ID=ID`); that is remembered as an identifier.
  mutating func separateStrangers(_ known: Set<String>) {
    guard !options.replacesWhole else { return }
    let ids = Set(incoming.facilities.map(\.record.id))
    var taken = known.union(ids)
    var names: [String: String] = [:]
    let ours = Set(
      incoming.facilities.filter { document(of: $0.origin).format == .native }.map(\.record.id))
    let old = Dictionary(
      base.facilities.filter { ids.contains($0.record.id) }.map { ($0.record.id, $0.record) },
      uniquingKeysWith: { first, _ in first })
    for located in incoming.facilities {
      let facility = located.record
      guard let meant = old[facility.id], options.links[facility.id] == nil,
        !madeIDs.contains(facility.id), document(of: located.origin).format != .native,
        !meant.identifiers.contains(PreviewBuilder.linked(facility.id)),
        PreviewBuilder.isStranger(facility, to: meant)
      else { continue }
      guard !ours.contains(facility.id) else {
        add(
          "id_of_another_name", .error, Facility.self, located,
          vi: "mã \(meant.id) là của \"\(meant.name)\", ở đây lại ghi \"\(facility.name)\"",
          en: "the id \(meant.id) is that of \"\(meant.name)\"; here it is \"\(facility.name)\"")
        continue
      }
      let free = names[facility.id] ?? FacilityID.free(facility.id) { taken.contains($0) }
      taken.insert(free)
      names[facility.id] = free
      add(
        "id_of_another_name", .odd, Facility.self, located,
        vi: "mã \(meant.id) là của \"\(meant.name)\", ở đây lại ghi \"\(facility.name)\": để riêng "
          + "thành \(free)",
        en:
          "the id \(meant.id) is that of \"\(meant.name)\"; here it is \"\(facility.name)\", kept "
          + "apart as \(free)",
        remedy: .link(facility.id, to: meant.id))
    }
    strangers = Set(names.values)
    incoming.renameFacilities(names)
  }

  /// Whether a facility has a name that has nothing to do with those of another one, and neither its
  /// point, its address nor a telephone number.
  private static func isStranger(_ facility: Facility, to other: Facility) -> Bool {
    guard !facility.name.isEmpty, !FacilityMatcher.share(facility, other) else { return false }
    func names(of facility: Facility) -> [NameLikeness] {
      ([facility.name, facility.nameEn].compactMap { $0 } + facility.names.map(\.value))
        .filter { !$0.isEmpty }.map { NameLikeness($0) }
    }
    let others = names(of: other)
    guard !others.isEmpty else { return false }
    return names(of: facility).allSatisfy { name in
      others.allSatisfy { name.likeness(to: $0) < PreviewBuilder.leastLikeness }
    }
  }

  /// Names of which less than a third of the words is common have nothing to do with each other.
  private static let leastLikeness = 1.0 / 3
}
