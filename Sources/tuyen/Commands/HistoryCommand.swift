import ArgumentParser
import Exchange
import Facts
import Formats
import HealthNetwork

/// Where each value of a record comes from.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Where each value of a record comes from; without a record, what was imported.",
    discussion: """
      FACT is the key of a record: the id of a facility, FACILITY/CAPABILITY for a
      statement, SCHEME:CODE for a place. Each value has the import, file, source and
      date it came with, or the document it stands in.

      Examples:
        tuyen history
        tuyen history bv-cho-ray
        tuyen history bv-cho-ray/stroke.lysis --format json
        tuyen history bv-cho-ray --field tier
      """)

  @OptionGroup var networkOptions: NetworkOptions

  @Argument(help: ArgumentHelp("The key of a record.", valueName: "fact"))
  var fact: String?

  @Option(help: ArgumentHelp("Only one field.", valueName: "field"))
  var field: String?

  @Option(help: "How to print: table, json or csv.")
  var format = TabularFormat.table

  func run() throws {
    try tuyen.run { () throws(Failure) in
      guard let fact else {
        let entries = ImportHistory(of: networkOptions.path).entries
        try list(entries)
        leave(found: !entries.isEmpty)
      }
      let folder = try NetworkOptions.load(networkOptions.path)
      let history: FactHistory
      do throws(ExchangeFailure) {
        history = try FactHistory(of: fact, in: folder, at: networkOptions.path)
      } catch {
        throw .data(error.description)
      }
      guard !history.records.isEmpty else {
        throw .usage("no record has the key \"\(fact)\"; try: tuyen search \"\(fact)\"")
      }
      leave(found: try print(history))
    }
  }

  private func list(_ entries: [HistoryEntry]) throws(Failure) {
    let language = networkOptions.lang
    var rows = Table(
      "rows",
      [
        .init("import", language("Lần", "Import"), .right),
        .init("applied", language("Lúc", "Applied")), .init("format", language("Dạng", "Format")),
        .init("file", language("Tệp", "File")),
        .init("documents", language("Tài liệu đã đổi", "Documents changed")),
      ])
    for entry in entries {
      let documents = entry.documents.map(\.path).joined(separator: ", ")
      for source in entry.sources {
        rows.add([
          .init(entry.number), .init(entry.applied.description),
          .init(source.format.rawValue), .init(source.path), .init(documents),
        ])
      }
    }
    try rows.write(as: format)
  }

  /// Prints the values; returns whether there were any.
  private func print(_ history: FactHistory) throws(Failure) -> Bool {
    let language = networkOptions.lang
    var rows = Table(
      "rows",
      [
        .init("kind", language("Loại", "Kind")), .init("field", language("Trường", "Field")),
        .init("value", language("Giá trị", "Value")),
        .init("replaced", language("Thay cho", "Replaced")),
        .init("import", language("Lần nhập", "Import"), .right),
        .init("applied", language("Lúc", "Applied")),
        .init("file", language("Từ tệp", "From file")),
        .init("source", language("Nguồn", "Source")),
        .init("asserted", language("Ngày", "Asserted")),
        .init("confidence", language("Tin cậy", "Confidence")),
        .init("gone", language("Đã rút ở lần", "Gone with import"), .right),
      ])
    for record in history.records {
      for value in record.values {
        if let field, value.field != field, !value.field.hasPrefix(field + "[") { continue }
        let file =
          value.entry?.sources.map(\.path).joined(separator: ", ")
          ?? record.place.map { "\($0.document):\($0.line)" }
        rows.add([
          .init(record.kind), .init(value.field), .init(value.value), .init(value.replaced),
          .init(value.entry?.number), .init(value.entry?.applied.description), .init(file),
          .init(value.provenance.source), .init(value.provenance.asserted?.description),
          .init(value.provenance.confidence?.rawValue), .init(record.goneWith?.number),
        ])
      }
    }
    try rows.write(as: format)
    return !rows.isEmpty
  }
}
