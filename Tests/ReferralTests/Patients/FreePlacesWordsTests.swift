import Facts
import HealthNetwork
import TestSupport
import Testing

@testable import Referral

@Suite struct FreePlacesWordsTests {
  @Test func `places kept for a specialty, a capability or a bed have its name in both languages`()
    throws
  {
    let network = try Network(LineNetwork(nodes: 2).records)
    for (code, type) in network.vocabulary.specialties {
      #expect(network.use(ofPlaces: code) == (type.name, type.englishName))
    }
    for (code, type) in network.vocabulary.capabilityTypes {
      #expect(network.use(ofPlaces: code) == (type.name, type.englishName))
    }
    #expect(network.use(ofPlaces: "burns") == ("burns", "burns"))
  }
}
