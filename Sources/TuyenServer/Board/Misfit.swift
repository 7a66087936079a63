import Board
import Formats

/// A correction or closure of the journal that does not fit the network as it was loaded, and so counts
/// for nothing: somebody must look at it.
struct Misfit {
  /// The entry.
  let entry: Int
  /// `closure` or `correction`.
  let kind: String
  /// The fault and the next step, in the language asked for.
  let text: String

  /// For programs.
  var json: JSONValue {
    .object(["entry": .integer(entry), "kind": .string(kind), "text": .string(text)])
  }
}

extension Call {
  /// The entries of the journal that do not fit the network.
  var misfits: [Misfit] {
    state.misfits.map { entry in
      guard let closure = state.board.closed(by: entry) else {
        return Misfit(
          entry: entry, kind: "correction",
          text: language(
            "đính chính số \(entry) không còn khớp mạng lưới đang dùng nên không được tính; hãy rút "
              + "và đề nghị lại",
            "correction \(entry) does not fit the network in use any more, and does not count; undo "
              + "it and propose it anew"))
      }
      let name = closure.notice.target.words(language)
      return Misfit(
        entry: entry, kind: "closure",
        text: language(
          "mục \(entry) đóng \(name), nhưng mạng lưới đang dùng không có đoạn đường nào như vậy nên "
            + "không đóng gì; hãy rút và báo lại",
          "entry \(entry) closes \(name), of which the network in use has no link, so it closes "
            + "nothing; undo it and report it anew"))
    }
  }
}

extension ClosureNotice.Target {
  /// The closed thing, in words.
  fileprivate func words(_ language: Language) -> String {
    switch self {
    case .crossing(let name): "\"\(name)\""
    case .link(let id): language("đoạn đường \"\(id)\"", "the link \"\(id)\"")
    case .place(let reference): language("nơi \"\(reference)\"", "the place \"\(reference)\"")
    case .box: language("một vùng", "an area")
    }
  }
}
