import Answers
import Exchange
import Facts
import Formats
import HealthNetwork

extension NetworkOptions {
  /// Loads the network to be asked.
  func session() throws(Failure) -> NetworkSession {
    NetworkSession(try load()) { complain($0) }
  }

  /// The session with the reports of documents, as far as they are known at an instant.
  ///
  /// - Parameters:
  ///   - session: The session.
  ///   - files: The documents.
  ///   - at: The instant asked about, as the user wrote it.
  ///   - now: The present.
  /// - Returns: The session that knows of the reports.
  /// - Throws: `Failure` when a document is wrong; then none of them counts.
  func session(
    _ session: NetworkSession, reporting files: [String], at: String?, now: Instant
  ) throws(Failure) -> NetworkSession {
    guard !files.isEmpty else { return session }
    let instant = try asking(lang) { () throws(QuestionError) in
      try session.instant(at, now: now)
    }
    let reports: StatusFiles
    do throws(ExchangeFailure) {
      reports = try StatusFiles(files, for: session.network)
    } catch {
      throw Failure(error, lang)
    }
    for warning in reports.warnings {
      complain("\(warning.place): \(lang(warning.vi, warning.en))")
    }
    let later = reports.count(after: instant)
    if later > 0 {
      complain(
        lang(
          "\(later) báo cáo có giờ báo sau \(instant.clock) \(instant.day) (--at): chưa tính",
          "\(later) reports are later than \(instant) (--at) and not counted"))
    }
    return session.reporting(reports)
  }
}
