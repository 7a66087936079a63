import Foundation
import TestSupport
import Testing

@Suite struct ReadmeTests {
  /// The indented blocks of the README, without their indentation.
  private func blocks() throws -> [[String]] {
    let text = try String(contentsOfFile: repositoryFolder + "README.md", encoding: .utf8)
    var blocks: [[String]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("    ") {
        blocks[blocks.count - 1].append(String(line.dropFirst(4)))
      } else if line.isEmpty && blocks[blocks.count - 1].isEmpty == false {
        // An empty line may stand within a block.
        blocks[blocks.count - 1].append("")
      } else if !blocks[blocks.count - 1].isEmpty {
        blocks.append([])
      }
    }
    return blocks.map { block in
      Array(block.reversed().drop { $0.isEmpty }.reversed())
    }.filter { !$0.isEmpty }
  }

  @Test(arguments: ["tools/tuyen route", "tools/tuyen coverage"])
  func `the answers that the README shows are the true ones`(command: String) throws {
    let blocks = try blocks()
    let place = try #require(blocks.firstIndex { $0[0].hasPrefix(command) })
    try withTemporaryFolder { folder in
      let result = try shell(blocks[place][0], in: folder)
      #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
      #expect(result.output == blocks[place + 1].joined(separator: "\n") + "\n")
    }
  }

  @Test func `the other commands of the README work as they stand`() throws {
    // The service is another program, with tests of its own.
    let lines = try blocks().flatMap { $0 }
      .filter { $0.hasPrefix("tools/tuyen ") && !$0.hasPrefix("tools/tuyen serve") }
    #expect(lines.count >= 10)
    try withTemporaryFolder { folder in
      try "id,from\na,32191\nb,\"Cái Nước, Cà Mau\"\n"
        .write(toFile: folder + "/origins.csv", atomically: true, encoding: .utf8)
      try """
      <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="snapshot" network="hcmc-mekong" \
      asOf="2026-11-25T02:30:00+07:00"><status facility="bv-cai-nuoc" traffic="closed" \
      reported="2026-11-25T02:30:00+07:00" expires="2026-11-25T06:30:00+07:00"/></exchange>
      """.write(toFile: folder + "/board.xml", atomically: true, encoding: .utf8)
      try "id,need,severity,count\nA,trauma,đỏ,3\nB,trauma,T2,9\n"
        .write(toFile: folder + "/patients.csv", atomically: true, encoding: .utf8)
      for line in lines {
        let result = try shell(line, in: folder)
        #expect(result.code == 0, "\(line): \(result.errors)")
        #expect(result.errors.isEmpty, "\(line): \(result.errors)")
      }
    }
  }

  /// Runs a line in a folder in which the command and the networks stand where the README has them.
  private func shell(_ line: String, in folder: String) throws -> CommandResult {
    let files = FileManager.default
    if !files.fileExists(atPath: folder + "/tools") {
      try files.createDirectory(atPath: folder + "/tools", withIntermediateDirectories: true)
      try files.createSymbolicLink(
        atPath: folder + "/tools/tuyen", withDestinationPath: commandURL.path)
      try files.createSymbolicLink(
        atPath: folder + "/network-data", withDestinationPath: repositoryFolder + "network-data")
    }
    return try run(
      URL(fileURLWithPath: "/bin/sh"), ["-c", line],
      environment: ["TUYEN_NETWORK": "network-data/hcmc-mekong"], folder: folder)
  }
}
