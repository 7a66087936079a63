/// The element and attribute names that a caller knows, numbered in the order given.
///
/// ```swift
/// let names = XMLNames(["network", "facility", "id", "lat"])
/// names.code(of: "facility")  // 1
/// ```
///
/// Readers tell names by these numbers, so that a `switch` replaces comparing strings.
public struct XMLNames: Hashable, Sendable {
  /// The names, without prefixes; the index of a name is its code.
  public let names: [String]

  /// Creates a numbering.
  ///
  /// - Parameter names: Local names, each once.
  /// - Precondition: No name is given twice.
  public init(_ names: [String]) {
    precondition(Set(names).count == names.count, "a name was given twice")
    self.names = names
  }

  /// Returns the code of a name, or `nil` where it is not one of these.
  ///
  /// - Complexity: O(*n*), where *n* is the number of names; meant for building tables.
  public func code(of name: String) -> Int? {
    names.firstIndex(of: name)
  }

  /// Returns the name that has a code.
  public subscript(code: Int) -> String {
    names[code]
  }
}
