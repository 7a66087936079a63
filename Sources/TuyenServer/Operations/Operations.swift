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
  /// - Parameters:
  ///   - method: The method.
  ///   - path: The parts of the path.
  ///   - names: The names of the parameters that are given.
  /// - Returns: The operation, and the parts.
  /// - Throws: `Problem` where there is no such path, or the path has no such method.
  func find(
    _ method: HTTPRequest.Method, _ path: [String], given names: [String] = []
  ) throws(Problem) -> (operation: Operation, path: [String: String]) {
    var methods: [HTTPRequest.Method] = []
    for operation in all {
      guard let values = operation.path.match(path) else { continue }
      if operation.method == method || (operation.method == .get && method == .head) {
        return (answering(operation, names), values)
      }
      methods.append(operation.method)
    }
    guard methods.isEmpty else { throw .wrongMethod(allowed: methods) }
    throw Problem(
      .notFound, "no-such-path", Bilingual("không có đường dẫn này", "there is no such path"),
      Bilingual(
        "các đường dẫn ghi trong /openapi.json", "the paths are listed in /openapi.json"))
  }

  /// The operation that answers in place of another where a parameter chooses it.
  private func answering(_ operation: Operation, _ names: [String]) -> Operation {
    let mode = operation.modes.first { names.contains($0.parameter) }
    return mode.flatMap { mode in all.first { $0.path.text == mode.path } } ?? operation
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
