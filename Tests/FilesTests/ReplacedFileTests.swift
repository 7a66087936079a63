import Files
import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

struct ReplacedFileTests {
  @Test func `A file that is not finished leaves nothing behind`() throws {
    let folder = try TemporaryFolder()
    do {
      let file = try ReplacedFile(path: folder.path + "/list.csv")
      try file.write([1, 2, 3])
    }
    #expect(try folder.names == [])
  }

  @Test func `A finished file holds all blocks, and replaces what was there`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/list.csv"
    try FileOutput.write([9], to: path)
    let file = try ReplacedFile(path: path)
    try file.write([1, 2])
    try file.write([3])
    try file.finish()
    let reader = try BlockReader(.file(path))
    #expect(try reader.next() == [1, 2, 3])
    #expect(try reader.next() == nil)
  }

  @Test func `What is there is not overwritten unless that is wanted`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a"
    try FileOutput.write([1], to: path)
    let error = #expect(throws: FileError.self) {
      try FileOutput.refuseOverwriting(path, unless: false)
    }
    #expect(error?.kind == .exists)
    try FileOutput.refuseOverwriting(path, unless: true)
  }

  @Test func `Neither a link nor a folder nor a pipe is ever replaced`() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/a"
    try FileOutput.write([1], to: file)
    let link = folder.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
    let pipe = folder.path + "/pipe"
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    for path in [link, folder.path, pipe] {
      let error = #expect(throws: FileError.self) { try FileOutput.write([2], to: path) }
      #expect(error?.kind == .unwritable)
    }
    #expect(try BlockReader(.file(file)).next() == [1])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
  }

  /// One of its own: were the rule ever broken, the machine would still have those it needs.
  @Test func `A device is never replaced`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/device"
    // The device 0, 0 leads nowhere; Linux lets everybody make it.
    #expect(unsafe mknod(path, S_IFCHR | 0o600, 0) == 0)
    let error = #expect(throws: FileError.self) { try FileOutput.write([2], to: path) }
    #expect(error?.message.contains("is a device") == true)
  }
}
