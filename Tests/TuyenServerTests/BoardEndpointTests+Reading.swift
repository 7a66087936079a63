import Answers
import Board
import Facts
import Files
import Foundation
import HealthNetwork
import Testing
import TravelNetwork

@testable import TuyenServer

/// Reading the board: made once, and what does not fit any more.
extension BoardEndpointTests {
  @Test func `The board is made once for all who may see the same, and anew after each entry`()
    async throws
  {
    let desk = try await Desk()
    let hits = { desk.service.metrics.cacheHits }
    let first = try await desk.ask("/v1/board", as: .read)
    let before = hits()
    #expect(try await desk.ask("/v1/board", as: .read).text == first.text)
    #expect(hits() == before + 1)
    // Another role is told more, and another language in other words.
    _ = try await desk.ask("/v1/board", as: .coordinate)
    _ = try await desk.ask("/v1/board?lang=en", as: .read)
    #expect(hits() == before + 1)
    #expect(try await desk.ask("/v1/board", as: .read)["cache-control"] == "no-store")
    let written = try await desk.ask(
      "/v1/diversions", as: .report,
      #"{"facility": "bv-ca-mau", "until": "23:59", "diversion": "hard"}"#)
    #expect(written.status == 201, "\(written.text)")
    let after = try await desk.ask("/v1/board", as: .read).text
    #expect(after != first.text && after.contains("bv-ca-mau"))
  }

  @Test func `A closure of what another network does not have is told, and counts for nothing`()
    async throws
  {
    let desk = try await Desk()
    let known = desk.service.holder.network
    let (ferry, other) = try #require(Self.withoutFerry(known))
    let written = try await desk.ask(
      "/v1/closures", as: .coordinate, #"{"crossing": "\#(ferry)", "until": "23:59"}"#)
    #expect(written.status == 201, "\(written.text)")
    let entry = try #require(entryNumber(written.text))
    let board = try await desk.ask("/v1/board", as: .read).text
    #expect(board.contains(#""misfits": []"#))
    desk.service.take(other)
    for (language, word) in [("vi", "không đóng gì"), ("en", "closes nothing")] {
      let told = try await desk.ask("/v1/board?lang=\(language)", as: .read).text
      #expect(told.contains(word) && told.contains(#""entry": \#(entry)"#), "\(told)")
    }
  }

  @Test func `A correction that another network does not take any more is said not to fit`()
    async throws
  {
    let desk = try await Desk()
    let known = desk.service.holder.network
    let (ferry, other) = try #require(Self.withoutFerry(known))
    let delta = """
      <exchange xmlns='urn:tuyen:exchange:1' version='1.0' kind='delta' network='hcmc-mekong' \
      asOf='2026-11-18T00:00:00+07:00'><closure id='x' name='x' crossing='\(ferry)'/></exchange>
      """
    let proposed = try await desk.ask(
      "/v1/corrections", as: .edit, #"{"note": "thử", "delta": "\#(delta)"}"#)
    let entry = try #require(entryNumber(proposed.text))
    #expect(!proposed.text.contains("fits"))
    let decided = try await desk.ask(
      "/v1/corrections/\(entry)/decision", as: .edit, #"{"decision": "confirmed"}"#)
    #expect(decided.status == 201, "\(decided.text)")
    #expect(try await desk.ask("/v1/corrections").text.contains(#""fits": true"#))
    desk.service.take(other)
    #expect(try await desk.ask("/v1/corrections").text.contains(#""fits": false"#))
    #expect(try await desk.ask("/v1/board?lang=en").text.contains("correction \(entry) does not"))
  }

  @Test func `A report makes another state and leaves the directory what it was`() async throws {
    let desk = try await Desk()
    let before = desk.service.holder.state(at: SharedServer.now)
    let written = try await desk.ask(
      "/v1/diversions", as: .report,
      #"{"facility": "bv-ca-mau", "until": "23:59", "diversion": "hard"}"#)
    #expect(written.status == 201, "\(written.text)")
    let after = desk.service.holder.state(at: SharedServer.now)
    #expect(after.key != before.key && after.directory == before.directory)
    #expect(after.ground(on: SharedServer.now.day) == before.ground(on: SharedServer.now.day))
  }

  /// A ferry on which nothing else rests, and the network without it.
  private static func withoutFerry(_ known: NetworkSession) -> (name: String, NetworkSession)? {
    let ferries = Dictionary(
      grouping: known.network.records.links.map(\.record).filter { $0.mode == .ferry },
      by: { $0.crossing ?? "" })
    for (name, links) in ferries.sorted(by: { $0.key < $1.key }) where !name.isEmpty {
      let retracts = links.map { #"<retract record="link" key="\#($0.id)" reason="thử"/>"# }
        .joined()
      let delta = """
        <?xml version="1.0" encoding="UTF-8"?>
        <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="delta" network="hcmc-mekong" \
        asOf="2026-11-25T00:00:00+07:00">\(retracts)</exchange>
        """
      let source = DataSource.bytes(Array(delta.utf8), name: "delta.xml")
      if let other = try? known.applying([source]) { return (name, other) }
    }
    return nil
  }
}
