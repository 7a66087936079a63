import FHIR
import Formats
import HTTPTypes

/// A request to the FHIR interface, by its path.
enum FHIRInteraction: Sendable {
  /// The abilities of the interface.
  case capabilities
  /// The newest version of a resource.
  case read(type: String, id: String)
  /// A certain version of a resource.
  case readVersion(type: String, id: String, version: Int)
  /// Resources that fulfil conditions.
  case search(type: String)
  /// Versions: of one resource, of a type, of everything.
  case history(type: String?, id: String?)

  /// Finds the interaction of a path.
  ///
  /// - Parameter path: The parts behind `/fhir`.
  /// - Throws: `FHIRProblem` where there is none.
  init(_ path: [String]) throws(FHIRProblem) {
    if path == ["metadata"] {
      self = .capabilities
      return
    }
    if path == ["_history"] {
      self = .history(type: nil, id: nil)
      return
    }
    guard let type = path.first, FHIRSearchParameter.types.contains(type) else {
      let list = FHIRSearchParameter.types.joined(separator: ", ")
      throw FHIRProblem(
        .notFound,
        Bilingual(
          "không có loại tài nguyên này; có: \(list)",
          "there are no resources of this type, only \(list)"))
    }
    switch (path.count, path.last) {
    case (1, _), (2, "_search"): self = .search(type: type)
    case (2, "_history"): self = .history(type: type, id: nil)
    case (2, let id?): self = .read(type: type, id: id)
    case (3, "_history"): self = .history(type: type, id: path[1])
    case (4, let number?) where path[2] == "_history":
      guard let version = Int(number), version > 0 else { throw .missing(type, path[1]) }
      self = .readVersion(type: type, id: path[1], version: version)
    default:
      throw FHIRProblem(
        .notFound, Bilingual("không có địa chỉ này", "there is nothing at this address"))
    }
  }

  /// The template of the path, for the log and the metrics.
  func route(isForm: Bool) -> String {
    switch self {
    case .capabilities: "/fhir/metadata"
    case .read: "/fhir/{type}/{id}"
    case .readVersion: "/fhir/{type}/{id}/_history/{version}"
    case .search: isForm ? "/fhir/{type}/_search" : "/fhir/{type}"
    case .history(nil, _): "/fhir/_history"
    case .history(_, nil): "/fhir/{type}/_history"
    case .history: "/fhir/{type}/{id}/_history"
    }
  }
}

/// How an answer of the FHIR interface is to look.
struct FHIRForm {
  var encoding = FHIREncoding.json
  /// Whether parameters that are not known are left out.
  var isLenient = false

  private static let names: [String: FHIREncoding] = [
    "json": .json, "application/json": .json, "application/fhir+json": .json, "text/json": .json,
    "xml": .xml, "application/xml": .xml, "application/fhir+xml": .xml, "text/xml": .xml,
    "*/*": .json, "application/*": .json,
  ]

  /// Reads what `_format`, Accept and Prefer want.
  ///
  /// - Throws: `FHIRProblem` where there is no such form.
  init(
    _ parameters: [(name: String, value: String)], _ headers: HTTPFields
  ) throws(FHIRProblem) {
    isLenient = (headers[.prefer] ?? "").lowercased().contains("handling=lenient")
    if let wanted = parameters.last(where: { $0.name == "_format" })?.value {
      // A form that nobody encoded has a blank where the plus sign was.
      let name = MediaType.essence(wanted.replacing(" ", with: "+"))
      guard let known = FHIRForm.names[name] else { throw FHIRForm.unknown(wanted, "_format") }
      encoding = known
    } else if let accept = headers[.accept] {
      let wanted = Negotiation(headers).mediaTypes
      guard let known = wanted.lazy.compactMap({ FHIRForm.names[$0] }).first else {
        throw FHIRForm.unknown(accept, "Accept")
      }
      encoding = known
    }
  }

  private static func unknown(_ wanted: String, _ name: String) -> FHIRProblem {
    let list = FHIREncoding.allCases.map(\.mediaType).sorted().joined(separator: ", ")
    return FHIRProblem(
      .notSupported,
      Bilingual(
        "\(name): không có dạng \"\(wanted.prefix(80))\"; có: \(list)",
        "\(name): there is no form \"\(wanted.prefix(80))\", only \(list)"), parameter: name)
  }
}

extension FHIRProblem {
  /// A resource that is not there.
  static func missing(_ type: String, _ id: String) -> FHIRProblem {
    FHIRProblem(
      .notFound,
      Bilingual("không có \(type)/\(id.prefix(80))", "there is no \(type)/\(id.prefix(80))"))
  }

  /// A resource that was there.
  static func gone(_ type: String, _ id: String) -> FHIRProblem {
    FHIRProblem(
      .deleted,
      Bilingual("\(type)/\(id) đã bị bỏ", "\(type)/\(id) was there and is gone"))
  }
}
