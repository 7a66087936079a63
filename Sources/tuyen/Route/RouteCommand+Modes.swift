import Answers
import ArgumentParser
import Formats

extension RouteCommand {
  /// The options that were given, by their long names; those with a default are left out.
  var given: [String] {
    let texts: [(String, String?)] = [
      ("from", from), ("need", need), ("batch", batch), ("count", k),
      ("min-confidence", minConfidence), ("min-probability", minProbability), ("age", age),
      ("sex", sex), ("severity", severity), ("onset", onset),
      ("door-to-treatment", doorToTreatment), ("within", within), ("within-km", withinKm),
      ("min-level", minLevel), ("highest-tier", highestTier), ("bed", bed),
      ("leave-until", leaveUntil), ("isochrone", isochrone), ("resolution", resolution),
      ("strategy", strategies.strategy), ("rule", strategies.rule), ("dwell", strategies.dwell),
      ("patients", patientOptions.patients), ("capacity", patientOptions.capacity),
      ("capacity-file", patientOptions.capacityFile), ("sent", patientOptions.sent),
      ("at", time.at), ("output", spreadsheet.output), ("sheet", tables.sheet),
      ("encoding", tables.encoding?.rawValue),
    ]
    let flags = [
      ("explain", explain), ("card", card), ("excel", spreadsheet.excel),
      ("force", spreadsheet.force),
      ("status", !status.files.isEmpty), ("avoid", !travel.avoided.isEmpty),
    ]
    return texts.compactMap { $1 == nil ? nil : $0 } + flags.compactMap { $1 ? $0 : nil }
  }

  /// Which question the options ask; of two that choose one, the first.
  var mode: RouteMode {
    let given = Set(given)
    return [.isochrone, .patients, .batch, .departures, .strategy]
      .first { $0.option.map(given.contains) ?? false } ?? .route
  }

  /// Refuses options that the question does not read.
  func validateMode() throws {
    let (mode, language) = (mode, networkOptions.lang)
    for option in given where !(RouteMode.readers[option]?.contains(mode) ?? false) {
      let remark = RouteMode.remark(on: option, in: mode)
      let end = remark.map { ": " + language($0.vi, $0.en) } ?? ""
      let owners = RouteMode.readers[option] ?? []
      if let own = mode.option {
        throw ValidationError(
          language(
            "--\(option) không đi cùng --\(own)\(end)",
            "--\(option) does not go with --\(own)\(end)"))
      }
      let needed = RouteMode.allCases.filter(owners.contains).compactMap(\.option)
        .map { "--" + $0 }.joined(separator: language(" hoặc ", " or "))
      throw ValidationError(
        language("--\(option) cần \(needed)", "--\(option) needs \(needed)"))
    }
    guard mode.formats.contains(format) else {
      let known = mode.formats.map(\.rawValue).joined(separator: ", ")
      let own = mode.option.map { "--\($0): " } ?? ""
      throw ValidationError(
        own
          + language(
            "không in được dạng \(format.rawValue); có \(known)",
            "is not printed as \(format.rawValue); there are \(known)"))
    }
    switch mode {
    case .patients: break
    case .batch: break
    case .isochrone where from == nil:
      throw ValidationError(
        language("--isochrone cần --from NƠI", "--isochrone needs --from PLACE"))
    case .isochrone: break
    case .route, .strategy, .departures:
      guard from != nil else {
        throw ValidationError(
          language(
            "cho biết --from NƠI, --batch TỆP hoặc --patients TỆP",
            "give either --from PLACE, --batch FILE or --patients FILE"))
      }
      guard need != nil else {
        throw ValidationError(language("cho biết --need NHU-CẦU", "give --need NEED"))
      }
    }
  }
}
