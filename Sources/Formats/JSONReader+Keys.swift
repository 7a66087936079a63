import Files

extension JSONReader {
  mutating func key(_ first: UInt8) throws(DocumentError) -> JSONEvent {
    guard first == UInt8(ascii: "\"") else {
      throw malformed("found \(shown(first)); expected a key in quotation marks")
    }
    let key = try numberedKey()
    guard isNew(key) else {
      throw malformed("the key \"\(key.prefix(100))\" is there twice in one object")
    }
    guard try skipSpace() == UInt8(ascii: ":") else {
      throw malformed("expected a colon behind the key \"\(key.prefix(100))\"")
    }
    position += 1
    expected = .value
    return .key(key)
  }

  /// Reads a key and finds its number.
  private mutating func numberedKey() throws(DocumentError) -> String {
    if let number = knownKey() {
      keyNumber = number
      return known.texts[number]
    }
    let key = try string()
    var hash = JSONKeys.Hash()
    for byte in key.utf8 { hash.add(byte) }
    if let number = known.number(of: key.utf8Span.span, hash: hash.value) {
      keyNumber = number
    } else {
      keyNumber = known.add(key, hash: hash.value) ?? -1
    }
    return key
  }

  /// Whether the innermost object has no such key yet; notes it.
  private mutating func isNew(_ key: String) -> Bool {
    let innermost = open.count - 1
    guard keyNumber >= 0 else { return open[innermost].unnumbered.insert(key).inserted }
    let number = Int32(keyNumber)
    let first = open[innermost].firstKey
    guard keys.count - first >= JSONReader.mostSearched else {
      for place in first..<keys.count where keys[place] == number { return false }
      keys.append(number)
      return true
    }
    if open[innermost].many.isEmpty { open[innermost].many = Set(keys[first...]) }
    keys.append(number)
    return open[innermost].many.insert(number).inserted
  }

  /// Keys of an object beyond so many are looked up by their hashes.
  private static let mostSearched = 16
}
