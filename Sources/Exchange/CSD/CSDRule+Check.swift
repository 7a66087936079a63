extension CSDRule {
  /// Tells what an element breaks, everything in it included.
  func check(_ element: ElementNode, kind: String, _ tally: inout FindingTally) {
    for index in attributes.indices {
      let attribute = attributes[index]
      // Any text will do: its value need not be looked at.
      if case .text = attribute.value, attribute.code >= 0, element.has(code: attribute.code) {
        continue
      }
      guard let value = element[attribute.name] else {
        if attribute.isRequired { missing("@" + attribute.name, element, kind, &tally) }
        continue
      }
      if !attribute.value.holds(value) { wrong("@" + attribute.name, value, element, kind, &tally) }
    }
    if !isOpen, !element.attributeCodes.allSatisfy({ isKnown(code: $0) }) {
      for attribute in element.attributes where !isKnown(attribute.name) {
        tally.breach(
          "unknown_attribute", "\(element.name)/@\(attribute.name)", kind: kind, line: element.line,
          vi: "\(element.name) có thuộc tính \(attribute.name) mà CSD không biết; bỏ qua",
          en: "\(element.name) has the attribute \(attribute.name), unknown to CSD; passed over")
      }
    }
    if let value {
      if case .text = value {
        // Any text will do.
      } else if !value.holds(element.text) {
        wrong(element.name, element.text, element, kind, &tally)
      }
    } else if !isOpen && element.oneLineText != nil {
      tally.breach(
        "text_out_of_place", element.name, kind: kind, line: element.line,
        vi: "\(element.name) chứa chữ; CSD muốn thuộc tính",
        en: "\(element.name) holds a text; CSD wants attributes")
    }
    if value == nil || !isOpen { checkParts(element, kind, &tally) }
  }

  private func checkParts(
    _ element: ElementNode, _ kind: String, _ tally: inout FindingTally
  ) {
    if isOpen { return }
    var last = 0
    var seen: UInt32 = 0
    for child in element.children {
      guard child.code >= 0, let index = part(code: child.code) else {
        tally.breach(
          "unknown_element", "\(element.name)/\(child.name)", kind: kind, line: child.line,
          vi: "\(child.name) không có chỗ trong \(element.name); bỏ qua",
          en: "\(child.name) has no place in \(element.name); passed over")
        continue
      }
      if index < last {
        tally.breach(
          "element_order", "\(element.name)/\(child.name)", kind: kind, line: child.line,
          vi: "\(child.name) đứng sai chỗ trong \(element.name); vẫn đọc",
          en: "\(child.name) stands in the wrong place in \(element.name); read all the same")
      }
      last = max(last, index)
      let isAgain = seen & (1 << index) != 0 || (isChoice && seen != 0)
      if isAgain && !parts[index].isRepeated {
        tally.breach(
          "repeated_element", "\(element.name)/\(child.name)", kind: kind, line: child.line,
          vi: "\(element.name) có nhiều \(child.name); chỉ đọc cái đầu",
          en: "\(element.name) has more than one \(child.name); the first is read")
      }
      seen |= 1 << index
      parts[index].rule.check(child, kind: kind, &tally)
    }
    for index in parts.indices where parts[index].isRequired && seen & (1 << index) == 0 {
      missing(parts[index].name, element, kind, &tally)
    }
    if isChoice && seen == 0 { missing(parts[0].name, element, kind, &tally) }
  }

  /// The element with nothing in it that the rule does not know, each part in its place; nil where
  /// it lacks what it must have, or has a value that is none.
  func normalised(_ element: DocumentElement) -> DocumentElement? {
    var result = element
    for attribute in attributes {
      guard let value = element[attribute.name] else {
        if attribute.isRequired { return nil }
        continue
      }
      if !attribute.value.holds(value) { return nil }
    }
    // Another namespace's attributes would need a prefix.
    result.attributes.removeAll { (!isOpen && !isKnown($0.name)) || $0.name.hasPrefix("{") }
    if let value {
      if case .text = value {
        // Any text will do.
      } else if !value.holds(element.text) {
        return nil
      }
      result.children = []
      return result
    }
    result.text = ""
    if isOpen {
      // Schema CSD lets an extension hold one element.
      result.children = Array(element.children.prefix(1))
      return result
    }
    result.children = []
    for part in parts {
      let kept = element.children.lazy.filter { $0.namespace == nil && $0.name == part.name }
        .compactMap { part.rule.normalised($0) }
      result.children += part.isRepeated ? Array(kept) : Array(kept.prefix(1))
      if part.isRequired && result.children.last?.name != part.name { return nil }
      if isChoice && !result.children.isEmpty { return result }
    }
    return isChoice ? nil : result
  }

  private func isKnown(code: Int16) -> Bool {
    code >= 0 && attributes.contains { $0.code == code }
  }

  private func isKnown(_ name: String) -> Bool {
    attributes.contains { $0.name == name }
  }

  private func missing(
    _ what: String, _ element: ElementNode, _ kind: String, _ tally: inout FindingTally
  ) {
    tally.breach(
      "missing_part", "\(element.name)/\(what)", kind: kind, line: element.line,
      vi: "\(element.name) thiếu \(what)", en: "\(element.name) lacks \(what)")
  }

  private func wrong(
    _ what: String, _ value: String, _ element: ElementNode, _ kind: String,
    _ tally: inout FindingTally
  ) {
    if SchemaTime.withColon(value) != nil {
      tally.breach(
        "time_zone_without_colon", "\(element.name)/\(what)", kind: kind, line: element.line,
        vi: "\(what) của \(element.name) viết múi giờ không có dấu hai chấm (+0000); đã sửa",
        en: "\(what) of \(element.name) has an offset without a colon (+0000); repaired")
    } else {
      let shown = String(value.prefix(60))
      tally.breach(
        "value_not_valid", "\(element.name)/\(what)", kind: kind, line: element.line,
        vi: "\(what) của \(element.name) là \"\(shown)\", không đọc được",
        en: "\(what) of \(element.name) is \"\(shown)\", which cannot be read")
    }
  }
}
