import Formats
import HTTPTypes

/// The names by which the service may be called.
///
/// A page of another site whose name was made to lead here (DNS rebinding) is refused.
struct HostList: Sendable {
  private let names: Set<String>

  /// Creates a list.
  ///
  /// - Parameter names: Names and addresses without ports; those of the machine itself are always in it.
  init(_ names: [String]) {
    self.names = Set(names.map { $0.lowercased() } + ["localhost", "127.0.0.1", "[::1]"])
  }

  /// Refuses a request that names no host, two, or one that is not in the list.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - anyName: Whether a host that is not in the list will do.
  /// - Throws: `Problem` with the reason.
  func check(_ request: HTTPRequest, anyName: Bool = false) throws(Problem) {
    // The first Host becomes the authority, any other stays among the headers.
    guard let authority = request.authority, !authority.isEmpty,
      request.headerFields[values: HostList.field].isEmpty
    else {
      throw Problem(
        .badRequest, "host", Bilingual("thiếu Host, hoặc có hai", "no Host, or two"),
        Bilingual("hãy gửi đúng một dòng Host", "send one Host header"))
    }
    guard anyName || names.contains(HostList.name(of: authority)) else {
      throw Problem(
        .misdirectedRequest, "host", Bilingual("Host lạ", "a foreign Host"),
        Bilingual(
          "dịch vụ này không mang tên đó; người vận hành thêm tên bằng một tùy chọn",
          "this service does not go by that name; its operator adds names by an option"))
    }
  }

  private static let field: HTTPField.Name = {
    // It is a name, as the letters show.
    HTTPField.Name("Host") ?? .accept
  }()

  /// The name without its port.
  private static func name(of authority: String) -> String {
    let text = authority.lowercased()
    if text.hasPrefix("[") {
      return text.firstIndex(of: "]").map { String(text[...$0]) } ?? text
    }
    return String(text.prefix { $0 != ":" })
  }
}
