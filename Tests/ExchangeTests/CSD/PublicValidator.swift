import Foundation
import TestSupport
import Testing

/// Validates documents with `xmllint` against the public schemas, which import one another.
enum PublicValidator {
  static func check(_ bytes: [UInt8], against schema: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "document.xml")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "xmllint", "--noout", "--nonet", "--stream", "--schema", Standards.path(schema),
      folder.path + "/document.xml",
    ]
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let complaints = String(
      decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(complaints.prefix(2_000))")
  }
}
