/// The rule of the value of an attribute.
struct ValueRule: Sendable {
  /// The type that it restricts.
  enum Base: Sendable {
    case text, token, decimal, whole, truth
    /// Words of another rule, parted by white space.
    case list(of: Int)
  }

  var base: Base
  /// The machine of its pattern or of its choices.
  var machine: PatternMachines.Machine?
  var least = -Double.infinity
  var most = Double.infinity
  var excludesLeast = false
  /// Characters, or words of a list.
  var fewest = 0
  var longest = Int.max

  init(_ base: Base) { self.base = base }
}

extension SchemaRules {
  /// Whether a value surely is as its rule wants it.
  func surelyHolds(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch values[index].base {
    case .text: return true
    case .token:
      guard unsafe Lexical.spacing(of: bytes).isTokens else { return false }
      return unsafe surelyHolds(token: bytes, values[index])
    case .decimal: return unsafe surelyHolds(decimal: bytes, values[index])
    case .whole: return unsafe surelyHolds(whole: bytes, values[index])
    case .truth:
      if bytes.count == 1 { return unsafe bytes[0] == 0x30 || bytes[0] == 0x31 }
      return unsafe Lexical.bool(bytes) != nil && (bytes[0] == 0x74 || bytes[0] == 0x66)
        && bytes[bytes.count - 1] == 0x65
    case .list(let word): return unsafe surelyHolds(list: bytes, of: word, values[index])
    }
  }

  private func surelyHolds(token bytes: UnsafeBufferPointer<UInt8>, _ rule: ValueRule) -> Bool {
    if let machine = rule.machine {
      guard unsafe machines.takes(bytes, machine) else { return false }
    }
    // A character has a byte or more.
    if rule.fewest > 0,
      bytes.count < rule.fewest || rule.fewest > 1 && bytes.count < rule.fewest * 4
    {
      return false
    }
    return unsafe bytes.count <= rule.longest || Self.characters(bytes) <= rule.longest
  }

  private static func characters(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for i in 0..<bytes.count {
      if unsafe bytes[i] & 0xC0 != 0x80 { count += 1 }
    }
    return count
  }

  /// Fifteen digits are exact as `Double`; with more a number must lie well within its bounds.
  private func surelyHolds(decimal bytes: UnsafeBufferPointer<UInt8>, _ rule: ValueRule) -> Bool {
    var digits = 0
    var decimals = -1
    var isZero = true
    for i in 0..<bytes.count {
      let byte = unsafe bytes[i]
      switch byte {
      case 0x30...0x39:
        digits += 1
        if decimals >= 0 { decimals += 1 }
        if byte != 0x30 { isZero = false }
      case 0x2E:
        guard digits > 0, decimals < 0 else { return false }
        decimals = 0
      case 0x2D where i == 0: continue
      default: return false
      }
    }
    guard digits > 0, digits <= 20, decimals != 0, let number = unsafe Lexical.double(bytes) else {
      return false
    }
    if isZero, unsafe bytes[0] == 0x2D { return false }
    if digits > 15 { return number > rule.least && number < rule.most }
    return (rule.excludesLeast ? number > rule.least : number >= rule.least)
      && number <= rule.most
  }

  private func surelyHolds(whole bytes: UnsafeBufferPointer<UInt8>, _ rule: ValueRule) -> Bool {
    guard bytes.count > 0, bytes.count <= 10 else { return false }
    var number = 0
    let isNegative = unsafe bytes[0] == 0x2D
    let first = isNegative ? 1 : 0
    guard bytes.count > first, bytes.count - first <= 10 else { return false }
    for i in first..<bytes.count {
      let byte = unsafe bytes[i]
      guard byte >= 0x30, byte <= 0x39 else { return false }
      number = number * 10 + Int(byte - 0x30)
    }
    // XML Schema's int has 32 bits.
    guard number <= Int(Int32.max), !isNegative || number > 0 else { return false }
    let value = Double(isNegative ? -number : number)
    return (rule.excludesLeast ? value > rule.least : value >= rule.least) && value <= rule.most
  }

  private func surelyHolds(
    list bytes: UnsafeBufferPointer<UInt8>, of word: Int, _ rule: ValueRule
  ) -> Bool {
    guard bytes.count > 0 else { return rule.fewest == 0 }
    guard unsafe Lexical.spacing(of: bytes).isTokens else { return false }
    var words = 0
    var start = 0
    for i in 0...bytes.count {
      guard unsafe i == bytes.count || bytes[i] == 0x20 else { continue }
      let part = unsafe UnsafeBufferPointer(rebasing: bytes[start..<i])
      guard unsafe surelyHolds(part, word) else { return false }
      words += 1
      start = i + 1
    }
    return words >= rule.fewest && words <= rule.longest
  }
}
