import Formats

extension Board {
  /// Whether an entry may be undone: it did something, was not undone yet, and nothing rests on it.
  func checkUndo(_ notice: UndoNotice) throws(BoardError) {
    guard notice.entry <= number, notice.entry > 0 else { throw .unknownEntry(notice.entry) }
    guard let effect = effects[notice.entry]?.effect, let subject = subject(ofUndone: notice.entry)
    else {
      throw .notUndoable(
        notice.entry,
        Bilingual(
          "nó đã được hoàn tác, đã quá \(Board.daysKept) ngày, hoặc thuộc loại không hoàn tác được; "
            + "đính chính thì dùng cách riêng",
          "it is undone already, older than \(Board.daysKept) days, or of a kind that cannot be undone; a "
            + "correction has its own way"))
    }
    guard subject == notice.subject else {
      throw .invalid("subject", notice.subject, Bilingual(subject))
    }
    switch effect {
    case .status, .closure, .weather: break
    case .opening(let id):
      guard cases[id]?.steps.isEmpty == true else {
        throw .notUndoable(
          notice.entry,
          Bilingual("ca đã có bước tiếp theo", "the case has gone further; undo its steps first"))
      }
    case .step(let id):
      guard cases[id]?.steps.last?.entry == notice.entry else {
        throw .notUndoable(
          notice.entry,
          Bilingual(
            "không phải bước cuối của ca", "it is not the last step of its case; undo that first"))
      }
    }
  }

  /// The notice that undoes an entry.
  ///
  /// - Parameters:
  ///   - entry: The number of the entry.
  ///   - note: Why, in words.
  /// - Returns: The notice.
  /// - Throws: `BoardError` where the entry cannot be undone.
  public func undoing(_ entry: Int, note: String? = nil) throws(BoardError) -> UndoNotice {
    let notice = UndoNotice(of: entry, subject: subject(ofUndone: entry) ?? "", note: note)
    try checkUndo(notice)
    return notice
  }

  private func subject(ofUndone entry: Int) -> String? {
    switch effects[entry]?.effect {
    case .status(let facility): "facility/\(facility)"
    case .closure: closed[entry]?.notice.subject
    case .weather: "weather"
    case .opening(let id), .step(let id): "case/\(id)"
    case nil: nil
    }
  }

  /// Takes back what an entry did; it was checked before that it can be.
  mutating func undo(_ entry: Int) {
    switch effects.removeValue(forKey: entry)?.effect {
    case .status(let facility): reports.remove(entry, of: facility)
    case .closure: closed[entry] = nil
    case .weather: weathers[entry] = nil
    case .opening(let id): removeCase(id)
    case .step(let id): undoStep(entry, of: id)
    case nil: break
    }
  }
}
