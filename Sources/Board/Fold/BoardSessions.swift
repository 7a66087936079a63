public import Answers
import Exchange
public import Facts
import Files
import Formats
import HealthNetwork
import Synchronization
import TravelNetwork

/// The network as it is known at an entry of the journal: what answers are asked of.
///
///     let sessions = BoardSessions(of: base)
///     let state = try sessions.state(of: board, at: now)
///     let answer = try state.session.answer(question)
///
/// A state never changes: an answer is of one state, and the digest of its session is that of the
/// network, the corrections, the closures and the reports that it rests on. What is dear to make is
/// kept as long as corrections and closures stay the same.
public final class BoardSessions: Sendable {
  /// The knowledge at an entry and an instant.
  public struct State: Sendable {
    /// The network with the corrections, closures and reports.
    public let session: NetworkSession
    /// The last entry that changes what is answered: the one that answers rest on.
    public let entry: Int
    /// The id of the weather that is reported; nil when nothing is known, or it is as usual.
    public let weather: String?
    /// Corrections and closures that do not fit the network any more, by entry: they count for
    /// nothing until somebody has looked at them.
    public let misfits: [Int]
  }

  /// A network with corrections, and with closures.
  private struct Known {
    var session: NetworkSession
    var misfits: [Int]
    var lastUse: Int
  }

  private struct Memory {
    var corrected: [[Int]: Known] = [:]
    var closed: [[[Int]]: Known] = [:]
    var uses = 0
  }

  /// Networks kept: those of the last few minutes, and of whoever replays something.
  private static let mostKept = 4

  private let base: NetworkSession
  private let memory = Mutex(Memory())

  /// Begins with the network as it was loaded.
  public init(of base: NetworkSession) {
    self.base = base
  }

  /// The network as it is known.
  ///
  /// - Parameters:
  ///   - board: The board, at the entry that is asked about.
  ///   - instant: When one asks: closures that have ended by then are open.
  ///   - id: The case that one asks for: facilities that refused it are taken not to do what it needs;
  ///     nil when one asks for none.
  /// - Returns: The state; the same board and instant give the same digest.
  /// - Complexity: O(1) where corrections and closures are known, else O(*n*), where *n* is the number of
  ///   records.
  public func state(
    of board: Board, at instant: Instant, for id: CaseID? = nil
  ) -> State {
    let corrections = board.confirmedCorrections
    let closures = board.closures(at: instant)
    let corrected = corrected(by: corrections)
    let closed = closed(corrected, corrections, closures)
    let reports = board.statuses + board.refusals(of: id, at: instant)
    let session =
      reports.isEmpty
      ? closed.session
      : closed.session.knowing(closed: [], reports: reports, texts: reports.map { $0.text })
    return State(
      session: session, entry: board.basis, weather: board.weather(at: instant)?.notice.weather,
      misfits: corrected.misfits + closed.misfits)
  }

  private func corrected(by corrections: [CorrectionFile]) -> Known {
    let key = corrections.map(\.entry)
    return kept(\.corrected, key) {
      var known = Known(session: base, misfits: [], lastUse: 0)
      for correction in corrections {
        let source = DataSource.bytes(
          Array(correction.correction.delta.utf8), name: "correction-\(correction.entry).xml")
        do throws(ExchangeFailure) {
          known.session = try known.session.applying([source])
        } catch {
          known.misfits.append(correction.entry)
        }
      }
      return known
    }
  }

  private func closed(
    _ corrected: Known, _ corrections: [CorrectionFile], _ closures: [ClosureInForce]
  ) -> Known {
    guard !closures.isEmpty else {
      return Known(session: corrected.session, misfits: [], lastUse: 0)
    }
    let key = [corrections.map(\.entry), closures.map(\.entry)]
    return kept(\.closed, key) {
      var known = Known(session: corrected.session, misfits: [], lastUse: 0)
      var links: [ClosedLinks] = []
      for closure in closures {
        let found = corrected.session.network.links(of: closure)
        // A closure that closes nothing is a mistake that somebody must see.
        if found.links.isEmpty { known.misfits.append(closure.entry) }
        links.append(found)
      }
      known.session = corrected.session.knowing(
        closed: links, reports: [], texts: closures.map(\.text))
      return known
    }
  }

  /// The value kept under a key, made now where there is none.
  private func kept<Key: Hashable>(
    _ table: WritableKeyPath<Memory, [Key: Known]>, _ key: Key, make: () -> Known
  ) -> Known {
    let known: Known? = memory.withLock { memory in
      memory.uses += 1
      let uses = memory.uses
      memory[keyPath: table][key]?.lastUse = uses
      return memory[keyPath: table][key]
    }
    if let known { return known }
    var made = make()
    return memory.withLock { memory in
      // Two who came at once share what the first has made: what is prepared on it is prepared once.
      if let first = memory[keyPath: table][key] { return first }
      made.lastUse = memory.uses
      memory[keyPath: table][key] = made
      if memory[keyPath: table].count > BoardSessions.mostKept,
        let oldest = memory[keyPath: table].min(by: { $0.value.lastUse < $1.value.lastUse })
      {
        memory[keyPath: table][oldest.key] = nil
      }
      return made
    }
  }
}

extension Network {
  /// The links that a closure of the journal names, from when until when.
  func links(of closure: ClosureInForce) -> ClosedLinks {
    let notice = closure.notice
    var named = TravelClosure()
    named.id = "#\(closure.entry)"
    named.mode = notice.mode
    var links: [LinkIndex]
    switch notice.target {
    case .link(let id): links = travel.link(id).map { [$0] } ?? []
    case .crossing(let name):
      named.crossing = name
      links = closedLinks(of: named).links
    case .place(let reference):
      named.place = reference
      links = closedLinks(of: named).links
    case .box(let box):
      named.box = box
      links = closedLinks(of: named).links
    }
    let from = closure.from.shown(in: header.zone)
    let until = notice.until.shown(in: header.zone)
    return ClosedLinks(
      closure: named.id, links: links, during: min(from, until)..<until)
  }
}

extension ClosureInForce {
  /// The key that tells the closure from others.
  fileprivate var text: String {
    "\(entry) \(from.seconds) " + notice.payload.text(indent: nil)
  }
}

extension LiveStatus {
  /// The key that tells the report from others.
  fileprivate var text: String {
    let beds = beds.map { "\($0.type)=\($0.available)" }.joined(separator: " ")
    let off = off.map { "\($0.capability)=\($0.note ?? "")" }.joined(separator: "\n")
    let words: [String] = [
      facility, traffic?.rawValue ?? "", diversion?.rawValue ?? "", beds, off,
      "\(reported?.seconds ?? 0)", "\(expires?.seconds ?? 0)", provenance.source ?? "",
      provenance.note ?? "", addsToOff ? "adds" : "",
    ]
    return words.joined(separator: "\u{0}")
  }
}
