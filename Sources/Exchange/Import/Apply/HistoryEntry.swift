import Columns
public import Facts
import Files
import XMLStream

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One import that was applied to a network, as the folder of the network remembers it.
///
/// Each lies in a folder of its own under `.tuyen/history`: the documents as they were (`old`), the
/// change and its undoing as deltas (`change.xml`, `undo.xml`), and a list of it all (`entry`).
public struct HistoryEntry: Sendable {
  /// A document that the import changed.
  public struct Document: Hashable, Sendable {
    /// Its path within the folder.
    public var path: String
    /// Whether the import made it.
    public var isNew: Bool
    /// The digest of its bytes after the import.
    public var digest: String
  }

  /// A file that was imported.
  public struct Source: Hashable, Sendable {
    /// Its format.
    public var format: DocumentFormat
    /// Its path, as it was given.
    public var path: String
    /// The digest of its bytes.
    public var digest: String
  }

  /// Its number, from 1.
  public internal(set) var number: Int
  /// When it was applied.
  public internal(set) var applied: Instant
  /// What was imported, in order.
  public internal(set) var sources: [Source]
  /// Which documents changed.
  public internal(set) var documents: [Document]

  private static let title = "tuyen import 1"

  /// Its text, as it is kept.
  var text: String {
    var lines = [HistoryEntry.title, "applied\t\(applied)"]
    for source in sources {
      let path = String(source.path.map { $0.isNewline || $0 == "\t" ? "?" : $0 })
      lines.append("from\t\(source.format.rawValue)\t\(source.digest)\t\(path)")
    }
    for document in documents {
      let what = document.isNew ? "created" : "replaced"
      lines.append("\(what)\t\(document.digest)\t\(document.path)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  init(number: Int, applied: Instant, sources: [Source], documents: [Document]) {
    self.number = number
    self.applied = applied
    self.sources = sources
    self.documents = documents
  }

  /// Reads what was kept; nil where it is not understood.
  init?(number: Int, text: String) {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard lines.first == [HistoryEntry.title], lines.count > 1, lines[1].count == 2,
      let applied = Instant(lines[1][1])
    else { return nil }
    self.init(number: number, applied: applied, sources: [], documents: [])
    for line in lines.dropFirst(2) {
      switch line.first {
      case "from" where line.count == 4:
        let format = DocumentFormat(rawValue: line[1])
        sources.append(Source(format: format, path: line[3], digest: line[2]))
      case "created" where line.count == 3, "replaced" where line.count == 3:
        documents.append(
          Document(path: line[2], isNew: line[0] == "created", digest: line[1]))
      default: return nil
      }
    }
  }

  /// The folder of an import, within what is kept with the network.
  static func folder(_ number: Int) -> String { "history/" + padded(number, to: 6) }

  /// The digest of a file's bytes; nil where there is no such file.
  static func digest(ofFile path: String) -> String? {
    guard FileStamp(path: path) != nil else { return nil }
    var digest = ContentDigest()
    digest.add("", file: path)
    return digest.text
  }

  /// The digest of bytes that are not in a file yet.
  static func digest(of bytes: [UInt8]) -> String {
    var digest = ContentDigest()
    digest.add("", bytes: bytes)
    return digest.text
  }
}

/// The imports that were applied to the network of a folder and not undone.
public struct ImportHistory: Sendable {
  /// The folder of the network, without a slash at its end.
  public let root: String
  /// The imports, in order.
  public let entries: [HistoryEntry]

  /// Looks at the history of a network.
  ///
  /// - Parameter path: The folder of the network.
  public init(of path: String) {
    var root = path
    while root.count > 1, root.hasSuffix("/") { root.removeLast() }
    self.root = root
    let folder = FolderJournal.privateFolder(of: root) + "/history"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    entries = names.sorted().compactMap { name in
      guard let number = Int(name), number > 0,
        let file = Column<UInt8>(file: folder + "/" + name + "/entry"), file.count < 1 << 24
      else { return nil }
      return HistoryEntry(number: number, text: String(decoding: file.array, as: UTF8.self))
    }
  }

  /// The path of a file that is kept of an import.
  func path(_ name: String, of entry: HistoryEntry) -> String {
    FolderJournal.privateFolder(of: root) + "/" + HistoryEntry.folder(entry.number) + "/" + name
  }
}
