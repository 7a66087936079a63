import ArgumentParser
import Exchange
import Facts
import Formats
import HealthNetwork

/// What facilities report of themselves now.
struct StatusOptions: ParsableArguments {
  @Option(
    name: .customLong("status"),
    help: ArgumentHelp(
      "Live status of facilities: an exchange document or EDXL-HAVE; may be repeated.",
      valueName: "file"), completion: .file(extensions: ["xml"]))
  var files: [String] = []

  /// The network with the reports of the files, as far as they are known at an instant.
  ///
  /// - Throws: `Failure` when a file is wrong; then none of them counts.
  func apply(
    to folder: LoadedNetwork, at instant: Instant, _ language: Language
  ) throws(Failure) -> LoadedNetwork {
    guard !files.isEmpty else { return folder }
    let reports: StatusFiles
    do throws(ExchangeFailure) {
      reports = try StatusFiles(files, for: folder.network)
    } catch {
      throw error.isUnreadable ? .noInput(error.description) : .data(error.description)
    }
    for warning in reports.warnings {
      complain("\(warning.place): \(language(warning.vi, warning.en))")
    }
    let later = reports.count(after: instant)
    if later > 0 {
      complain(
        language(
          "\(later) báo cáo có giờ báo sau \(instant.clock) \(instant.day) (--at): chưa tính",
          "\(later) reports are later than \(instant) (--at) and not counted"))
    }
    return folder.reporting(reports)
  }
}
