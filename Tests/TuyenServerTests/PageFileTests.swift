import Foundation
import Page
import TestSupport
import Testing

@testable import TuyenServer

/// The files of the page: all of them are in the program, and they are sent as a browser wants them.
@Suite struct PageFileTests {
  private static let folder = repositoryFolder + "Sources/Page/Files"

  @Test func `Every file of the folder is in the list, with its bytes`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
    #expect(PageFile.all.map(\.name) == names)
    for file in PageFile.all {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: Self.folder + "/" + file.name))
      #expect(Data(file.bytes) == bytes, "\(file.name)")
      #expect(file.mediaType != "application/octet-stream", "\(file.name)")
    }
  }

  @Test func `No module makes markup of texts, and the frame has no script of its own`() {
    for file in PageFile.all where file.name.hasSuffix(".js") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("] {
        #expect(!text.contains(word), "\(file.name): \(word)")
      }
    }
    for file in PageFile.all where file.name.hasSuffix(".html") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains(/\sstyle=|\son[a-z]+=|<script>/), "\(file.name)")
    }
  }

  /// A server with the page.
  private static let port = Task { () throws -> Int in
    let shelf = PageShelf(PageFile.all)
    return try await SharedServer.start(SharedServer.session(), page: { shelf }).port
  }

  private func ask(
    _ target: String, method: String = "GET", _ headers: [String: String] = [:]
  ) async throws -> RawClient.Response {
    try await SharedServer.ask(
      target, method: method, headers: headers, port: Self.port.value)
  }

  @Test func `The page is sent with its policy, and its files for good`() async throws {
    let page = try await ask("/")
    #expect(page.status == 200)
    #expect(page["content-type"] == "text/html; charset=utf-8")
    #expect(page["cache-control"] == "no-cache")
    let policy = try #require(page["content-security-policy"])
    #expect(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"))
    #expect(!policy.contains("unsafe") && !policy.contains("data:") && !policy.contains("*"))
    let version = PageShelf(PageFile.all).version
    #expect(page.text.contains("/page/\(version)/app.js"))
    #expect(!page.text.contains("{{"))
    let module = try await ask("/page/\(version)/app.js")
    #expect(module.status == 200)
    #expect(module["content-type"] == "text/javascript; charset=utf-8")
    #expect(module["cache-control"] == "public, max-age=31536000, immutable")
    #expect(module["x-content-type-options"] == "nosniff")
    // A page from before an update is given the present file, and asks anew the next time.
    let former = try await ask("/page/0000/app.js")
    #expect(former.text == module.text)
    #expect(former["cache-control"] == "no-cache")
  }

  @Test func `Who has a file is not sent it again; who can is sent it compressed`() async throws {
    let plain = try await ask("/")
    let tag = try #require(plain["etag"])
    let same = try await ask("/", ["If-None-Match": tag])
    #expect(same.status == 304 && same.body.isEmpty)
    let packed = try await ask("/page/x/page.css", ["Accept-Encoding": "gzip"])
    #expect(packed["content-encoding"] == "gzip")
    #expect(packed["vary"]?.contains("Accept-Encoding") == true)
    let whole = try await ask("/page/x/page.css")
    #expect(whole["content-encoding"] == nil)
    #expect(packed.body.count < whole.body.count)
    #expect(packed["etag"] != whole["etag"])
  }

  @Test func `What is no file is not found, and nobody writes to one`() async throws {
    #expect(try await ask("/page/x/nothing.js").status == 404)
    #expect(try await ask("/page/x/../../Package.swift").status >= 400)
    #expect(try await ask("/page/x/%2e%2e/sw.js").status >= 400)
    let written = try await ask("/", method: "POST")
    #expect(written.status == 405)
    #expect(written["allow"]?.contains("GET") == true)
    let head = try await ask("/sw.js", method: "HEAD")
    #expect(head.status == 200 && head.body.isEmpty)
  }

  @Test func `The first screen is small`() {
    let first = ["index.html", "page.css", "app.js", "base.js", "words.js", "api.js", "ask.js"]
    let packed = PageFile.all.filter { first.contains($0.name) }
      .compactMap { Gzip.compressed($0.bytes, level: 9)?.count }
    #expect(packed.count == first.count)
    #expect(packed.reduce(0, +) <= 40_000)
  }
}
