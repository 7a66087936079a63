import Exchange
import Facts
import TestSupport
import Testing

@testable import HealthNetwork

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

  @Test(arguments: [
    ("Lí Văn Lâm", "gso-2025:32014"), ("Quận 03", "gso-2024:770"), ("Nhi đồng I", "bv-nhi-dong-1"),
    ("Phường 4, Vị Thanh", "gso-2024:31324"), ("Mỹ Tho", "gso-2025:28261"),
    ("số 12, khóm 1, thị trấn Năm Căn, huyện Năm Căn, tỉnh Cà Mau", "gso-2024:32191"),
    ("Xã Năm Căn, Cà Mau, Việt Nam", "gso-2025:32191"), ("Ấp 1, Năm Căn", "gso-2025:32191"),
    ("P. Sài Gòn, TP.HCM", "gso-2025:26740"), ("Khánh Hội, U Minh", "gso-2024:32062"),
    ("Tân Quy, Quận 7", "gso-2024:27481"),
  ])
  func `spellings, numbers and addresses are understood`(text: String, expected: String) throws {
    #expect(try id(text) == expected, "\(text)")
  }

  @Test(arguments: [
    ("Khánh Hội", ["gso-2025:27265", "gso-2024:32062"]),
    ("Mỹ Quý", ["gso-2025:27907", "gso-2025:30055", "gso-2024:30298"]),
    ("Mỹ Quí", ["gso-2025:27907", "gso-2025:30055", "gso-2024:30298"]),
    ("Phú Mỹ", ["gso-2025:32214", "gso-2024:27493", "gso-2024:28336"]),
    ("Tân Thành", ["gso-2025:29938", "gso-2025:32025", "gso-2024:27022"]),
  ])
  func `a name that several places bear or bore is asked back`(
    text: String, some: [String]
  ) throws {
    let finder = try #require(Self.finder)
    guard case .ambiguous(let choices) = finder.location(text) else {
      Issue.record("\(text) is several places")
      return
    }
    let ids = choices.map { finder.location(of: $0.subject)?.id }
    for id in some { #expect(ids.contains(id), "\(text)") }
  }

  @Test(arguments: ["Huế", "Nam", "Bà", "Sơn La", "Quận Ba", "Bình Định", "Ba Vì", "Phường Tám"])
  func `a word inside a name is no name`(text: String) throws {
    let finder = try #require(Self.finder)
    guard case .notFound(.unknownName, let near) = finder.location(text) else {
      Issue.record("nothing here is called \(text)")
      return
    }
    if text == "Quận Ba" { #expect(near.first?.name == "Quận 3") }
  }

  @Test(arguments: ["Tiền Giang", "Kiên Giang", "Hậu Giang", "An Giang", "Tỉnh Long An"])
  func `a province is a province, now or formerly`(text: String) throws {
    let finder = try #require(Self.finder)
    guard case .notFound(.tooWide, _) = finder.location(text) else {
      Issue.record("\(text) has no point of its own")
      return
    }
  }

  @Test func `what an address has besides is told, and a point where the data ends`() throws {
    let finder = try #require(Self.finder)
    guard case .found(let address) = finder.location("số 12, Xã Năm Căn, Cà Mau") else {
      Issue.record("an address is understood")
      return
    }
    #expect(address.unused == ["số 12"] && address.isApproximate)
    for (text, isOutside) in [
      ("10.346,107.084", true), ("9.98,106.75", true), ("10.2,105.9", false),
      ("10°46'N 106°40'E", false),
    ] {
      guard case .found(let point) = finder.location(text) else {
        Issue.record("\(text) is a point")
        continue
      }
      #expect(point.isOutsideData == isOutside, "\(text)")
    }
  }

  /// The property of the finder: for each commune, old or new, its full name finds it, and its bare name
  /// finds it, finds the one that took it over or that it took over, or lists it.
  @Test(arguments: ["gso-2024", "gso-2025"])
  func `every commune is found by its full name and listed by its bare name`(
    scheme: String
  ) throws {
    let finder = try #require(Self.finder)
    let network = finder.network
    var lost: [String] = []
    var count = 0
    for index in network.placeIndices {
      let place = network.place(index)
      guard place.scheme == scheme, place.level == .commune,
        finder.location(of: .place(index)) != nil
      else { continue }
      count += 1
      guard case .found(let location) = finder.location(network.fullName(of: place)),
        location.id == place.reference
      else {
        lost.append("full name: \(network.fullName(of: place))")
        continue
      }
      let bare = place.name.split(separator: " ")
        .drop { ["xã", "phường", "thị", "trấn", "đặc", "khu"].contains($0.lowercased()) }
        .joined(separator: " ")
      // "Phường 5" and "Phường V" are called by nothing less.
      let isNumbered = SearchText(place.name).bareWords.count == SearchText(place.name).words.count
      let related = [index] + network.predecessors(of: place)
      switch finder.location(isNumbered ? place.name : bare) {
      case .found(let found):
        let other = found.id.flatMap { network.placeIndex(of: $0) }
        let isRelated =
          other.map {
            related.contains($0) || network.predecessors(of: network.place($0)).contains(index)
          } ?? false
        if !isRelated { lost.append("bare name: \(network.fullName(of: place))") }
      case .ambiguous(let choices):
        let listed = choices.map(\.subject)
        let isListed = listed.contains { subject in
          guard case .place(let other) = subject else { return false }
          return related.contains(other)
            || network.predecessors(of: network.place(other)).contains(index)
        }
        if !isListed { lost.append("list: \(network.fullName(of: place))") }
      case .notFound: lost.append("not found: \(bare)")
      }
    }
    #expect(count > 600)
    #expect(lost.isEmpty, "\(lost.count): \(lost.prefix(20))")
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
