import Testing
import XMLStream

/// A report's page as a reader of XML finds it.
struct ReadPage {
  /// The tables by name, each with its rows of cells, heads left out.
  var tables: [(name: String, caption: String, rows: [[String]])] = []
  var texts: [String] = []
  var links: [String] = []
  var ids: [String] = []
  var elements: [String: Int] = [:]
  var picturesWithTitle = 0
  var language: String?

  /// Reads a page; its first line, which XML readers of untrusted text refuse, is left out.
  init(_ text: String) throws {
    let mark = "<!DOCTYPE html>\n"
    #expect(text.hasPrefix(mark))
    var reader = try XMLReader(
      bytes: Array(text.dropFirst(mark.count).utf8), path: "index.html",
      names: XMLNames(["data-sheet", "href", "id", "lang"]), schema: nil)
    var isInHead = false
    var open: [String] = []
    while try reader.next() != .endOfDocument {
      switch reader.event {
      case .start:
        let name = reader.nameString
        if name == "title", open.last == "svg" { picturesWithTitle += 1 }
        open.append(name)
        elements[name, default: 0] += 1
        if let link = reader.attribute(1) { links.append(link) }
        if let id = reader.attribute(2) { ids.append(id) }
        if name == "html" { language = reader.attribute(3) }
        if name == "table" { tables.append((reader.attribute(0) ?? "", "", [])) }
        if name == "thead" { isInHead = true }
        if name == "tr", !isInHead { tables[tables.count - 1].rows.append([]) }
        if name == "td" || name == "th", !isInHead {
          tables[tables.count - 1].rows[tables[tables.count - 1].rows.count - 1].append("")
        }
      case .end:
        let name = open.removeLast()
        if name == "thead" { isInHead = false }
      case .text:
        texts.append(reader.text)
        if open.last == "caption" { tables[tables.count - 1].caption = reader.text }
        if open.last == "td" || open.last == "th", !isInHead {
          let row = tables[tables.count - 1].rows.count - 1
          let cell = tables[tables.count - 1].rows[row].count - 1
          tables[tables.count - 1].rows[row][cell] = reader.text
        }
      default: break
      }
    }
  }

  func rows(_ name: String) throws -> [[String]] {
    try #require(tables.first { $0.name == name }).rows
  }
}
