import Answers
import Exchange
import Formats

/// The words of the command line for things that a reader of an answer can do next.
enum CommandWording {
  /// The options or the command by which something is done.
  static func text(_ hint: Hint, _ language: Language) -> String? {
    switch hint {
    case .wholeList: language("--all để xem hết", "--all lists them")
    case .wholeAnswer: "--format json"
    case .allRows: "--all"
    case .moreLosses: language("--top N để xem", "--top N lists them")
    case .moreCommunes: language("--top N, hoặc --format csv", "--top N, or --format csv")
    case .everyCommune: language("--format json liệt kê đủ", "--format json lists all")
    case .unknownHospitals:
      language(
        "--all liệt kê cả bệnh viện chưa ai nói gì",
        "--all lists hospitals of which nobody said anything")
    case .privateFacilities: "--with-private"
    case .scenarioFile:
      language("--format xml ghi thành tệp kịch bản", "--format xml writes it as a scenario")
    case .fewerCandidates: language("thu hẹp --candidates", "narrow --candidates")
    case .crossings(let name):
      language(
        "cầu, phà thì dùng: tuyen search --crossings \"\(name)\"",
        "for the bridge or ferry: tuyen search --crossings \"\(name)\"")
    case .warnings: "tuyen check --all"
    case .apply: language("--apply để áp dụng", "--apply does it")
    case .undo: language("Hoàn lại: tuyen undo", "To take it back: tuyen undo")
    case .again: nil
    case .settle(.correctPoints): language("--fix để sửa", "--fix corrects it")
    case .settle(.link(let id, let known)):
      language("nếu đúng: --link \(id)=\(known)", "if so: --link \(id)=\(known)")
    case .settle(.linkAll):
      language(
        "nối bằng --link trước khi áp dụng", "link them with --link before applying")
    case .settle(.allowMassDelete):
      language(
        "nếu đúng, thêm --allow-mass-delete", "if that is right, add --allow-mass-delete")
    case .settle(.mapColumn): language("khai trong --mapping", "tell it in --mapping")
    }
  }

  /// A command with the options of fields, as a shell reads it back.
  ///
  /// - Parameters:
  ///   - start: The command and its first words.
  ///   - fields: The fields; those with the value "true" are flags.
  /// - Returns: The line.
  static func command(_ start: String, _ fields: QuestionFields) -> String {
    fields.all.reduce(start) { line, field in
      let option = line + " " + OptionName.of(field.name)
      return field.value == "true" ? option : option + " " + quoted(field.value)
    }
  }

  /// A word as a shell reads it back.
  private static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0)
          || "-_./:+,=".unicodeScalars.contains($0)
      }
    if isPlain { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: #"'\''"#) + "'"
  }
}
