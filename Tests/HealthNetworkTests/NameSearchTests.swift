import Exchange
import Facts
import Foundation
import HealthNetwork
import TestSupport
import Testing

/// The search by numbers of words against the plain one by letters, on the shipped network.
@Suite struct NameSearchTests {
  private static let network =
    (try? LoadedNetwork(path: repositoryFolder + "network-data/hcmc-mekong"))?.network
  private static let days = [
    Day(year: 2024, month: 3, day: 1), Day(year: 2026, month: 11, day: 25),
  ].compactMap { $0 }

  /// Every text is asked of both; a text that differs is printed.
  private func compare(_ texts: [String], on day: Day) throws {
    let network = try #require(Self.network)
    let search = NameSearch(network, on: day)
    let plain = PlainNameSearch(network, on: day)
    var differing: [String] = []
    for text in texts where search.matches(text) != plain.matches(text) { differing.append(text) }
    #expect(differing.isEmpty)
  }

  /// Names of places and facilities, every so many of them.
  private func names(every step: Int) throws -> [String] {
    let network = try #require(Self.network)
    let places = network.records.places.map(\.record).flatMap {
      [$0.name, network.fullName(of: $0)] + $0.names.map(\.value)
    }
    let facilities = network.records.facilities.map(\.record).flatMap {
      [$0.name] + $0.names.map(\.value)
    }
    let all = places + facilities
    return stride(from: 0, to: all.count, by: step).map { all[$0] }
  }

  @Test(arguments: days)
  func `names are found as by the plain search`(day: Day) throws {
    try compare(try names(every: 197), on: day)
  }

  @Test(arguments: 0..<8)
  func `changed names are found as by the plain search`(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let names = try names(every: 1)
    var texts: [String] = []
    for _ in 0..<15 {
      let name = names[Int.random(in: names.indices, using: &random)]
      let other = names[Int.random(in: names.indices, using: &random)]
      switch Int.random(in: 0..<7, using: &random) {
      case 0: texts.append(FoldedName(name).text)
      case 1: texts.append(String(name.prefix(Int.random(in: 1...name.count, using: &random))))
      case 2:
        texts.append(name.split(separator: " ").shuffled(using: &random).joined(separator: " "))
      case 3: texts.append("\(name), \(other.split(separator: ",").last ?? "")")
      case 4: texts.append(String(name.decomposedStringWithCanonicalMapping.dropFirst()))
      case 5: texts.append(name.uppercased() + " " + other)
      default:
        var letters = Array(name)
        letters[Int.random(in: letters.indices, using: &random)] =
          "aăqp5 ,-đ語é".randomElement(using: &random) ?? "a"
        texts.append(String(letters))
      }
    }
    try compare(texts, on: Self.days[seed % Self.days.count])
  }

  @Test func `short forms and odd texts are found as by the plain search`() throws {
    try compare(
      [
        "", " ", ",", "bv", "BVĐK Cà Mau", "q5", "Q.5", "p12, q5", "x", "tt", "quan 99", "xa",
        "tphcm",
        "ttyt cai nuoc", "trạm y tế xã tân phú, đồng tháp", "cai nuoc ca mau", "benh vien", "k",
        "語",
        "Cái\u{301} Nước", "ÐỒNG THÁP", "p. 1, tp cao lanh", "huyện", "ß", "e\u{323}\u{302}",
      ], on: try #require(Self.days.last))
  }

  @Test func `near misses are those of the plain search`() throws {
    let network = try #require(Self.network)
    let day = try #require(Self.days.last)
    let search = NameSearch(network, on: day)
    let plain = PlainNameSearch(network, on: day)
    for text in ["cho rayy", "cay nuoc", "bệnh viện chợ rẩyy", "vinh lonh"] {
      #expect(search.nearMisses(text) == plain.nearMisses(text))
    }
  }
}
