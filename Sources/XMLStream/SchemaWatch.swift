/// Holds a document to ``SchemaRules`` while it is parsed.
struct SchemaWatch: ~Copyable {
  private let rules: SchemaRules?
  /// Whether the document may break the schema.
  private(set) var isDoubtful = false
  private var open = Buffer<OpenKind>(capacity: 64)

  /// An open element: its kind, and how far its content has come.
  private struct OpenKind: BitwiseCopyable {
    var kind: Int32
    /// The part that its last child was.
    var part: Int32 = 0
    /// Whether that part was there.
    var isThere = false
  }

  init(_ rules: SchemaRules?) { self.rules = rules }

  /// An element begins: `name` is the code of its name.
  mutating func start(_ name: Int32) {
    guard let rules, !isDoubtful else { return }
    guard open.count > 0 else {
      isDoubtful = Int(name) != rules.root.name
      open.append(OpenKind(kind: Int32(rules.root.kind)))
      return
    }
    var parent = open[open.count - 1]
    let parts = rules.kinds[Int(parent.kind)].parts
    switch rules.kinds[Int(parent.kind)].content {
    case .choice:
      for part in parts where part.name == name {
        open.append(OpenKind(kind: part.kind))
        return
      }
    case .sequence:
      var place = Int(parent.part)
      while place < parts.count {
        let part = parts[place]
        if part.name == name {
          guard part.isRepeated || !parent.isThere else { break }
          parent.part = Int32(place)
          parent.isThere = true
          open[open.count - 1] = parent
          open.append(OpenKind(kind: part.kind))
          return
        }
        guard !part.isRequired || parent.isThere else { break }
        parent.isThere = false
        place += 1
      }
    case .nothing, .text: break
    }
    isDoubtful = true
  }

  /// The attributes of the element that began last.
  mutating func check(
    _ attributes: borrowing Buffer<Attribute>, from first: Int, _ bytes: UnsafePointer<UInt8>
  ) {
    guard let rules, !isDoubtful, open.count > 0 else { return }
    let kind = Int(open[open.count - 1].kind)
    var required = 0
    for i in first..<attributes.count {
      let attribute = attributes[i]
      let name = Int(attribute.name)
      // Attributes in namespaces have no code: those of XML Schema itself change its rules.
      guard name >= 0, case let rule = rules.kinds[kind].attributes[name],
        rule != SchemaRules.absent,
        unsafe rules.surelyHolds(
          UnsafeBufferPointer(
            start: bytes + Int(attribute.valueStart), count: Int(attribute.valueCount)), Int(rule))
      else {
        isDoubtful = true
        return
      }
      if rules.kinds[kind].isRequired[name] { required += 1 }
    }
    if required != rules.kinds[kind].requiredCount { isDoubtful = true }
  }

  /// A text stands in the element that is open.
  mutating func characters(isBlank: Bool) {
    guard let rules, !isDoubtful, open.count > 0 else { return }
    switch rules.kinds[Int(open[open.count - 1].kind)].content {
    case .text: return
    case .sequence, .choice: if !isBlank { isDoubtful = true }
    case .nothing: isDoubtful = true
    }
  }

  /// An element ends.
  mutating func end() {
    guard let rules, !isDoubtful, open.count > 0 else { return }
    let last = open[open.count - 1]
    open.truncate(to: open.count - 1)
    guard rules.kinds[Int(last.kind)].content == .sequence else { return }
    let parts = rules.kinds[Int(last.kind)].parts
    var isThere = last.isThere
    var place = Int(last.part)
    while place < parts.count {
      if parts[place].isRequired && !isThere { isDoubtful = true }
      isThere = false
      place += 1
    }
  }
}
