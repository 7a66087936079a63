/// Makes rows of a machine of a pattern of XML Schema, of ASCII letters, classes, groups,
/// alternatives and repetitions; of any other pattern it makes nothing.
///
///     PatternParser.rows(of: "[0-9]{4}(-[0-9]{2})?")
struct PatternParser {
  /// A state of the machine that is built first: it may be in many states at once (Thompson 1968,
  /// doi:10.1145/363347.363387).
  private struct State {
    /// The bytes that lead on, and whither.
    var bytes: [Bool] = []
    var next = 0
    /// States that are reached without a byte.
    var free: [Int] = []
  }

  private var rest: ArraySlice<UInt8>
  private var states: [State] = []
  private static let mostStates = 2_000

  /// The rows of a pattern's machine; nil where the pattern holds what is not known here.
  static func rows(of pattern: String) -> [(isFinal: Bool, next: [UInt8: Int])]? {
    guard pattern.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
    var parser = PatternParser(rest: Array(pattern.utf8)[...])
    guard let whole = parser.alternatives(), parser.rest.isEmpty else { return nil }
    return parser.rows(from: whole.start, to: whole.end)
  }

  private init(rest: ArraySlice<UInt8>) { self.rest = rest }

  /// The states between which a part of the pattern leads.
  private typealias Part = (start: Int, end: Int)

  private mutating func state() -> Int {
    states.append(State())
    return states.count - 1
  }

  private mutating func alternatives() -> Part? {
    guard var whole = sequence() else { return nil }
    while rest.first == UInt8(ascii: "|") {
      rest.removeFirst()
      guard let other = sequence() else { return nil }
      let (start, end) = (state(), state())
      states[start].free = [whole.start, other.start]
      states[whole.end].free.append(end)
      states[other.end].free.append(end)
      whole = (start, end)
    }
    return whole
  }

  private mutating func sequence() -> Part? {
    let start = state()
    var end = start
    while let byte = rest.first, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      let beginning = rest
      guard let part = atom() else { return nil }
      guard let last = repeated(part, writtenAt: beginning) else { return nil }
      states[end].free.append(last.start)
      end = last.end
      guard states.count < PatternParser.mostStates else { return nil }
    }
    return (start, end)
  }

  private mutating func atom() -> Part? {
    let byte = rest.removeFirst()
    switch byte {
    case UInt8(ascii: "("):
      guard let inner = alternatives(), rest.popFirst() == UInt8(ascii: ")") else { return nil }
      return inner
    case UInt8(ascii: "["): return group()
    case UInt8(ascii: "\\"):
      guard let escaped = escapedByte() else { return nil }
      return step { $0 == escaped }
    case let byte where PatternParser.special.contains(byte): return nil
    default: return step { $0 == byte }
    }
  }

  private static let special = Set(".?*+{}]^$&".utf8)

  /// The byte behind a backslash; nil for names of classes such as `\d`.
  private mutating func escapedByte() -> UInt8? {
    guard let byte = rest.popFirst(), "\\|.-^?*+{}()[]".utf8.contains(byte) else { return nil }
    return byte
  }

  private mutating func step(_ leads: (UInt8) -> Bool) -> Part {
    let (start, end) = (state(), state())
    states[start].bytes = (UInt8.min...UInt8.max).map(leads)
    states[start].next = end
    return (start, end)
  }

  /// A class of bytes such as `[A-Z0-9_\-]`.
  private mutating func group() -> Part? {
    var members = Set<UInt8>()
    guard rest.first != UInt8(ascii: "^") else { return nil }
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "]") {
        return members.isEmpty ? nil : step { members.contains($0) }
      }
      var first = byte
      if byte == UInt8(ascii: "\\") {
        guard let escaped = escapedByte() else { return nil }
        first = escaped
      } else if "[-&".utf8.contains(byte) {
        return nil
      }
      members.insert(first)
      guard rest.first == UInt8(ascii: "-") else { continue }
      rest.removeFirst()
      guard let last = rest.popFirst(), !"\\[]-".utf8.contains(last), first <= last else {
        return nil
      }
      members.formUnion(first...last)
    }
    return nil
  }

  /// A part as often as `?`, `*`, `+` or `{n}` behind it says.
  private mutating func repeated(_ part: Part, writtenAt beginning: ArraySlice<UInt8>) -> Part? {
    switch rest.first {
    case UInt8(ascii: "?"):
      rest.removeFirst()
      states[part.start].free.append(part.end)
      return enclosed(part)
    case UInt8(ascii: "*"), UInt8(ascii: "+"):
      let isOptional = rest.removeFirst() == UInt8(ascii: "*")
      let whole = enclosed(part)
      states[part.end].free.append(part.start)
      if isOptional { states[whole.start].free.append(whole.end) }
      return whole
    case UInt8(ascii: "{"):
      let written = beginning[beginning.startIndex..<rest.startIndex]
      rest.removeFirst()
      let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
      rest = rest.dropFirst(digits.count)
      guard let count = Int(String(decoding: digits, as: UTF8.self)), (1...100).contains(count),
        rest.popFirst() == UInt8(ascii: "}")
      else { return nil }
      let behind = rest
      var whole = part
      for _ in 1..<count {
        rest = written
        guard let again = atom() else { return nil }
        states[whole.end].free.append(again.start)
        whole.end = again.end
      }
      rest = behind
      return whole
    default: return part
    }
  }

  /// A part between two states of its own, so that what leads around it leads nowhere else.
  private mutating func enclosed(_ part: Part) -> Part {
    let (start, end) = (state(), state())
    states[start].free.append(part.start)
    states[part.end].free.append(end)
    return (start, end)
  }

  /// The rows of the machine that is in one row at a time: each is a set of states.
  private func rows(from start: Int, to end: Int) -> [(isFinal: Bool, next: [UInt8: Int])]? {
    var rows: [(isFinal: Bool, next: [UInt8: Int])] = []
    var numbers: [Set<Int>: Int] = [:]
    var pending: [Set<Int>] = []
    func number(_ set: Set<Int>) -> Int {
      if let known = numbers[set] { return known }
      numbers[set] = rows.count
      rows.append((set.contains(end), [:]))
      pending.append(set)
      return rows.count - 1
    }
    _ = number(closure([start]))
    var row = 0
    while row < pending.count {
      let set = pending[row]
      let leading = set.filter { !states[$0].bytes.isEmpty }
      var known: [[Int]: Int] = [:]
      for byte in UInt8(0x20)..<0x7F {
        let next = leading.filter { states[$0].bytes[Int(byte)] }.map { states[$0].next }
        if next.isEmpty { continue }
        let target = known[next] ?? number(closure(next))
        known[next] = target
        rows[row].next[byte] = target
      }
      guard rows.count < PatternParser.mostStates else { return nil }
      row += 1
    }
    return rows
  }

  /// The states that are reached from some without a byte.
  private func closure(_ some: [Int]) -> Set<Int> {
    var reached = Set(some)
    var pending = some
    while let state = pending.popLast() {
      for next in states[state].free where reached.insert(next).inserted { pending.append(next) }
    }
    return reached
  }
}
