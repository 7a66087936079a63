import Answers
import Facts
import Formats
import Foundation
import HealthNetwork
import Referral
import TestSupport
import Testing

/// The example of the library, as a program would write it.
struct LibraryExampleTests {
  @Test func `A program asks for the nearest able facilities in two lines`() async throws {
    let session = try NetworkSession(repositoryFolder + "network-data/hcmc-mekong")
    let answer = try await session.route(from: "Cái Nước, Cà Mau", need: "stroke")
    #expect(answer.question.query.need.capability == "stroke.lysis")
    #expect(answer.found.targets.count <= 3)
    #expect(answer.json(AnswerStyle(.en)) != nil)
  }

  @Test func `The instant is the caller's own`() async throws {
    let session = try SharedSession.mekong.get()
    let date = Date(timeIntervalSince1970: 1_795_600_800)
    let answer = try await session.route(from: "32191", need: "stroke.thrombectomy", at: date)
    #expect(answer.question.query.at.seconds == 1_795_600_800)
    #expect(answer.isFound)
  }

  @Test func `A wrong word is an error that names the field`() async throws {
    let session = try SharedSession.mekong.get()
    await #expect(throws: QuestionError.self) {
      try await session.route(from: "32191", need: "strok")
    }
  }
}
