import Facts
import Formats

/// A mapping that is proposed from what a table was seen to hold: headings that are understood as they
/// are, and, marked as comments, what somebody has to decide.
///
///     # what,from,to
///     column,Tên cơ sở,name
///     # column,Tổng số giường bệnh năm 2025,beds
///     # value,kind:Bệnh viện hạng II,?  (12 rows; allowed: polyclinic, other, …)
struct MappingProposal {
  /// A word of a field that was not understood, or only in part.
  struct Word {
    var field: TableField
    var text: String
    var count: Int
  }

  private let header: TableHeader
  private let words: [Word]

  init(_ header: TableHeader, _ words: [Word]) {
    self.header = header
    self.words = words
  }

  /// The lines of the mapping.
  var text: String {
    let csv = CSVWriter()
    var lines = ["# what,from,to\n"]
    for (title, field) in zip(header.titles, header.fields) where !title.isEmpty {
      if field != .ignore {
        lines.append(csv.line(["column", title, field.name]))
      } else {
        let near = TableHeadings.near(title)?.name ?? "ignore"
        lines.append("# " + csv.line(["column", title, near]))
      }
    }
    for word in words {
      let allowed = TableWords.allowed(word.field).joined(separator: " ")
      lines.append("# \(word.count): \(allowed)\n")
      lines.append("# " + csv.line(["value", word.field.name + ":" + word.text, "?"]))
    }
    return lines.joined()
  }
}

extension TableHeadings {
  /// The field of the longest known heading that a heading holds as a phrase.
  ///
  /// "Tổng số giường bệnh năm 2025" holds "số giường"; only a person can tell whether it is meant.
  static func near(_ title: String) -> TableField? {
    let folded = " " + FoldedName(title).text + " "
    var best: (heading: String, field: TableField)?
    for (heading, field) in fields where heading.utf8.count >= 4 {
      guard folded.contains(" " + heading + " ") else { continue }
      if let old = best, (old.heading.utf8.count, old.heading) >= (heading.utf8.count, heading) {
        continue
      }
      best = (heading, field)
    }
    return best?.field
  }
}
