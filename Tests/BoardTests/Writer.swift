import Facts
import Foundation

@testable import Board

/// Writes entries one after another and notes each that was acknowledged in a file, as a sender does
/// who must know what has arrived.
struct Writer: Sendable {
  let store: any BoardStore
  /// The file with a line for each acknowledged entry: its number, digest and key.
  let notes: String
  let name: String

  /// Writes until the task is cancelled, or a number of entries.
  ///
  /// - Returns: How many were acknowledged.
  func run(_ most: Int = .max) async -> Int {
    let descriptor = unsafe open(notes, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    defer { close(descriptor) }
    var count = 0
    var index = 0
    while count < most, !Task.isCancelled {
      index += 1
      let key = "\(name)-\(index)"
      do throws(BoardError) {
        let entry = try await store.append(
          EntryDraft(Writer.content(index), by: .account("lan"), from: "x", senderKey: key),
          received: noon)
        let line = Array("\(entry.number) \(entry.digest) \(key)\n".utf8)
        _ = unsafe line.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
        count += 1
      } catch {
        // Its fate is not known; what counts is what was acknowledged.
      }
    }
    return count
  }

  /// Contents of several kinds and lengths.
  static func content(_ index: Int) throws(BoardError) -> EntryContent {
    let end = noon.plus(minutes: 30 + index % 60)
    switch index % 4 {
    case 0: return .status(.beds("bv-\(index % 7)", ["icu": index % 5], until: end))
    case 1:
      var notice = WeatherNotice("storm", until: end)
      notice.note = String(repeating: "mưa ", count: index % 200 + 1)
      return .weather(notice)
    case 2: return .caseOpened(try CaseID(), CaseOpening(need: "stroke", place: "bv-1"))
    default: return .closure(ClosureNotice(.link("l-\(index % 9)"), until: end))
    }
  }

  /// Compares what was acknowledged with what is there: every one, with the same digest.
  ///
  /// - Returns: What is missing or different.
  static func missing(_ notes: String, in store: any BoardStore) async throws -> [String] {
    var digests: [String: Digest] = [:]
    var after = 0
    while true {
      let entries = try await store.entries(after: after, limit: 1_000)
      guard let last = entries.last else { break }
      for entry in entries { digests["\(entry.number) \(entry.senderKey)"] = entry.digest }
      after = last.number
    }
    let text = (try? String(contentsOfFile: notes, encoding: .utf8)) ?? ""
    var missing: [String] = []
    for line in text.split(separator: "\n")
    where text.hasSuffix("\n") || line != text.split(separator: "\n").last {
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count == 3, digests["\(parts[0]) \(parts[2])"]?.description == parts[1] else {
        missing.append(String(line))
        continue
      }
    }
    return missing
  }
}
