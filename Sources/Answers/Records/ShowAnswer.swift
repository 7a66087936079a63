import Exchange
import Facts
public import Formats
public import HealthNetwork

/// Everything that is known of one record, and what it reports of itself.
public struct ShowAnswer: Answer {
  /// A table, JSON and an exchange document.
  public static let formats: [AnswerFormat] = [.table, .json, .xml]

  /// The record, and what the network says of it.
  public let dossier: Dossier
  private let session: NetworkSession
  private let at: Instant
  private let live: StatusReport?

  init(session: NetworkSession, dossier: Dossier, at: Instant, live: StatusReport?) {
    self.session = session
    self.dossier = dossier
    self.at = at
    self.live = live
  }

  /// Whether there is such a record.
  public var isFound: Bool { !dossier.isEmpty }

  private var report: DossierReport { DossierReport(dossier, session.network, at.day) }

  /// The records, statements about them, and records that name them.
  public func json(_ style: AnswerStyle) -> JSONValue? {
    let json = report.json
    return live.map { json.adding(["live": $0.json]) } ?? json
  }

  /// The records as people read them.
  public func table(_ style: AnswerStyle) -> String? {
    (report.lines(style) + (live?.lines(style.language) ?? [])).map { $0 + "\n" }.joined()
  }

  /// The record and the statements about it as an exchange document.
  public func xml(_ style: AnswerStyle) -> String? {
    String(decoding: session.loaded.document(of: dossier.records), as: UTF8.self)
  }
}
