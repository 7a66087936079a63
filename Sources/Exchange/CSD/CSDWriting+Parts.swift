import Facts
import HealthNetwork

extension CSDWriting {
  /// The elements of CSD that a record keeps, in a form that may be written, and its other
  /// extensions.
  struct Kept {
    var elements: [DocumentElement] = []
    var others: [Extension] = []

    func named(_ name: String) -> [DocumentElement] { elements.filter { $0.name == name } }
  }

  /// Parts the extensions of a record.
  mutating func kept(_ extensions: [Extension], kind: String) -> Kept {
    var kept = Kept()
    var texts: [String] = []
    for candidate in extensions {
      if candidate.key == CSDCodes.kept + "serviceDirectory" { continue }
      if candidate.key.hasPrefix(CSDCodes.kept) {
        texts.append(candidate.text)
      } else if kind != "party" || candidate.key != UniformIdentifier.system {
        kept.others.append(candidate)
      }
    }
    let elements = ElementMarkup.elements(
      in: texts, names: CSDCodes.names, namespace: CSDCodes.namespace)
    kept.elements = elements.compactMap { CSDGrammar.normalised($0, of: kind) }
    if kept.elements.count < texts.count {
      losses.count(
        "not_valid", .odd, kind, kind: kind, line: 0,
        vi: "Có phần CSD giữ trong extension không hợp lệ nên không được xuất",
        en: "Some element of CSD that an extension keeps is not valid and is not written")
    }
    return kept
  }

  /// The extension that holds what CSD has no place for.
  mutating func own(_ rest: some NetworkRecord, kind: String) -> DocumentElement {
    let record = DocumentElement(rest)
    let names =
      record.attributes.map(\.name).filter { $0 != "kind" && $0 != "id" }
      + Set(record.children.map(\.name)).sorted().map { "\(kind).\($0)" }
    for name in names where kind != "capability" {
      // A part is "facility.beds", a single value the heading that it has in tables.
      let words =
        (name.contains(".") ? RecordNames.inSentence(name) : nil)
        ?? ColumnTitles.inSentence(name, of: kind)
      losses.count(
        "only_in_extension", .note, kind + "/" + name, kind: kind, line: 0,
        vi: "CSD không có chỗ cho \(words.vi); chỉ Tuyến đọc lại được",
        en: "CSD has no place for \(words.en); only Tuyến reads it back")
    }
    var element = DocumentElement("extension", ["type": kind, "urn": CSDCodes.ours])
    element.children = [record]
    return element
  }

  /// The names of an entity besides its first.
  func nameElements(
    _ nameEn: String?, _ names: [OtherName], _ kept: Kept
  ) -> [DocumentElement] {
    var elements: [DocumentElement] = []
    if let nameEn { elements.append(DocumentElement("otherName", ["xml:lang": "en"], nameEn)) }
    let texts = Set(kept.named("otherName").map(\.text))
    for name in names where name.kind != .alternative || !texts.contains(name.value) {
      elements.append(
        DocumentElement(
          "otherName", ["xml:lang": CSDCodes.language(of: name.kind)], name.value))
    }
    return elements
  }

  /// Whether a list of names has nothing that CSD cannot hold.
  func isPlain(_ names: [OtherName]) -> Bool {
    names.allSatisfy { name in
      var plain = OtherName()
      plain.kind = name.kind
      plain.value = name.value
      return plain == name
    }
  }

  /// The id of an entity of ours, where its entity does not tell it.
  func ownID(_ id: String, entityID: String) -> [DocumentElement] {
    CSDCodes.id(ofEntity: entityID) == id
      ? []
      : [DocumentElement("otherID", ["code": id, "assigningAuthorityName": ExchangeSchema.ownID])]
  }

  /// When an entity was last said to be so, and whether it works.
  func record(_ asserted: PartialDate?, works: Facility.Activity = .active, _ kept: Kept)
    -> DocumentElement
  {
    let status =
      switch works {
      case .active: "Active"
      case .inactive: "Inactive"
      case .unconfirmed: "Unconfirmed"
      }
    let updated =
      asserted.map { "\($0.start)T00:00:00\(network.header.zone)" }
      ?? CSDCodes.unknownTime
    guard var record = kept.named("record").first else {
      return DocumentElement(
        "record", ["created": updated, "updated": updated, "status": status])
    }
    for index in record.attributes.indices {
      let value = record.attributes[index].value
      switch record.attributes[index].name {
      case "updated":
        if PartialDate(String(value.prefix(10))) != asserted {
          record.attributes[index].value = updated
        }
      case "status":
        if CSDCodes.activity(ofStatus: value) != works { record.attributes[index].value = status }
      default: continue
      }
    }
    return record
  }

  /// The entity of a kind of record of ours.
  func entityID(_ kind: String, _ id: String) -> String {
    CSDCodes.entityID(network: network.header.id, kind: kind, id: id)
  }
}
