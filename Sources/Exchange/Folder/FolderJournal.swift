import Columns
import Files
import XMLStream

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A change of several files of a folder that happens as a whole, or not at all.
///
/// Everything that is to be written lies on the disk before the journal does; the journal then takes
/// its place in one step, and from that step on the change has happened: whoever comes next, this
/// process or a later one, carries out what is left of it. Carrying it out twice does no harm.
struct FolderJournal {
  /// One step.
  enum Step: Hashable {
    /// A staged file takes the place of a document.
    case write(staged: String, document: String)
    /// A document goes.
    case remove(document: String)
    /// A mark of the history changes its name.
    case mark(from: String, to: String)
  }

  /// The folder of the network, without a slash at its end.
  let root: String
  var steps: [Step] = []

  /// The folder of what this software keeps with a network.
  static func privateFolder(of root: String) -> String { root + "/.tuyen" }
  private static func path(of root: String) -> String { privateFolder(of: root) + "/journal" }
  private static let title = "tuyen journal 1"

  /// Makes the change happen; only one that holds the folder's lock may.
  func commit() throws(FileError) {
    var lines = [FolderJournal.title]
    for step in steps {
      switch step {
      case .write(let staged, let document): lines.append("write\t\(staged)\t\(document)")
      case .remove(let document): lines.append("remove\t\(document)")
      case .mark(let from, let to): lines.append("mark\t\(from)\t\(to)")
      }
    }
    KillPoint.pass()
    try ReplacedFile.write(
      Array((lines + ["end", ""]).joined(separator: "\n").utf8), to: FolderJournal.path(of: root))
    try carryOut()
  }

  /// Carries out what an interrupted change left undone.
  static func recover(_ root: String) throws(ExchangeFailure) {
    // A look that costs nothing where there is nothing to do.
    guard FileManager.default.fileExists(atPath: path(of: root)) else { return }
    do throws(FileError) {
      let lock = try lock(root)
      // Another process may have done it while this one waited.
      if FileManager.default.fileExists(atPath: path(of: root)) {
        try FolderJournal(reading: root).carryOut()
      }
      _ = consume lock
    } catch {
      throw ExchangeFailure(errors: [
        DocumentError(
          kind: .unreadable, path: root, line: 0,
          message: "an import into this folder was interrupted and cannot be completed: \(error)")
      ])
    }
  }

  /// The right to change the folder.
  static func lock(_ root: String) throws(FileError) -> FolderLock {
    try FolderLock(path: privateFolder(of: root) + "/lock")
  }

  init(root: String) { self.root = root }

  /// Reads the journal of a folder, which may come from anywhere: nothing in it may reach outside.
  private init(reading root: String) throws(FileError) {
    self.root = root
    let path = FolderJournal.path(of: root)
    guard let file = Column<UInt8>(file: path), file.count < 1 << 24 else {
      throw FileError(.unreadable, path: path, "cannot be read")
    }
    let lines = String(decoding: file.array, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.first == FolderJournal.title, lines.dropLast().last == "end" else {
      throw FileError(.damaged, path: path, "is no journal of this software; remove it")
    }
    for line in lines.dropFirst().dropLast(2) {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch parts.first {
      case "write" where parts.count == 3:
        steps.append(.write(staged: parts[1], document: parts[2]))
      case "remove" where parts.count == 2: steps.append(.remove(document: parts[1]))
      case "mark" where parts.count == 3: steps.append(.mark(from: parts[1], to: parts[2]))
      default: throw FileError(.damaged, path: path, "has a line that means nothing: \(line)")
      }
    }
    for step in steps where !isWithin(step) {
      throw FileError(.damaged, path: path, "would reach outside the folder; remove it")
    }
  }

  private func isWithin(_ step: Step) -> Bool {
    switch step {
    case .write(let staged, let document):
      FolderJournal.isKept(staged) && FolderJournal.isDocument(document, in: root)
    case .remove(let document): FolderJournal.isDocument(document, in: root)
    case .mark(let from, let to): FolderJournal.isKept(from) && FolderJournal.isKept(to)
    }
  }

  /// Whether a path names what the history keeps.
  private static func isKept(_ path: String) -> Bool {
    path.hasPrefix("history/") && isPlain(path)
  }

  /// Whether a path names a document within a folder, through no link.
  static func isDocument(_ path: String, in root: String) -> Bool {
    guard path.hasSuffix(".xml"), isPlain(path) else { return false }
    guard path.split(separator: "/").allSatisfy({ !$0.hasPrefix(".") }) else { return false }
    let real = URL(filePath: root).resolvingSymlinksInPath().path
    let target = URL(filePath: root + "/" + path).resolvingSymlinksInPath().path
    return target.hasPrefix(real.hasSuffix("/") ? real : real + "/")
  }

  private static func isPlain(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.utf8.contains { $0 < 0x20 }
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0 != "." && $0 != ".."
      }
  }

  private func carryOut() throws(FileError) {
    let kept = FolderJournal.privateFolder(of: root) + "/"
    for step in steps {
      KillPoint.pass()
      switch step {
      case .write(let staged, let document):
        guard let bytes = Column<UInt8>(file: kept + staged) else {
          throw FileError(.unreadable, path: kept + staged, "cannot be read")
        }
        let path = root + "/" + document
        let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        makeFolder(parent.joined(separator: "/"))
        sweep(path)
        try ReplacedFile.write(bytes.array, to: path)
      case .remove(let document):
        sweep(root + "/" + document)
        try DurableFolder.remove(root + "/" + document)
      case .mark(let from, let to):
        if FileManager.default.fileExists(atPath: kept + from) {
          try DurableFolder.rename(kept + from, to: kept + to)
        }
      }
    }
    KillPoint.pass()
    try DurableFolder.remove(FolderJournal.path(of: root))
    KillPoint.pass()
  }

  private func makeFolder(_ path: String) {
    // Where it cannot be made, writing the file says so.
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// Takes away halves of a file that a killed process left beside it.
  private func sweep(_ path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    let prefix = (parts.last ?? "") + ".tmp-"
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasPrefix(prefix) {
      try? FileManager.default.removeItem(atPath: folder + "/" + name)
    }
  }
}
