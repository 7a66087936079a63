extension Board {
  /// Whether somebody may write something: the one place that says so.
  ///
  /// - Parameters:
  ///   - content: What is to be written.
  ///   - principal: Who writes it.
  /// - Throws: `BoardError.forbidden` with the permission that is missing.
  public func require(
    _ content: EntryContent, of principal: Principal
  ) throws(BoardError) {
    switch content {
    case .status(let statement):
      try principal.require(.report, facility: statement.facility)
    case .closure, .weather, .caseOpened: try principal.require(.coordinate)
    case .caseStep(_, let step):
      switch step.kind {
      // A facility speaks for itself; a coordinator notes down what it says on the telephone.
      case .accepted, .refused, .arrived:
        if !principal.may(.coordinate) {
          try principal.require(.report, facility: step.facility)
        }
      case .called, .left, .ended, .reopened: try principal.require(.coordinate)
      }
    case .correction(let correction):
      if !principal.may(.edit) {
        try principal.require(.report, facility: correction.facility)
      }
    case .decision: try principal.require(.edit)
    case .undo(let notice): try requireUndo(notice.entry, of: principal)
    case .account, .key: try principal.require(.administer)
    // The service writes these of itself.
    case .signIn, .answer:
      guard principal.author == .system else { throw .forbidden(.administer) }
    }
  }

  /// The right to write an entry is the right to undo it, also one of somebody else.
  private func requireUndo(_ entry: Int, of principal: Principal) throws(BoardError) {
    switch effects[entry]?.effect {
    case .status(let facility): try principal.require(.report, facility: facility)
    case .closure, .weather, .opening: try principal.require(.coordinate)
    case .step(let id):
      let step = cases[id]?.steps.last { $0.entry == entry }?.step
      if let step { try require(.caseStep(id, step), of: principal) }
    case nil: break
    }
  }
}
