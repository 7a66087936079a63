/// The address of a client, as it is counted.
enum ClientAddress {
  /// The network that an address stands for: itself, or the 64 bits that one customer of IPv6 is given, so
  /// that nobody is as many clients as they have addresses.
  ///
  /// - Parameter text: The address; what is none is counted as it is written.
  /// - Returns: The text to count by.
  static func counted(_ text: String) -> String {
    guard text.contains(":"), let groups = groups(of: text) else { return text }
    // An address of IPv4 that came over a socket of IPv6.
    if groups[..<5].allSatisfy({ $0 == 0 }), groups[5] == 0xFFFF {
      return [groups[6] >> 8, groups[6] & 0xFF, groups[7] >> 8, groups[7] & 0xFF]
        .map { String($0) }.joined(separator: ".")
    }
    return groups[..<4].map { String($0, radix: 16) }.joined(separator: ":") + "::/64"
  }

  /// The eight groups of an address of IPv6 (RFC 4291); nil for anything else.
  private static func groups(of text: String) -> [Int]? {
    var bare = text[...]
    if bare.first == "[", bare.last == "]" { bare = bare.dropFirst().dropLast() }
    // The name of an interface stands behind a percent sign.
    let sides = bare.prefix { $0 != "%" }.split(
      separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
    guard sides.count <= 2, let first = sides.first, let left = numbers(of: first) else {
      return nil
    }
    guard sides.count == 2 else { return left.count == 8 ? left : nil }
    guard let right = numbers(of: sides[1]), left.count + right.count < 8 else { return nil }
    return left + [Int](repeating: 0, count: 8 - left.count - right.count) + right
  }

  private static func numbers(of text: Substring) -> [Int]? {
    if text.isEmpty { return [] }
    var numbers: [Int] = []
    for part in text.split(separator: ":", omittingEmptySubsequences: false) {
      if part.contains(".") {
        let bytes = part.split(separator: ".").compactMap { UInt8($0) }
        guard bytes.count == 4 else { return nil }
        numbers += [Int(bytes[0]) << 8 | Int(bytes[1]), Int(bytes[2]) << 8 | Int(bytes[3])]
      } else {
        guard (1...4).contains(part.count), let number = Int(part, radix: 16), number >= 0 else {
          return nil
        }
        numbers.append(number)
      }
    }
    return numbers
  }
}
