import Facts

extension NetworkCheck {
  /// A ladder is of use only when its levels are told apart, and each can be decided.
  mutating func check(_ ladder: Ladder, _ origin: Origin) {
    require(specialties, "specialty", ladder.specialty, origin)
    check(ladder.period, origin)
    if ladder.rungs.isEmpty {
      problems.append(Problem(at: origin, "ladder \(ladder.id) has no rung"))
    }
    var levels: Set<String> = []
    each(ladder.rungs) { rung in
      if !levels.insert(rung.level).inserted {
        problems.append(
          Problem(at: origin, "ladder \(ladder.id) has two rungs of the level \"\(rung.level)\""))
      }
      if let code = rung.capability { require(capabilityTypes, "capabilityType", code, origin) }
      for code in rung.requirements.joined() {
        require(capabilityTypes, "capabilityType", code, origin)
      }
      if let standard = rung.standard {
        require(accessStandards, "accessStandard", standard, origin)
      }
    }
  }
}
