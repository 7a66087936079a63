import Board
import Facts
import Foundation

// kill-test TIMES STORE TARGET: starts a process that writes entries of all kinds, kills it after a
// random while, and looks whether everything that it acknowledged is there; again and again.
// kill-test write STORE TARGET NOTES NAME is that process.

let noon = Instant(seconds: 1_796_040_000, zone: ZoneOffset(minutes: 0))

func store(_ kind: String, _ target: String) async throws -> any BoardStore {
  kind == "sqlite" ? try SQLiteStore(path: target) : try await PostgreSQLStore(target)
}

/// Entries that fit the board as it is: cases go on step by step beside reports and closures.
func write(_ kind: String, _ target: String, _ notes: String, _ name: String) async throws {
  let store = try await store(kind, target)
  let board = LiveBoard(store)
  let author = Principal(.account("lan"), .coordinate)
  let file = open(notes, O_WRONLY | O_CREAT | O_APPEND, 0o600)
  var index = 0
  while true {
    index += 1
    let end = noon.advanced(bySeconds: 3_600 + index % 3_600)
    var contents: [EntryContent] = []
    switch index % 4 {
    case 0:
      var beds = StatusStatement(.beds, facility: "bv-\(index % 9)", expires: end)
      beds.beds = ["icu": index % 6]
      contents.append(.status(beds))
    case 1: contents.append(.closure(ClosureNotice(.link("l-\(index % 50)"), until: end)))
    case 2:
      var notice = WeatherNotice("storm", until: end)
      notice.note = String(repeating: "mưa ", count: index % 200 + 1)
      contents.append(.weather(notice))
    default:
      let id = try CaseID()
      contents.append(.caseOpened(id, CaseOpening(need: "stroke", place: "bv-1")))
      contents.append(.caseStep(id, CaseStep(.called, at: "bv-2")))
      contents.append(.caseStep(id, .refusal(by: "bv-2", .noBed, until: end)))
    }
    for (part, content) in contents.enumerated() {
      let key = "\(name)-\(index)-\(part)"
      let entry = try await board.write(
        content, by: author, from: "kill-test", senderKey: key, received: noon)
      let line = Array("\(entry.number) \(entry.digest) \(key)\n".utf8)
      _ = line.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
    }
  }
}

/// Every acknowledged entry that is not there as it was acknowledged, among those behind a number.
func missing(_ lines: [Substring], _ store: any BoardStore) async throws -> [Substring] {
  var missing: [Substring] = []
  for line in lines {
    let parts = line.split(separator: " ").map(String.init)
    guard parts.count == 3, let number = Int(parts[0]), let entry = try await store.entry(number),
      entry.digest.description == parts[1], entry.senderKey == parts[2]
    else {
      missing.append(line)
      continue
    }
  }
  return missing
}

let arguments = CommandLine.arguments
if arguments.count == 6, arguments[1] == "write" {
  try await write(arguments[2], arguments[3], arguments[4], arguments[5])
}
guard arguments.count == 4, let times = Int(arguments[1]) else {
  print("usage: kill-test TIMES sqlite|postgresql TARGET")
  exit(64)
}
let (kind, target) = (arguments[2], arguments[3])
let notes = NSTemporaryDirectory() + "/tuyen-kill-\(getpid())"
var acknowledged = 0
var looked = 0
for round in 1...times {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
  process.arguments = ["write", kind, target, notes, "r\(round)-\(getpid())"]
  process.standardError = FileHandle.nullDevice
  try process.run()
  usleep(UInt32.random(in: 20_000...250_000))
  kill(process.processIdentifier, SIGKILL)
  process.waitUntilExit()
  let text = (try? String(contentsOfFile: notes, encoding: .utf8)) ?? ""
  // The last line may be half written: it was not yet acknowledged.
  let lines = text.split(separator: "\n").dropLast(text.hasSuffix("\n") ? 0 : 1)
  let store = try await store(kind, target)
  let lost = try await missing(Array(lines.dropFirst(looked)), store)
  guard lost.isEmpty else {
    print("round \(round): lost \(lost.prefix(5).joined(separator: "; "))")
    exit(1)
  }
  if !text.hasSuffix("\n"), !text.isEmpty {
    truncate(notes, off_t(text.utf8.count - (text.split(separator: "\n").last?.utf8.count ?? 0)))
  }
  looked = lines.count
  acknowledged = lines.count
  // The whole chain is dear; the end is looked at each time, all of it now and then.
  if round % 50 == 0 || round == times {
    let audit = try await JournalAudit(of: store)
    let replayed = try await Board.replayed(from: store, to: audit.head.number)
    var followed = Board()
    for number in stride(from: 0, to: audit.head.number, by: 137) {
      for entry in try await store.entries(after: number, limit: 137) { followed.take(entry) }
    }
    guard audit.misfits.isEmpty, replayed.statuses == followed.statuses,
      replayed.cases == followed.cases, replayed.number == followed.number
    else {
      print("round \(round): the replay differs")
      exit(1)
    }
    print("\(round) kills: \(acknowledged) acknowledged, \(audit.head.number) entries, chain whole")
  }
  await store.close()
}
unlink(notes)
