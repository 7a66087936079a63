import Answers
import Files
import Formats

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The folder of a report: it appears as a whole, in place of a former report or of nothing.
struct ReportFolder {
  /// The list of the files of a report; by it a former report is known.
  static let list = "report.json"
  private static let kind = "tuyen-report"

  private let path: String

  init(_ path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  private var files: FileManager { FileManager.default }

  /// Refuses a folder that holds anything but a former report.
  func check() throws(Failure) {
    if (try? files.destinationOfSymbolicLink(atPath: path)) != nil {
      throw refusal(
        "--out \(path) là liên kết, không bao giờ bị thay; hãy nêu chính thư mục",
        "--out \(path) is a link, which is never replaced; name the folder itself")
    }
    var isFolder = false
    guard files.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard isFolder else {
      throw refusal(
        "--out \(path) là tệp; hãy nêu một thư mục chưa có",
        "--out \(path) is a file; name a folder that is not there yet")
    }
    guard let names = try? files.contentsOfDirectory(atPath: path).sorted() else {
      throw refusal(
        "không đọc được --out \(path)",
        "--out \(path) cannot be read")
    }
    if names.isEmpty { return }
    guard let known = ReportFolder.formerFiles(in: path) else {
      throw refusal(
        "--out \(path) có tệp mà không phải báo cáo cũ; hãy nêu thư mục khác, hoặc dọn trống",
        "--out \(path) holds files, and is no former report; name another folder, or empty it")
    }
    if let foreign = names.first(where: { !known.contains($0) }) {
      throw refusal(
        "--out \(path) là báo cáo cũ, nhưng \(foreign) trong đó không thuộc báo cáo và sẽ mất; "
          + "hãy dời nó đi, hoặc nêu thư mục khác",
        "--out \(path) is a former report, but \(foreign) in it is not of it and would be lost; "
          + "move it away, or name another folder")
    }
  }

  private func refusal(_ vi: String, _ en: String) -> Failure {
    .output(Language.ofCommand(vi, en))
  }

  /// Writes the files beside the folder, then puts them in its place.
  func write(_ report: [ReportFile]) throws(Failure) {
    try check()
    let made = sibling("new")
    try? files.removeItem(atPath: made)
    do throws(Failure) {
      try OutputFiles.makeFolder(made)
      for file in report + [ReportFolder.list(of: report)] {
        try OutputFiles.write(Array(file.text.utf8), to: made + "/" + file.name)
      }
      try replace(by: made)
    } catch {
      try? files.removeItem(atPath: made)
      throw error
    }
  }

  /// Puts a finished folder in the place; the former one is taken away last.
  private func replace(by made: String) throws(Failure) {
    let former = sibling("old")
    try? files.removeItem(atPath: former)
    let isThere = files.fileExists(atPath: path)
    do {
      if isThere { try files.moveItem(atPath: path, toPath: former) }
    } catch {
      throw refusal(
        "--out \(path): không dời được báo cáo cũ",
        "--out \(path): the former report cannot be moved away")
    }
    do {
      try files.moveItem(atPath: made, toPath: path)
    } catch {
      if isThere { try? files.moveItem(atPath: former, toPath: path) }
      throw refusal(
        "--out \(path): không đặt được báo cáo vào đó",
        "--out \(path): the report cannot be put there")
    }
    try? files.removeItem(atPath: former)
  }

  /// A name beside the folder, on the same disk, that nobody else takes.
  private func sibling(_ role: String) -> String {
    let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let process = ProcessInfo.processInfo.processIdentifier
    return path[..<cut] + ".\(path[cut...]).\(role)-\(process)"
  }

  private static func list(of report: [ReportFile]) -> ReportFile {
    ReportFile(
      name: list,
      text: JSONValue.object([
        "kind": .string(kind),
        "files": .array((report.map(\.name) + [list]).sorted().map { .string($0) }),
      ]).text())
  }

  /// The files of a former report; nil when the folder is none.
  private static func formerFiles(in path: String) -> Set<String>? {
    struct List: Decodable {
      var kind: String
      var files: [String]
    }
    guard let data = try? Data(contentsOf: URL(filePath: path + "/" + list)),
      let list = try? JSONDecoder().decode(List.self, from: data), list.kind == kind
    else { return nil }
    return Set(list.files)
  }
}
