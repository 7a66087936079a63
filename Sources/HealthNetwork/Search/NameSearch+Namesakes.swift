import Facts

/// Something that bears or bore the very name that was asked for.
struct Namesake {
  /// The place or facility.
  var subject: Named
  /// The name that is the one asked for.
  var name: String
  /// Whether the name was given with its type, or has none: "Phường Mỹ Tho", not "Mỹ Tho".
  var isWhole: Bool
}

extension NameSearch {
  /// Everything that bears or bore a name, with its type or without, in either geography.
  ///
  /// A word inside a name is no name; a name with another type is none either, but for facilities,
  /// whose types change: "TTYT Cái Nước" may be called "Trung tâm Y tế khu vực Cái Nước".
  ///
  /// - Parameters:
  ///   - name: A name, which what it lies in may follow without a comma: "cai nuoc ca mau".
  ///   - surroundings: The units that hold it, now or formerly.
  /// - Returns: Each thing once, in order of the records, places first.
  /// - Complexity: O(*k*), where *k* is the number of things of the name.
  func namesakes(of name: String, in surroundings: [String]) -> [Namesake] {
    let wanted = WantedText(name, in: index)
    guard !wanted.isEmpty else { return [] }
    let contexts = surroundings.map { WantedText($0, in: index) }.filter { !$0.isEmpty }
    let words = wanted.text.words[...]
    let bare = words.dropFirst(wanted.text.bareStart)
    var found = bearers(of: words, wanted, among: contexts) { _ in true }
    if found.isEmpty, wanted.text.namesFacility, !bare.isEmpty {
      found = bearers(of: bare, wanted, among: contexts) { index.texts.namesFacility($0) }
      // Of a hospital and a health centre of one town, the kind that was asked for.
      let kind = found.filter { index.isOfKind($0.entry, wanted.text.words) }
      if !kind.isEmpty { found = kind }
    }
    var length = words.count - 1
    while found.isEmpty, length > 0 {
      found = bearers(of: words.prefix(length), wanted, among: contexts) { entry in
        wanted.isHeld(by: [entry] + self.surroundings(of: index.entries[entry].subject))
      }
      length -= 1
    }
    var seen: Set<Named> = []
    return found.compactMap { entry, isWhole in
      let known = index.entries[entry]
      guard seen.insert(known.subject).inserted else { return nil }
      return Namesake(subject: known.subject, name: known.name, isWhole: isWhole)
    }
  }

  private func bearers(
    of words: ArraySlice<UInt32>, _ wanted: WantedText, among contexts: [WantedText],
    where accepts: (Int) -> Bool
  ) -> [(entry: Int, isWhole: Bool)] {
    guard !words.isEmpty else { return [] }
    // Names as they were typed come before those with more marks, of the name and of what it lies in.
    var found: [(entry: Int, isWhole: Bool, marks: (own: Int, around: Int))] = []
    for number in index.keys.entries(named: words) {
      let entry = Int(number)
      let isWhole = index.texts.words[index.texts.wordRange(entry)].elementsEqual(words)
      guard isWhole || index.texts.words[index.texts.bareRange(entry)].elementsEqual(words) else {
        continue
      }
      let own = wanted.marks(of: entry, spelling: words)
      guard own > 0, accepts(entry) else { continue }
      var around = 0
      if !contexts.isEmpty {
        let surroundings = surroundings(of: index.entries[entry].subject)
        guard contexts.allSatisfy({ $0.fits(anyOf: surroundings) }) else { continue }
        around = marks(of: contexts, among: surroundings)
      }
      found.append((entry, isWhole, (own, around)))
    }
    guard let best = found.map(\.marks).max(by: <) else { return [] }
    return found.filter { $0.marks == best }.map { ($0.entry, $0.isWhole) }
  }
}

extension NameIndex {
  /// Whether the name of an entry begins with the first two words of others.
  fileprivate func isOfKind(_ entry: Int, _ words: [UInt32]) -> Bool {
    texts.words[texts.wordRange(entry)].prefix(2).elementsEqual(words.prefix(2))
  }
}
