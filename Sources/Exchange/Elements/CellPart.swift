import HealthNetwork

/// A part of a record of which several stand in one cell of a sheet.
///
///     OtherName.parts(of: "former: Bệnh viện A {to=2017}; Bệnh viện B")
protocol CellPart: Sendable {
  /// How a label is told from a value.
  static var cellLabels: CellItem.Labels { get }
  /// The part as an item of a cell.
  var cellItem: CellItem { get }
  /// The part that an item says; nil where it is not understood.
  init?(_ item: CellItem)
}

extension CellPart {
  /// The cell of some parts; nil for none.
  static func cell(_ parts: [Self]) -> String? {
    CellItem.cell(parts.map(\.cellItem), labels: cellLabels)
  }

  /// The parts that a cell holds; nil where one of them is not understood.
  static func parts(of cell: String) -> [Self]? {
    var parts: [Self] = []
    for item in CellItem.items(cell, labels: cellLabels) {
      guard let part = Self(item) else { return nil }
      parts.append(part)
    }
    return parts
  }
}

extension TextField {
  /// Several parts in one cell.
  init<Part: CellPart>(
    _ name: String, parts path: any WritableKeyPath<Record, [Part]> & Sendable
  ) {
    self.init(name) {
      Part.cell($0[keyPath: path])
    } put: {
      guard let parts = Part.parts(of: $1) else { return false }
      $0[keyPath: path] = parts
      return true
    }
  }
}
