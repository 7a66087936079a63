import Answers
import Exchange
import Formats

/// What the command line calls things that a reader of an answer can do next.
enum CommandWording {
  /// The options or the command by which something is done.
  static func text(_ hint: Hint, _ language: Language) -> String? {
    switch hint {
    case .wholeList: language("--all để xem hết", "--all lists them")
    case .wholeAnswer: "--format json"
    case .crossings(let name):
      language(
        "cầu, phà thì dùng: tuyen search --crossings \"\(name)\"",
        "for the bridge or ferry: tuyen search --crossings \"\(name)\"")
    case .warnings: "tuyen check --all"
    case .apply: language("--apply để áp dụng", "--apply does it")
    case .undo: language("Hoàn lại: tuyen undo", "To take it back: tuyen undo")
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
}
