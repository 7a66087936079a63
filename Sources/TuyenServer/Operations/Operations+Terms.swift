import Answers
import Board
import Facts
import Formats
import HTTPTypes
import HealthNetwork
import TravelNetwork

/// The terms that questions and entries use, for those who offer them as a choice.
extension Operations {
  static let terms = Operation(
    method: .get, path: PathTemplate("/v1/terms"), identifier: "terms",
    summary: """
      The terms that questions and entries use, with their names: needs by specialty, vehicles, \
      kinds of weather, severities, classes of triage, types of beds, reasons of a refusal, roles.
      """,
    handler: .whole { call in Reply(Terms(call).json) })
}

/// The terms of a network in one language.
private struct Terms {
  private let network: Network
  private let language: Language

  init(_ call: Call) {
    network = call.session.network
    language = call.language
  }

  var json: JSONValue {
    let records = network.records
    return .object([
      "needs": .array(specialties),
      "vehicles": .array(network.travel.vehicles.map { named($0.id, $0) }),
      "weathers": .array(records.weathers.map { named($0.record.id, $0.record) }),
      "severities": .array(records.severities.map { named($0.record.code, $0.record) }),
      "triage": .array(records.triageClasses.map { named($0.record.code, $0.record) }),
      "beds": .array(
        BedType.usual.map { bed in
          .object([
            "code": .string(bed.code), "name": .string(language(bed.name, bed.nameEn)),
          ])
        }),
      "refusalReasons": .array(
        RefusalReason.allCases.map { reason in
          .object([
            "code": .string(reason.rawValue), "name": .string(language(reason.words)),
          ])
        }),
      "roles": .array(
        Role.allCases.map { role in
          .object([
            "code": .string(role.rawValue), "name": .string(language(role.words)),
            "boundToFacilities": .bool(role.isBoundToFacilities),
          ])
        }),
    ])
  }

  /// Specialties with their capabilities, as the vocabulary orders them.
  private var specialties: [JSONValue] {
    let measured = measuredCapabilities
    let pathways = network.records.pathways.map(\.record)
    return network.records.specialties.map { located in
      let specialty = located.record
      let capabilities = network.records.capabilityTypes.map(\.record)
        .filter { $0.specialty == specialty.code }
      return .object([
        "code": .string(specialty.code), "name": .string(name(of: specialty)),
        "entry": specialty.entry.map { .string($0) },
        "timeCritical": .bool(specialty.isTimeCritical == true),
        "pathways": .array(
          pathways.filter { $0.specialty == specialty.code }.map { pathway in
            .object([
              "id": .string(pathway.id), "name": .string(name(of: pathway)),
              "first": .string(pathway.first), "definitive": .string(pathway.definitive),
            ])
          }),
        "capabilities": .array(
          capabilities.map { type in
            .object([
              "code": .string(type.code), "name": .string(name(of: type)),
              "measured": .bool(measured.contains(type.code)),
            ])
          }),
      ])
    }
  }

  /// The capabilities for which the network holds a clock, a standard of access or a pathway, and
  /// those that specialties are entered by: what people ask for in an emergency.
  private var measuredCapabilities: Set<String> {
    let records = network.records
    var codes = Set(records.specialties.compactMap(\.record.entry))
    codes.formUnion(records.clocks.compactMap(\.record.capability))
    codes.formUnion(records.accessStandards.compactMap(\.record.capability))
    for pathway in records.pathways {
      codes.insert(pathway.record.first)
      codes.insert(pathway.record.definitive)
    }
    return codes
  }

  private func named(_ code: String, _ record: some BilinguallyNamed) -> JSONValue {
    .object(["code": .string(code), "name": .string(name(of: record))])
  }

  private func name(of record: some BilinguallyNamed) -> String {
    language(record.name, record.englishName)
  }
}
