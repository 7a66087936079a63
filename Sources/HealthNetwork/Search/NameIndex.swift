import Facts

/// The names of a network, ready to be searched on any day: made once, shared by all who ask.
///
/// Which entries hold a word is found by the word; which words hold some letters by two letters that
/// follow each other.
final class NameIndex: Sendable {
  /// A name of a place or facility.
  struct Entry: Sendable {
    var subject: Named
    var name: String
    /// Preference among things that fit equally well, whatever the day.
    var bonus: Int
    /// A further condition of the preference.
    var condition: Condition
  }

  /// The condition of a preference.
  enum Condition: Sendable {
    /// Whether a scheme is in force: the number of the scheme, or -1.
    case scheme(Int)
    /// Whether the day comes before another.
    case before(Day)
    /// Nothing.
    case none
  }

  /// The names, those of places first; the text of an entry has its number.
  let entries: [Entry]
  /// The texts of the names, and behind them those of addresses.
  let texts: IndexedTexts
  /// The words in order of letters.
  let wordsByRank: [UInt32]
  /// The place of each word in that order.
  let ranks: [UInt32]
  /// The entry of the own name of each place.
  let entryOfPlace: [Int]
  /// The text of the address of each facility, or -1.
  let addressTexts: [Int]
  /// The periods of the schemes.
  let schemes: [Period]
  /// The entries by their whole names.
  let keys: NameKeys

  private let firstPosting: [UInt32]
  private let postings: [UInt32]
  private let firstWordOfPair: [UInt32]
  private let wordsOfPair: [UInt32]

  /// Indexes the names of records.
  ///
  /// - Complexity: O(*n*), where *n* is the length of all names.
  init(_ records: NetworkRecords) {
    var builder = NameIndexBuilder(records)
    builder.addPlaces()
    builder.addFacilities()
    builder.addAddresses()
    entryOfPlace = builder.entryOfPlace
    addressTexts = builder.addressTexts
    schemes = records.schemes.map(\.record.period)
    entries = builder.entries
    builder.texts.finish()
    texts = builder.texts
    keys = NameKeys(texts, count: entries.count)
    let table = texts.table
    (wordsByRank, ranks) = table.ranks()
    (firstPosting, postings) = NameIndex.grouped(builder.postings, groups: table.count)
    var pairs: [(group: UInt32, member: UInt32)] = []
    for word in 0..<UInt32(table.count) where firstPosting[Int(word)] < firstPosting[Int(word) + 1]
    {
      var seen: [UInt32] = []
      NameIndex.visitPairs(table.letters(of: word)) { pair in
        guard !seen.contains(pair) else { return }
        seen.append(pair)
        pairs.append((pair, word))
      }
    }
    (firstWordOfPair, wordsOfPair) = NameIndex.grouped(pairs, groups: NameIndex.pairCount)
  }

  /// Calls for each entry of which a word holds some letters; for some entries more than once.
  func visitEntries(holding letters: String, _ visit: (Int) -> Void) {
    let wanted = Array(letters.utf8)
    func visitWord(_ word: UInt32) {
      let range = Int(firstPosting[Int(word)])..<Int(firstPosting[Int(word) + 1])
      guard !range.isEmpty, NameIndex.holds(texts.table.letters(of: word), wanted) else { return }
      for place in range { visit(Int(postings[place])) }
    }
    var rarest: Range<Int>?
    NameIndex.visitPairs(wanted[...]) { pair in
      let range = Int(firstWordOfPair[Int(pair)])..<Int(firstWordOfPair[Int(pair) + 1])
      if range.count < rarest?.count ?? Int.max { rarest = range }
    }
    if let rarest {
      for place in rarest { visitWord(wordsOfPair[place]) }
    } else {
      for word in 0..<UInt32(texts.table.count) { visitWord(word) }
    }
  }

  private static let pairCount = 1 << 11

  private static func visitPairs(_ letters: ArraySlice<UInt8>, _ visit: (UInt32) -> Void) {
    for (first, second) in zip(letters, letters.dropFirst()) {
      visit((UInt32(first) &* 37 &+ UInt32(second)) & UInt32(pairCount - 1))
    }
  }

  private static func holds(_ letters: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
    var start = letters.startIndex
    while letters.endIndex - start >= wanted.count {
      if letters[start..<(start + wanted.count)].elementsEqual(wanted) { return true }
      start += 1
    }
    return false
  }

  private static func grouped(
    _ pairs: [(group: UInt32, member: UInt32)], groups: Int
  ) -> (first: [UInt32], members: [UInt32]) {
    var first = [UInt32](repeating: 0, count: groups + 1)
    for pair in pairs { first[Int(pair.group) + 1] += 1 }
    for group in 0..<groups { first[group + 1] += first[group] }
    var next = first
    var members = [UInt32](repeating: 0, count: pairs.count)
    for pair in pairs {
      members[Int(next[Int(pair.group)])] = pair.member
      next[Int(pair.group)] += 1
    }
    return (first, members)
  }
}

/// Gathers the names of records.
private struct NameIndexBuilder {
  let records: NetworkRecords
  var entries: [NameIndex.Entry] = []
  var texts = IndexedTexts()
  var postings: [(group: UInt32, member: UInt32)] = []
  var entryOfPlace: [Int] = []
  var addressTexts: [Int] = []

  init(_ records: NetworkRecords) {
    self.records = records
    entries.reserveCapacity(2 * (records.places.count + records.facilities.count))
  }

  mutating func addPlaces() {
    var schemes: [String: Int] = [:]
    for (number, scheme) in records.schemes.enumerated() { schemes[scheme.record.id] = number }
    for index in records.places.indices {
      entryOfPlace.append(entries.count)
      let condition = NameIndex.Condition.scheme(schemes[records.places[index].record.scheme] ?? -1)
      let bonus = 2 + records.places[index].record.level.order
      func addName(_ name: String, _ bonus: Int) {
        add(
          NameIndex.Entry(
            subject: .place(PlaceIndex(index)), name: name, bonus: bonus, condition: condition))
      }
      addName(records.places[index].record.name, bonus)
      // Whatever it is called besides.
      if let name = records.places[index].record.nameEn { addName(name, bonus - 1) }
      for other in records.places[index].record.names { addName(other.value, bonus - 1) }
    }
  }

  mutating func addFacilities() {
    for index in records.facilities.indices {
      let closed = records.facilities[index].record.closed
      let isPlaced = records.facilities[index].record.position.precision != .rule
      let bonus = (isPlaced ? 1 : 0) + (closed == nil ? 2 : 0)
      let condition = closed.map { NameIndex.Condition.before($0.start) } ?? .none
      func addName(_ name: String, _ bonus: Int) {
        add(
          NameIndex.Entry(
            subject: .facility(FacilityIndex(index)), name: name, bonus: bonus, condition: condition
          ))
      }
      addName(records.facilities[index].record.name, bonus)
      if let name = records.facilities[index].record.nameEn { addName(name, bonus - 1) }
      for other in records.facilities[index].record.names where other.kind != .planned {
        addName(other.value, bonus - 1)
      }
    }
  }

  mutating func addAddresses() {
    for index in records.facilities.indices {
      guard let address = records.facilities[index].record.address else {
        addressTexts.append(-1)
        continue
      }
      addressTexts.append(texts.count)
      _ = texts.append(address)
    }
  }

  private mutating func add(_ entry: NameIndex.Entry) {
    let number = UInt32(entries.count)
    entries.append(entry)
    for word in texts.append(entry.name) { postings.append((word, number)) }
  }
}
