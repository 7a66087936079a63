import Exchange
import Facts
import Foundation
import HealthNetwork
import TestSupport
import XMLStream

/// A header with nothing that records could take over.
func header(_ kind: ExchangeHeader.Kind = .snapshot, network: String = "test") -> ExchangeHeader {
  with(ExchangeHeader()) {
    $0.kind = kind
    $0.network = network
    $0.asOf = Instant("2026-11-22T00:00:00+07:00")
  }
}

/// A document of some records, on lines from 3 on.
func document(
  _ records: String, kind: String = "snapshot", network: String = "t", more: String = ""
) -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="\(kind)" network="\(network)" \
  asOf="2026-11-22T00:00:00+07:00"\(more)>
  \(records)
  </exchange>

  """
}

/// A document with the "network" record that every folder needs.
let networkDocument = document(
  #"<network id="t" name="T" zone="+07:00" south="8" west="102" north="24" east="110"/>"#)

func load(
  _ files: [String: String], deltas: [String] = [], limits: XMLLimits = XMLLimits()
) throws -> LoadedNetwork {
  let folder = try TemporaryFolder(files)
  return try LoadedNetwork(
    path: folder.path,
    deltas: try deltas.map { text in
      let name = "delta-\(UUID().uuidString)"
      try folder.write(Array(text.utf8), to: name)
      return folder.path + "/" + name
    }, limits: limits)
}

/// What loading a folder says, each error with its path cut to what is within the folder.
func failure(
  _ files: [String: String], deltas: [String] = [], limits: XMLLimits = XMLLimits()
) throws -> [String] {
  do {
    _ = try load(files, deltas: deltas, limits: limits)
    return []
  } catch let failure as ExchangeFailure {
    return lines(of: failure)
  }
}

func lines(of failure: ExchangeFailure) -> [String] {
  failure.description.split(separator: "\n").map { line in
    line.contains("/tuyen-")
      ? line.split(separator: "/", omittingEmptySubsequences: false).drop {
        !$0.hasPrefix("tuyen-")
      }.dropFirst().joined(separator: "/") : String(line)
  }
}
