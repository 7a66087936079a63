import Files
import TestSupport
import Testing

@testable import XMLStream

/// The machines of patterns beside libxml2's own.
@Suite struct PatternMachinesTests {
  /// Every pattern of the exchange format's schema, and further ones of its kind.
  static let patterns = [
    "[A-Za-z0-9][A-Za-z0-9._:\\-]*",
    "[A-Za-z0-9][A-Za-z0-9._\\-]*:[A-Za-z0-9][A-Za-z0-9._\\-]*",
    "[a-z][a-z0-9\\-]*\\.[a-z][a-z0-9\\-]*(\\|[a-z][a-z0-9\\-]*\\.[a-z][a-z0-9\\-]*)*",
    "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?",
    "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+\\-][0-9]{2}:[0-9]{2})",
    "([01][0-9]|2[0-3]):[0-5][0-9]|24:00", "1?2?3?4?5?6?7?", "a*b*|(ab)+", "(a|b)*abb", "(a?b){3}",
    "((a|b)(c|d)?)*-?",
  ]

  @Test(arguments: patterns)
  func `a machine takes the texts that libxml2 takes, and no others`(pattern: String) throws {
    let schema = try XMLSchema(
      bytes: Array(
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType>
        <xs:sequence><xs:element name="a" maxOccurs="unbounded"><xs:complexType>
        <xs:attribute name="v"><xs:simpleType><xs:restriction base="xs:token">
        <xs:pattern value="\(pattern)"/></xs:restriction></xs:simpleType></xs:attribute>
        </xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element></xs:schema>
        """.utf8), name: "s.xsd")
    var machines = PatternMachines()
    let rows = try #require(PatternParser.rows(of: pattern))
    let made = machines.add(rows)
    let machine = try #require(made)
    var random = SeededRandom(seed: 5)
    let texts = (0..<800).map { _ in Self.text(like: pattern, &random) }
    let document =
      "<r>\n" + texts.map { "<a v=\"\($0)\"/>" }.joined(separator: "\n") + "\n</r>"
    var limits = XMLLimits()
    limits.errors = 10_000
    let refused = Set(problems(of: document, schema: schema, limits: limits).map(\.line))
    for (index, text) in texts.enumerated() {
      let isTaken = unsafe Array(text.utf8).withUnsafeBufferPointer {
        unsafe machines.takes($0, machine)
      }
      #expect(isTaken == !refused.contains(index + 2), "\"\(text)\" and \(pattern)")
    }
    #expect(!refused.isEmpty && refused.count < texts.count, "both kinds must be among the texts")
  }

  /// A text of letters that the pattern is about: each class of it replaced by one of its letters,
  /// and mostly a little wrong.
  private static func text(like pattern: String, _ random: inout SeededRandom) -> String {
    let letters = pattern.filter { !"[](){}*?\\<&\"".contains($0) } + "z09"
    let samples = [
      "2026-11-22T03:00:00+07:00", "2026-02-30", "23:59", "24:00", "gso-2025:26740",
      "stroke.lysis|a.b", "abb", "bababb", "bbb", "ababab", "abbab",
    ]
    var text: [Character] =
      Bool.random(using: &random)
      ? Array(samples.randomElement(using: &random) ?? "")
      : (0..<Int.random(in: 0...9, using: &random)).compactMap { _ in
        letters.randomElement(using: &random)
      }
    if Bool.random(using: &random), !text.isEmpty {
      text[Int.random(in: 0..<text.count, using: &random)] =
        letters.randomElement(using: &random) ?? "a"
    }
    return String(text)
  }

  @Test(arguments: ["a.b", "\\d+", "[^a]", "a{2,3}", "[a-z-[c]]", "ạ", "(a", "a)", "[", "a{0}"])
  func `of a pattern of another kind no machine is made`(pattern: String) {
    #expect(PatternParser.rows(of: pattern) == nil)
  }

  @Test func `a machine of words takes these words`() throws {
    var machines = PatternMachines()
    let made = machines.add(words: ["low", "lower", "Đột", ""])
    let machine = try #require(made)
    func takes(_ text: String) -> Bool {
      unsafe Array(text.utf8).withUnsafeBufferPointer { unsafe machines.takes($0, machine) }
    }
    for word in ["low", "lower", "Đột", ""] { #expect(takes(word)) }
    for word in ["lo", "lowe", "lowers", "Đ", "Low", " low"] { #expect(!takes(word)) }
  }
}
