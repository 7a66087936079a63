import HTTPTypes

extension HTTPField.Name {
  /// A name that is written in letters and dashes.
  private static func known(_ text: String) -> HTTPField.Name { HTTPField.Name(text) ?? .via }

  /// The id of a request.
  static let requestID = known("X-Request-Id")
  /// The clients that proxies speak for.
  static let forwardedFor = known("X-Forwarded-For")
  /// The subject of the client's certificate, which the proxy has proved.
  static let clientSubject = known("X-Client-Subject")
  /// The key with which a sender may send the same again.
  static let idempotencyKey = known("Idempotency-Key")
  /// The entry behind which an event stream goes on.
  static let lastEventID = known("Last-Event-ID")
  /// Whether a browser asks for a page of the same host.
  static let fetchSite = known("Sec-Fetch-Site")
  /// The things that a browser is to forget.
  static let clearSiteData = known("Clear-Site-Data")
  /// A sentence beside an answer.
  static let remark = known("Tuyen-Remark")
  /// The digest of the network, and the number of the entry, that an answer rests on.
  static let state = known("Tuyen-State")
}

/// Headers of every response.
enum SecurityHeaders {
  static let all: HTTPFields = {
    var fields = HTTPFields()
    fields[.strictTransportSecurity] = "max-age=31536000; includeSubDomains"
    fields[.contentSecurityPolicy] =
      "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
    fields[.xContentTypeOptions] = "nosniff"
    for (name, value) in [
      ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
    ] {
      if let name = HTTPField.Name(name) { fields[name] = value }
    }
    return fields
  }()
}
