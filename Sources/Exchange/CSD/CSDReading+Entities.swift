import Facts
import HealthNetwork

extension CSDReading {
  /// What every kind of entity says of itself.
  struct Entity {
    var entityID: String
    /// Our own id, where the document came from us.
    var ownID: String?
    var identifiers: [OtherIdentifier] = []
    /// Our own record, as far as CSD has no place for it.
    var own: ElementNode?
    var name = ""
    var nameEn: String?
    var names: [OtherName] = []
    /// What has no home in the record.
    var kept: [Extension] = []

    /// The identifiers with the entity's own, unless we made that.
    var allIdentifiers: [OtherIdentifier] {
      if ownID != nil && CSDCodes.isMade(entityID) { return identifiers }
      var own = OtherIdentifier()
      own.system = UniformIdentifier.system
      own.value = entityID
      return identifiers.contains(own) ? identifiers : [own] + identifiers
    }
  }

  /// Begins an entity, or reports that it has no id.
  mutating func entity(_ element: ElementNode, kind: String) -> Entity? {
    guard let entityID = element["entityID"].map(collapsingWhitespace), !entityID.isEmpty else {
      tally.add(
        Finding(
          "missing_entity_id", .error, kind: kind, at: origin(element),
          vi: "\(element.name) không có entityID nên không nhập được",
          en: "The \(element.name) has no entityID and cannot be imported"))
      return nil
    }
    return Entity(entityID: entityID)
  }

  /// Reads a child that all kinds of entity have; returns whether it was one.
  mutating func read(_ child: ElementNode, into entity: inout Entity, kind: String) -> Bool {
    switch child.name {
    case "otherID":
      guard let code = child["code"].map(collapsingWhitespace), !code.isEmpty,
        let authority = child["assigningAuthorityName"].map(collapsingWhitespace),
        !authority.isEmpty
      else { return true }
      if authority == ExchangeSchema.ownID {
        if CSDCodes.id(ofEntity: code) == code { entity.ownID = code }
        return true
      }
      var identifier = OtherIdentifier()
      identifier.system = held(authority, line: child.line)
      identifier.value = held(code, line: child.line)
      entity.identifiers.append(identifier)
    case "primaryName":
      if entity.name.isEmpty { entity.name = held(child.text, line: child.line) }
    case "otherName": readName(child, into: &entity, kind: kind)
    case "extension":
      guard child["urn"] == CSDCodes.ours, child["type"] == kind,
        let own = child.firstChild, own.namespace == CSDCodes.ours, own.name == kind
      else { return false }
      entity.own = own
    default: return false
    }
    return true
  }

  private mutating func readName(
    _ child: ElementNode, into entity: inout Entity, kind: String
  ) {
    guard let text = child.oneLineText else { return }
    let language = child["xml:lang"]?.lowercased() ?? ""
    if entity.nameEn == nil, language == "en" || language.hasPrefix("en-") {
      entity.nameEn = held(text, line: child.line)
      return
    }
    var name = OtherName()
    name.value = held(text, line: child.line)
    name.kind =
      OtherName.Kind.allCases.first { CSDCodes.language(of: $0) == language }
      ?? .alternative
    entity.names.append(name)
    if name.kind == .alternative && !["", "vi"].contains(language) {
      keep(child, in: &entity.kept, kind: kind)
    }
  }

  /// The name of an entity, whatever it is.
  mutating func settleName(_ entity: inout Entity, _ element: ElementNode, kind: String) {
    guard entity.name.isEmpty else { return }
    entity.name = entity.names.first?.value ?? entity.nameEn ?? entity.entityID
    tally.add(
      Finding(
        "name_missing", .odd, kind: kind, key: entity.ownID, at: origin(element),
        vi: "\(kind) không có primaryName; tạm gọi là \"\(entity.name)\"",
        en: "The \(kind) has no primaryName; it is called \"\(entity.name)\" for now"))
  }

  /// Keeps an element that has no home in a record, as it was written but for its moments: an offset
  /// that only was repaired is no change.
  mutating func keep(_ element: ElementNode, in kept: inout [Extension], kind: String) {
    var text = Extension()
    text.key = keptKey(element.name)
    if element.name == "record",
      element.attributes.contains(where: { SchemaTime.lacksColon($0.value) })
    {
      text.text = ElementMarkup.text(of: SchemaTime.repaired(DocumentElement(element)))
    } else {
      text.text = ElementMarkup.text(of: element, using: &markup)
    }
    kept.append(text)
    countKept(element.name, kind: kind, line: element.line)
  }

  /// An element that has no home in a record, as an extension of it.
  mutating func kept(_ element: DocumentElement, kind: String) -> Extension {
    var text = Extension()
    text.key = keptKey(element.name)
    text.text = ElementMarkup.text(of: element)
    countKept(element.name, kind: kind, line: element.line)
    return text
  }

  private mutating func countKept(_ name: String, kind: String, line: Int) {
    tally.count(
      "kept_as_extension", .note, name, kind: kind, line: line,
      vi: "\(name) của \(kind) không có chỗ trong mô hình; giữ nguyên trong extension",
      en: "\(name) of \(kind) has no place in the model; kept as extension")
  }

  /// What an extension is called that keeps an element of a name: one text for all of them.
  private mutating func keptKey(_ name: String) -> String {
    if let key = keptKeys[name] { return key }
    let key = CSDCodes.kept + name
    keptKeys[name] = key
    return key
  }

  /// A text as records hold it.
  mutating func held(_ text: String, line: Int) -> String {
    let single = collapsingWhitespace(text)
    guard single.utf8.count > 4_000, single.unicodeScalars.count > 4_000 else { return single }
    tally.count(
      "text_cut", .odd, "text", line: line, vi: "Chữ dài hơn 4000 ký tự; đã cắt",
      en: "A text is longer than 4000 characters; cut")
    return String(String.UnicodeScalarView(single.unicodeScalars.prefix(4_000)))
  }

  /// Where an element was written.
  func origin(_ element: ElementNode) -> Origin {
    Origin(document: 0, line: element.line)
  }

  /// What CSD says, with what our own record knows more of the same things.
  ///
  /// Where our own record lists anything, that is everything there was; what is gone from the
  /// document since is taken away, and what is new there added. The key is what CSD holds of an
  /// item; nil where CSD cannot hold it at all.
  func merged<Item>(
    _ said: [Item], with own: [Item], key: (Item) -> String?
  ) -> [Item] {
    if own.isEmpty { return said }
    let saidKeys = Set(said.compactMap(key))
    let ownKeys = Set(own.compactMap(key))
    return own.filter { item in key(item).map { saidKeys.contains($0) } ?? true }
      + said.filter { item in key(item).map { !ownKeys.contains($0) } ?? true }
  }
}

/// What CSD holds of things that our records know more of.
enum CSDKeys {
  static func name(_ name: OtherName) -> String? { name.kind.rawValue + " " + name.value }
  static func identifier(_ id: OtherIdentifier) -> String? { id.system + " " + id.value }
  static func contact(_ contact: Contact) -> String? { contact.kind.rawValue + " " + contact.value }

  static func window(_ window: ServiceWindow) -> String? {
    guard window.sessionsPerWeek == nil else { return nil }
    return [
      window.days ?? "-", window.opens.map { "\($0)" } ?? "-",
      window.closes.map { "\($0)" } ?? "-",
    ].joined(separator: " ")
  }
}
