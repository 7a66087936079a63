import Exchange
import FHIR
import Foundation
import OpenStreetMap

/// One input of the fuzzer, given to the reader that TUYEN_FUZZ names, by the way that users take.
///
/// Whatever the bytes are, a reader must end in time with records or with an error; a trap, a leak
/// or a document that takes seconds is a finding. libFuzzer calls this by its C name.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let target = Target.chosen else { exit(64) }
  target.read(UnsafeBufferPointer(start: start, count: count))
  return 0
}

/// What is fuzzed.
struct Target {
  /// The format; nil means that a snapshot is opened.
  let format: DocumentFormat?
  /// Where each input is put: readers take files.
  let path: String
  let options: ImportOptions

  static let formats = DocumentFormats.exchange.adding(.fhir).adding(.osm)
  static let chosen = Target(named: ProcessInfo.processInfo.environment["TUYEN_FUZZ"] ?? "")

  init?(named name: String) {
    let known = Target.formats.all.map(\.format).first { $0.rawValue == name }
    guard known != nil || name == "snapshot" else {
      let names = Target.formats.names.joined(separator: ", ")
      FileHandle.standardError.write(Data("TUYEN_FUZZ must be one of \(names), snapshot\n".utf8))
      return nil
    }
    format = known
    let endings: [DocumentFormat: String] = [.csv: ".csv", .osm: ".osm", .xlsx: ".xlsx"]
    let ending = known.map { endings[$0] ?? ".xml" } ?? ".snapshot"
    path =
      FileManager.default.temporaryDirectory.path
      + "/tuyen-fuzz-\(ProcessInfo.processInfo.processIdentifier)\(ending)"
    var options = ImportOptions()
    // A network in whose box points are looked at.
    options.network =
      try? LoadedNetwork(
        path: ProcessInfo.processInfo.environment["TUYEN_FUZZ_NETWORK"] ?? ""
      ).network
    self.options = options
  }

  func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let file = fopen(path, "wb") else { exit(74) }
    fwrite(bytes.baseAddress, 1, bytes.count, file)
    fclose(file)
    switch format {
    case nil: _ = try? NetworkLoader { _ in }.load(path)
    case let format: _ = try? Target.formats.read(path, as: format, options: options)
    }
  }
}
