import Testing

@testable import HealthNetwork

/// The one rule of who supports whom, as a table: a row supports a column.
struct SupportRolesTests {
  private typealias Role = Member.Role

  private static let supported: [Member.Role: Set<Member.Role>] = [
    .supporter: [.recipient, .spoke, .firstContact],
    .lastLine: [.hub, .spoke, .firstContact, .recipient],
    .hub: [.spoke, .firstContact, .recipient],
    .spoke: [.firstContact],
  ]

  @Test(arguments: Member.Role.allCases)
  func `A role supports those below it, and nobody else`(role: Member.Role) {
    let found = Member.Role.allCases.filter { role.supports($0) }
    #expect(Set(found) == Self.supported[role] ?? [])
  }

  @Test func `Whoever supports receives patients; those who only signed send them either way`() {
    for upper in Role.allCases {
      for lower in Role.allCases {
        let receives = upper.receivesPatients(from: lower)
        if upper.supports(lower) { #expect(receives) }
        // Never both, except between equals.
        if receives && lower.receivesPatients(from: upper) {
          #expect([upper, lower].allSatisfy { $0 == .signatory || $0 == .member })
        }
      }
    }
    #expect(Role.hub.receivesPatients(from: .signatory))
    #expect(!Role.coordinator.receivesPatients(from: .recipient))
    #expect(!Role.signatory.receivesPatients(from: .coordinator))
  }

  @Test func `Support comes down the lines that are there, one after the other`() {
    func steps(_ roles: Set<Role>) -> [String] {
      Role.directSupport(among: roles).map { "\($0.supporter.rawValue) > \($0.recipient.rawValue)" }
    }
    #expect(
      steps([.lastLine, .hub, .spoke, .firstContact])
        == ["last-line > hub", "hub > spoke", "spoke > first-contact"])
    #expect(steps([.lastLine, .spoke]) == ["last-line > spoke"])
    #expect(steps([.supporter, .recipient, .signatory]) == ["supporter > recipient"])
    #expect(steps([.hub, .recipient, .coordinator]) == ["hub > recipient"])
    #expect(steps([.signatory, .member]).isEmpty)
  }

  @Test func `Surveillance is no support, and only a group stands for its members`() {
    var agreement = Agreement()
    agreement.kind = .surveillance
    #expect(!agreement.isSupport)
    var party = Party()
    party.members = [Member()]
    #expect(!party.standsForMembers)
    party.kind = .group
    #expect(party.standsForMembers)
    party.members = []
    #expect(!party.standsForMembers)
  }
}
