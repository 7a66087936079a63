import Formats
import HTTPTypes

/// The table of operations.
struct Operations: Sendable {
  /// All operations, in the order in which they are documented.
  let all: [Operation]

  /// Creates a table.
  init(_ all: [Operation]) {
    self.all = all
  }

  /// The operation for a request, and the named parts of its path.
  ///
  /// - Throws: `Problem` where there is no such path, or the path has no such method.
  func find(
    _ method: HTTPRequest.Method, _ path: [String]
  ) throws(Problem) -> (operation: Operation, path: [String: String]) {
    var methods: [HTTPRequest.Method] = []
    for operation in all {
      guard let values = operation.path.match(path) else { continue }
      if operation.method == method || (operation.method == .get && method == .head) {
        return (operation, values)
      }
      methods.append(operation.method)
    }
    guard methods.isEmpty else { throw .wrongMethod(allowed: methods) }
    throw Problem(
      .notFound, "no-such-path", Bilingual("không có đường dẫn này", "there is no such path"),
      Bilingual(
        "các đường dẫn ghi trong /openapi.json", "the paths are listed in /openapi.json"))
  }
}

extension Problem {
  /// A method that the path does not have.
  static func wrongMethod(allowed: [HTTPRequest.Method]) -> Problem {
    var names = Set(allowed.map(\.rawValue))
    if names.contains("GET") { names.insert("HEAD") }
    let list = names.sorted().joined(separator: ", ")
    var problem = Problem(
      .methodNotAllowed, "wrong-method",
      Bilingual("phương thức không dùng được", "the method is not allowed"),
      Bilingual("đường dẫn này có: \(list)", "this path has: \(list)"))
    problem.headers[.allow] = list
    return problem
  }
}
