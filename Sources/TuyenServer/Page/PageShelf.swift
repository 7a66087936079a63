import Files
import Formats
import HTTPTypes
import Hummingbird
import NIOCore
package import Page

/// The files of the page, ready to be sent: compressed once, with the tags of their bytes.
///
/// The addresses under `/page/` carry the digest of all files, so that a browser may keep them for good;
/// a page that was loaded before an update is given the present file under its old address.
package struct PageShelf: Sendable {
  /// A file, ready to be sent.
  struct Item: Sendable {
    let mediaType: String
    let plain: ByteBuffer
    let compressed: ByteBuffer?
    let tag: String
  }

  /// The digest of all files.
  let version: String
  private let items: [String: Item]

  /// Prepares files.
  ///
  /// - Parameter files: The files; `{{version}}` and `{{files}}` in texts are put in.
  package init(_ files: [PageFile]) {
    var digest = ContentDigest()
    for file in files.sorted(by: { $0.name < $1.name }) {
      digest.add(file.name, bytes: file.bytes)
    }
    let version = digest.text
    // Read by every page; the worker and the page itself have addresses of their own.
    let names = files.map(\.name).filter { !PageShelf.atRoot.values.contains($0) }.sorted()
    let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
    var items: [String: Item] = [:]
    for file in files {
      var bytes = file.bytes
      if PageShelf.atRoot.values.contains(file.name) {
        let text = String(decoding: bytes, as: UTF8.self)
        bytes = Array(
          text.split(separator: "{{version}}", omittingEmptySubsequences: false)
            .joined(separator: version)
            .split(separator: "{{files}}", omittingEmptySubsequences: false)
            .joined(separator: list).utf8)
      }
      var tag = ContentDigest()
      tag.add(file.name, bytes: bytes)
      items[file.name] = Item(
        mediaType: file.mediaType, plain: ByteBuffer(bytes: bytes),
        compressed: Gzip.compressed(bytes, level: 9).map { ByteBuffer(bytes: $0) }, tag: tag.text)
    }
    self.version = version
    self.items = items
  }

  /// Files with an address of their own, by the path.
  private static let atRoot = [
    "": "index.html", "sw.js": "sw.js", "manifest.webmanifest": "manifest.webmanifest",
    "icon.svg": "icon.svg",
  ]

  /// The file of a path.
  ///
  /// - Parameter path: The parts of the path.
  /// - Returns: The file, and whether it never changes under this path; nil where it is none.
  func item(at path: [String]) -> (item: Item, isFixed: Bool)? {
    if path.count <= 1 {
      return PageShelf.atRoot[path.first ?? ""].flatMap { items[$0] }.map { ($0, false) }
    }
    guard path.count == 3, path[0] == "page", let item = items[path[2]] else { return nil }
    return (item, path[1] == version)
  }
}

extension Service {
  /// The answer to a request for a file of the page; nil where the path is none of it.
  func page(_ request: Request, _ path: [String], _ preferences: Negotiation) throws -> Response? {
    guard let (item, isFixed) = page()?.item(at: path) else { return nil }
    guard request.method == .get || request.method == .head else {
      throw Problem.wrongMethod(allowed: [.get])
    }
    let body = preferences.acceptsGzip ? item.compressed : nil
    let tag = "\"\(item.tag)\(body == nil ? "" : "-gzip")\""
    var headers = SecurityHeaders.all
    headers[.contentSecurityPolicy] = SecurityHeaders.pagePolicy
    headers[.contentType] = item.mediaType
    headers[.eTag] = tag
    headers[.vary] = "Accept-Encoding"
    headers[.cacheControl] = isFixed ? "public, max-age=31536000, immutable" : "no-cache"
    if request.headers.matches(tag) { return Response(status: .notModified, headers: headers) }
    if body != nil { headers[.contentEncoding] = "gzip" }
    return Response(
      status: .ok, headers: headers, body: .init(byteBuffer: body ?? item.plain))
  }
}

extension SecurityHeaders {
  /// The policy of the page: its own files, and nothing beside them.
  static let pagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    + "manifest-src 'self'; worker-src 'self'; form-action 'none'; object-src 'none'; "
    + "base-uri 'none'; frame-ancestors 'none'"
}
