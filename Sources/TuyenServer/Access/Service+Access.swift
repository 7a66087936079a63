import Board
import Formats
import HTTPTypes
import HummingbirdCore
import Logging

/// Who asks, and by what that was proved.
struct Asker: Sendable {
  /// Their rights.
  var principal: Principal
  /// The secret of their session; nil where they have a key.
  var session: String?
  /// Whether the session may only set a password.
  var onlySetsPassword = false
  /// The account whose session it is; nil where they have a key.
  var account: String?
  /// The key that they presented; nil where they have a session or a certificate.
  var key: String?
  /// The id of the key that a certificate stands for; nil where there is none.
  var certified: String?
}

extension Service {
  /// The name of the cookie: its prefix has browsers keep it to this host and to TLS.
  static let cookie = "__Host-tuyen"

  /// Who asks; nil where nobody is signed in.
  ///
  /// - Throws: `Problem` where a key or session is presented that does not hold, or a page of another
  ///   site asks for a change.
  func asker(_ request: Request) async throws -> Asker? {
    guard let board else { return nil }
    let certified = try certifiedKey(request)
    if let header = request.headers[.authorization] {
      let parts = header.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "bearer",
        let principal = try await board.keys.principal(String(parts[1]), now: now())
      else {
        // The id alone: the rest of a key that was mistyped is most of a key.
        let id = parts.last?.split(separator: "_").dropFirst().first ?? "-"
        logger.notice(
          "wrong key", metadata: ["key": .string(String(id.prefix(12)).withoutControls)])
        throw Problem.unauthorized
      }
      // A key that was stolen is of no use with the certificate of another.
      guard certified == nil || principal.author == .key(certified ?? "") else {
        throw Problem.unauthorized
      }
      return Asker(principal: principal, key: String(parts[1]))
    }
    if let certified, Service.session(request.headers) == nil {
      guard let principal = try await board.keys.principal(certified: certified, now: now()) else {
        throw Problem.unauthorized
      }
      // A browser shows a certificate to whichever page asks.
      if request.headers[.fetchSite] != nil || request.headers[.origin] != nil {
        if request.method != .get, request.method != .head { try checkSite(request) }
      }
      return Asker(principal: principal, certified: certified)
    }
    guard let secret = Service.session(request.headers) else { return nil }
    guard let (principal, session) = try await board.signIns.principal(session: secret, now: now())
    else { return nil }
    if request.method != .get, request.method != .head { try checkSite(request) }
    return Asker(
      principal: principal, session: secret, onlySetsPassword: session.onlySetsPassword,
      account: session.account)
  }

  /// The id of the key that the client's certificate names; nil where the service takes no certificates,
  /// or there is none.
  ///
  /// Only the proxy may say so, which has proved it: the header is looked at where certificates are
  /// asked for (`--client-certificates`), and nowhere else.
  ///
  /// - Throws: `Problem` for a certificate that names no key.
  private func certifiedKey(_ request: Request) throws(Problem) -> String? {
    guard takesCertificates else { return nil }
    let subjects = request.headers[values: .clientSubject].filter { !$0.isEmpty }
    guard let subject = subjects.first else { return nil }
    guard subjects.count == 1, let name = CertificateSubject.commonName(of: subject) else {
      throw .unauthorized
    }
    return name
  }

  /// Whether what somebody presented still holds; it is not used by asking.
  func stillHolds(_ asker: Asker) async throws -> Bool {
    guard let board else { return false }
    if let key = asker.key { return try await board.keys.principal(key, now: now()) != nil }
    if let id = asker.certified {
      return try await board.keys.principal(certified: id, now: now()) != nil
    }
    if let secret = asker.session {
      return try await board.signIns.holds(session: secret, now: now())
    }
    return false
  }

  /// Refuses what may not be done.
  func check(_ asker: Asker?, _ access: Access) throws(Problem) {
    guard let board else { return }
    switch access {
    case .everybody: return
    case .needs(let permission):
      guard let asker else {
        if permission == .read, board.opensReading { return }
        throw .unauthorized
      }
      guard !asker.onlySetsPassword else { throw .passwordFirst }
      guard asker.principal.role.permissions.contains(permission) else {
        throw Problem(BoardError.forbidden(permission))
      }
    case .session:
      guard asker?.session != nil else { throw .unauthorized }
    }
  }

  /// A change in a session comes from a page of this host, or from no page at all.
  func checkSite(_ request: Request) throws(Problem) {
    if let site = request.headers[.fetchSite] {
      guard site == "same-origin" || site == "none" else { throw .crossSite }
      return
    }
    guard let origin = request.headers[.origin], let host = request.head.authority,
      origin == "https://\(host)" || origin == "http://\(host)"
    else { throw .crossSite }
  }

  /// The secret of the session that a request carries.
  private static func session(_ headers: HTTPFields) -> String? {
    for line in headers[values: .cookie] {
      for pair in line.split(separator: ";") {
        let text = pair.drop { $0 == " " }
        if text.hasPrefix(cookie + "=") { return String(text.dropFirst(cookie.count + 1)) }
      }
    }
    return nil
  }

  /// The header that gives a session to a browser; an empty secret takes it away.
  static func setCookie(_ secret: String) -> String {
    "\(cookie)=\(secret); Path=/; Secure; HttpOnly; SameSite=Strict"
      + (secret.isEmpty ? "; Max-Age=0" : "")
  }
}

/// Who may use an operation.
///
/// The subject of a change is checked by the board when it is written.
enum Access: Sendable {
  /// Everybody.
  case everybody
  /// Who has a permission.
  case needs(Permission)
  /// Who is signed in, whatever they may do.
  case session
}
