import Exchange
import Facts
import Foundation
import HealthNetwork
import TestSupport
import Testing
import TravelNetwork

/// The odd findings of the shipped networks are explained on a page of its own.
@Suite struct CheckExplainedTests {
  /// The part of docs/check.md on a network.
  private func page(of network: String) throws -> String {
    let text = try String(contentsOfFile: repositoryFolder + "docs/check.md", encoding: .utf8)
    let parts = text.components(separatedBy: "\n## ")
    return try #require(parts.first { $0.hasPrefix("`\(network)`") })
  }

  @Test(arguments: ["hcmc-mekong", "northern-support"])
  func `Every kind of finding is explained, and no other`(network: String) throws {
    let loaded = try LoadedNetwork(path: repositoryFolder + "network-data/" + network)
    let at = try #require(Instant("2026-11-25T10:00", zone: loaded.network.header.zone))
    let vehicle = loaded.network.travel.vehicles.isEmpty ? nil : "ambulance"
    let review = NetworkReview(of: loaded.network, at: at, vehicle: vehicle)
    let page = try page(of: network)
    let explained = page.matches(of: /\n\| `([a-z_]+)` \|/).map { String($0.1) }
    #expect(Set(explained) == Set(review.findings.map(\.topic.rawValue)))
    #expect(explained == explained.sorted())
    // Kinds with a paragraph of their own name each record.
    let named = page.components(separatedBy: "\n\n").filter { $0.hasPrefix("**`") }
    #expect(!named.isEmpty)
    for paragraph in named {
      let head = paragraph.prefix(while: { $0 != "." })
      for finding in review.findings where head.contains("`\(finding.topic.rawValue)`") {
        let id = try #require(finding.en.split(separator: " ").dropFirst().first)
        let name = id.trimmingCharacters(in: [":"])
        #expect(paragraph.contains("`\(name)`"), "\(finding.topic): \(finding.en)")
      }
    }
  }
}
