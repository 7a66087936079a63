import Exchange
import Facts
import HealthNetwork
import TestSupport
import Testing

/// How a coordinator names places, on the shipped network.
@Suite struct LocationFinderTests {
  private static let finder: LocationFinder? = {
    guard let day = Day(year: 2026, month: 11, day: 25),
      let folder = try? LoadedNetwork(path: repositoryFolder + "network-data/hcmc-mekong")
    else { return nil }
    return LocationFinder(folder.network, on: day)
  }()

  private func id(_ text: String) throws -> String? {
    let finder = try #require(Self.finder)
    guard case .found(let location) = finder.location(text) else { return nil }
    return location.id
  }

  @Test(arguments: [
    ("Cái Nước, Cà Mau", "gso-2025:32128"), ("cai nuoc, ca mau", "gso-2025:32128"),
    ("cai nuoc ca mau", "gso-2025:32128"), ("xã Năm Căn", "gso-2025:32191"),
    ("bv nam can", "bv-nam-can"), ("BVĐK Cà Mau", "bv-ca-mau"), ("Q.5", "gso-2024:774"),
    ("quan 5, tphcm", "gso-2024:774"), ("Mỹ Tho", "gso-2025:28261"), ("cho ray", "bv-cho-ray"),
    ("bệnh viện chợ rẫy", "bv-cho-ray"), ("bv-nam-can", "bv-nam-can"),
    ("32191", "gso-2025:32191"), ("gso-2024:971", "gso-2024:971"),
    ("vinh long", "gso-2024:855"),
  ])
  func `a name, a short form or a code is understood`(text: String, expected: String) throws {
    #expect(try id(text) == expected, "\(text)")
  }

  @Test func `decomposed letters are the same letters`() throws {
    let decomposed = "Ca\u{301}i Nu\u{31B}o\u{31B}\u{301}c, Ca\u{300} Mau"
    #expect(try id(decomposed) == "gso-2025:32128")
  }

  @Test func `an ambiguous name lists the choices, a wrong one what is near`() throws {
    let finder = try #require(Self.finder)
    guard case .ambiguous(let choices) = finder.location("tan phu") else {
      Issue.record("several communes are called Tân Phú")
      return
    }
    #expect(choices.count > 1)
    guard case .notFound(_, let near) = finder.location("cho rayy") else {
      Issue.record("nothing is called cho rayy")
      return
    }
    #expect(near.contains { $0.name.contains("Chợ Rẫy") })
    guard case .notFound(let swapped, _) = finder.location("104.9,9.0") else {
      Issue.record("the point lies outside")
      return
    }
    #expect(swapped.description.contains("9.0,104.9"))
    guard case .notFound = finder.location("qwertyuiop") else {
      Issue.record("nothing is called that")
      return
    }
  }
}
