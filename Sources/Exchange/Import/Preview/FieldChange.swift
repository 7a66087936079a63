import HealthNetwork

/// One value of a record that differs between two sides.
public struct FieldChange: Hashable, Sendable {
  /// The field: `name`, or `beds[total].value` for one of a list.
  public var field: String
  /// The value before; nil when there was none.
  public var old: String?
  /// The value after; nil when there is none.
  public var new: String?

  init(_ field: String, _ old: String?, _ new: String?) {
    self.field = field
    self.old = old
    self.new = new
  }

  /// Every value in which two outlines of one kind differ, in the order of the schema.
  ///
  /// - Complexity: O(*n* + *m*²), where *n* is the number of fields and *m* that of children.
  public static func between(
    _ old: RecordOutline, _ new: RecordOutline
  ) -> [FieldChange] {
    var changes: [FieldChange] = []
    collect(old, new, "", &changes)
    return changes
  }

  private static func collect(
    _ old: RecordOutline, _ new: RecordOutline, _ prefix: String, _ changes: inout [FieldChange]
  ) {
    for name in names(old.fields.map(\.name), new.fields.map(\.name)) {
      let before = old.fields.first { $0.name == name }?.value
      let after = new.fields.first { $0.name == name }?.value
      if before != after {
        changes.append(FieldChange(prefix + name, before?.description, after?.description))
      }
    }
    if old.text != new.text { changes.append(FieldChange(prefix + "text", old.text, new.text)) }
    for name in names(old.children.map(\.name), new.children.map(\.name)) {
      let before = old.children.filter { $0.name == name }
      let after = new.children.filter { $0.name == name }
      if before != after { collect(before, after, prefix + name, &changes) }
    }
  }

  /// Compares two lists of children of one name: by what tells them apart, else by their place.
  private static func collect(
    _ old: [RecordOutline], _ new: [RecordOutline], _ path: String,
    _ changes: inout [FieldChange]
  ) {
    var rest = new.enumerated().map { (offset: $0, child: $1, isTaken: false) }
    for (index, child) in old.enumerated() {
      let place = rest.firstIndex { other in
        guard !other.isTaken else { return false }
        guard let identity = child.identity else { return other.offset == index }
        return other.child.identity == identity
      }
      let label = "\(path)[\(child.identity ?? String(index + 1))]"
      guard let place else {
        changes.append(FieldChange(label, child.summary, nil))
        continue
      }
      rest[place].isTaken = true
      collect(child, rest[place].child, label + ".", &changes)
    }
    for other in rest where !other.isTaken {
      let label = "\(path)[\(other.child.identity ?? String(other.offset + 1))]"
      changes.append(FieldChange(label, nil, other.child.summary))
    }
  }

  /// Names of both sides, those of the older first.
  private static func names(_ old: [String], _ new: [String]) -> [String] {
    var seen: Set<String> = []
    return (old + new).filter { seen.insert($0).inserted }
  }
}

extension RecordOutline.Value: CustomStringConvertible {
  /// The value as text.
  public var description: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): number == number.rounded() ? "\(Int(number))" : "\(number)"
    case .flag(let flag): String(flag)
    }
  }
}

extension RecordOutline {
  /// All of it in one line.
  var summary: String {
    let own = fields.map { "\($0.name)=\($0.value)" } + (text.map { [$0] } ?? [])
    return (own + children.map { "\($0.name)(\($0.summary))" }).joined(separator: ", ")
  }
}
