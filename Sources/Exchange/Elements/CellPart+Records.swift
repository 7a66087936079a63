import Facts
import HealthNetwork

extension CellItem.Labels {
  /// The words of a choice.
  fileprivate static func choices<Choice: CaseIterable & RawRepresentable>(
    of type: Choice.Type
  ) -> CellItem.Labels where Choice.RawValue == String {
    .words(Set(Choice.allCases.map(\.rawValue)))
  }
}

/// `former: Bệnh viện A {to=2017}`; without a word it is another name.
extension OtherName: CellPart {
  static let cellLabels = CellItem.Labels.choices(of: Kind.self)

  var cellItem: CellItem {
    CellItem(
      value, label: kind == .alternative ? nil : kind.rawValue, OtherName.textFields, of: self)
  }

  init?(_ item: CellItem) {
    self.init()
    value = item.value
    if let label = item.label {
      guard let kind = Kind(rawValue: label) else { return nil }
      self.kind = kind
    }
    guard item.apply(OtherName.textFields, to: &self) else { return nil }
  }
}

/// `emergency: 0290 3831 015 {confidence=medium}`, letter by letter.
extension Contact: CellPart {
  static let cellLabels = CellItem.Labels.choices(of: Kind.self)

  var cellItem: CellItem {
    var item = CellItem(value, label: kind.rawValue, Contact.textFields, of: self)
    // A text that would be taken for several numbers is one.
    item.isQuoted = TelephoneText(value).lines.count != 1
    return item
  }

  init?(_ item: CellItem) {
    self.init()
    value = item.value
    guard let kind = item.label.flatMap(Kind.init(rawValue:)) else { return nil }
    self.kind = kind
    guard item.apply(Contact.textFields, to: &self) else { return nil }
  }
}

/// `moh=79013`.
extension OtherIdentifier: CellPart {
  static let cellLabels = CellItem.Labels.keys

  var cellItem: CellItem { CellItem(value, label: system) }

  init?(_ item: CellItem) {
    guard let label = item.label, item.fields.isEmpty else { return nil }
    self.init()
    system = label
    value = item.value
  }
}

/// `vn.example.file=a text`.
extension Extension: CellPart {
  static let cellLabels = CellItem.Labels.keys

  var cellItem: CellItem { CellItem(text, label: key) }

  init?(_ item: CellItem) {
    guard let label = item.label, item.fields.isEmpty else { return nil }
    self.init()
    key = label
    text = item.value
  }
}

/// `gso-2025:96 {basis=rule: by its point}`.
extension Placement: CellPart {
  static let cellLabels = CellItem.Labels.none

  var cellItem: CellItem { CellItem(place, Placement.textFields, of: self) }

  init?(_ item: CellItem) {
    self.init()
    place = item.value
    guard item.apply(Placement.textFields, to: &self) else { return nil }
  }
}

/// `supporter: bv-cho-ray {from=2024}`.
extension Member: CellPart {
  static let cellLabels = CellItem.Labels.choices(of: Role.self)

  var cellItem: CellItem { CellItem(ref, label: role.rawValue, Member.textFields, of: self) }

  init?(_ item: CellItem) {
    self.init()
    ref = item.value
    guard let role = item.label.flatMap(Role.init(rawValue:)) else { return nil }
    self.role = role
    guard item.apply(Member.textFields, to: &self) else { return nil }
  }
}

/// `stroke.thrombolysis {name=…}`, or `specialty: stroke`, or a name alone: `{name=…}`.
extension Topic: CellPart {
  static let cellLabels = CellItem.Labels.words(["specialty"])

  private static let allFields: [TextField<Topic>] =
    [TextField("specialty", \.specialty), TextField("name", \.name)] + textFields

  var cellItem: CellItem {
    var rest = self
    if capability == nil { rest.specialty = nil }
    return CellItem(
      capability ?? specialty ?? "",
      label: capability == nil && specialty != nil ? "specialty" : nil, Topic.allFields, of: rest)
  }

  init?(_ item: CellItem) {
    self.init()
    if item.label == "specialty" {
      specialty = item.value
    } else if !item.value.isEmpty {
      capability = item.value
    }
    guard item.apply(Topic.allFields, to: &self) else { return nil }
  }
}

/// `Nguyễn Văn A {role=Giám đốc; ref=bv-cho-ray}`.
extension Person: CellPart {
  static let cellLabels = CellItem.Labels.none

  private static let textFields: [TextField<Person>] = [
    TextField("role", required: \.role), TextField("ref", \.ref), TextField("note", \.note),
  ]

  var cellItem: CellItem { CellItem(name, Person.textFields, of: self) }

  init?(_ item: CellItem) {
    self.init()
    name = item.value
    guard !name.isEmpty, item.apply(Person.textFields, to: &self) else { return nil }
  }
}

/// `2026-07-21 {every=hằng năm}`, or how often alone: `{every=hằng năm}`.
extension Review: CellPart {
  static let cellLabels = CellItem.Labels.none

  private static let textFields: [TextField<Review>] = [
    TextField("every", \.every), TextField("note", \.note),
  ]

  var cellItem: CellItem { CellItem(date?.description ?? "", Review.textFields, of: self) }

  init?(_ item: CellItem) {
    self.init()
    if !item.value.isEmpty {
      date = PartialDate(item.value)
      guard date != nil else { return nil }
    }
    guard item.apply(Review.textFields, to: &self) else { return nil }
  }
}

/// `12345 07:30-16:30`, `3 sessions a week {note=…}`.
extension ServiceWindow: CellPart {
  static let cellLabels = CellItem.Labels.none

  var cellItem: CellItem {
    var words: [String] = []
    if let days { words.append(days) }
    if let sessionsPerWeek { words.append("\(sessionsPerWeek) sessions a week") }
    if let opens, let closes {
      words.append(ServiceWindow.time(opens) + "-" + ServiceWindow.time(closes))
    }
    if words.isEmpty { words = ["1234567"] }
    return CellItem(words.joined(separator: " "), ServiceWindow.textFields, of: self)
  }

  init?(_ item: CellItem) {
    self.init()
    var words = item.value.split(separator: " ").map(String.init)[...]
    while let word = words.popFirst() {
      if words.starts(with: ["sessions", "a", "week"]), let count = Int(word) {
        sessionsPerWeek = count
        words = words.dropFirst(3)
      } else if word.contains(":") {
        let times = word.split(separator: "-").map { ServiceWindow.minute($0) }
        guard times.count == 2, let opens = times[0], let closes = times[1] else { return nil }
        (self.opens, self.closes) = (opens, closes)
      } else {
        guard word.allSatisfy({ ("1"..."7").contains($0) }) else { return nil }
        // All seven days are every day, of which nothing need be said.
        days = word == "1234567" ? nil : word
      }
    }
    guard item.apply(ServiceWindow.textFields, to: &self) else { return nil }
  }

  private static func time(_ minute: Int) -> String {
    padded(minute / 60, to: 2) + ":" + padded(minute % 60, to: 2)
  }

  private static func minute(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":").map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...24).contains(hour),
      (0...59).contains(minute), hour * 60 + minute <= 1_440
    else { return nil }
    return hour * 60 + minute
  }
}
