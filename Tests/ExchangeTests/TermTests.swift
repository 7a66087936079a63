import Facts
import HealthNetwork
import TestSupport
import Testing
import XMLStream

@testable import Exchange

@Suite struct TermTests {
  @Test func `every term is spelled as it is named, in the order of the alphabet`() {
    for term in Term.allCases {
      #expect("\(term)" == "\(term.name)")
      #expect(Term.names[term.rawValue] == "\(term.name)")
    }
    #expect(Term.names.names.count == Term.allCases.count)
    let names = Term.names.names
    #expect(names == names.sorted { $0.lowercased() < $1.lowercased() })
  }

  @Test func `the terms are the names of the schema, all of them and no other`() throws {
    let schema = try PublishedSchema()
    #expect(Set(Term.names.names) == schema.names)
  }

  @Test func `the kinds of records are the elements of the root, in the same order`() throws {
    let schema = try PublishedSchema()
    var kinds = Kinds()
    NetworkRecords.visitKinds(&kinds)
    #expect(kinds.names + ["retract"] == schema.records)
    #expect(kinds.terms == kinds.names)
    var coded = CodedKinds()
    NetworkRecords.visitExchangeKinds(&coded)
    #expect(coded.names == kinds.names)
    #expect(schema.retractable == kinds.names.filter { $0 != "network" })
  }

  @Test func `the schema in the program is the one in the repository`() throws {
    let path = repositoryFolder + "Sources/Exchange/Schema/exchange.xsd"
    #expect(try contents(of: path) == ExchangeSchema.bytes)
  }
}

private struct Kinds: KindVisitor {
  var names: [String] = []
  var terms: [String] = []

  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    names.append(Record.kindName)
    if let type = Record.self as? any ExchangeRecord.Type {
      terms.append("\(type.elementTerm.name)")
    }
  }
}

private struct CodedKinds: ExchangeKindVisitor {
  var names: [String] = []

  mutating func visit<Record: ExchangeRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    names.append(Record.kindName)
  }
}
