import Facts
import Formats

extension FHIRSearch {
  /// The values that a parameter names, parted by commas that no backslash precedes.
  static func parts(of value: String) -> [String] {
    var parts = [""]
    var isEscaped = false
    for character in value {
      if isEscaped {
        // A bar stays escaped: it is looked at once more.
        parts[parts.count - 1] += character == "|" ? "\\|" : String(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "," {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  /// A code, with or without its system: `code`, `system|code`, `|code`, `system|`.
  static func token(_ text: String) -> FHIRCondition.Value {
    var system: String?
    var code = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        code.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "|", system == nil {
        system = code
        code = ""
      } else {
        code.append(character)
      }
    }
    return .token(system: system, code: code.isEmpty ? nil : code)
  }

  /// A date with its prefix.
  static func date(
    _ name: String, _ text: String, _ zone: ZoneOffset
  ) throws(FHIRProblem) -> (FHIRDatePrefix, FHIRDateRange) {
    let prefix = FHIRDatePrefix(rawValue: String(text.prefix(2)))
    let rest = prefix == nil ? text : String(text.dropFirst(2))
    guard let range = FHIRDateRange(rest, zone: zone) else {
      if rest.contains(" ") {
        throw FHIRProblem(
          .value,
          Bilingual(
            "\(name)=\(text): dấu + trong địa chỉ phải viết là %2B",
            "\(name)=\(text): a + in an address is written as %2B"), parameter: name)
      }
      throw wrong(name, text, "2026-11-30, ge2026-11-30T07:00:00+07:00")
    }
    return (prefix ?? .equal, range)
  }

  /// The modifier of a parameter.
  static func modifier(
    _ text: String?, _ name: String, _ parameter: FHIRSearchParameter
  ) throws(FHIRProblem) -> FHIRCondition.Modifier? {
    guard let text else { return nil }
    var known: [String: FHIRCondition.Modifier] = ["missing": .missing]
    switch parameter.kind {
    case .string: known.merge(["exact": .exact, "contains": .contains]) { first, _ in first }
    case .token: known.merge(["not": .not, "text": .text]) { first, _ in first }
    case .reference:
      // The resources refer to others by their addresses alone.
      for target in parameter.targets { known[target] = .type(target) }
    case .date, .special: break
    }
    guard let modifier = known[text] else {
      throw wrong(
        name, ":" + text, known.keys.sorted().map { ":" + $0 }.joined(separator: ", "))
    }
    return modifier
  }

  /// A reference to be followed.
  func include(
    _ name: String, _ value: String, among known: [String]
  ) throws(FHIRProblem) -> Include {
    let parts = value.split(separator: ":").map(String.init)
    guard (2...3).contains(parts.count), known.contains(parts[0] + ":" + parts[1]),
      let parameter = FHIRSearchParameter.named(parts[1], of: parts[0]),
      parts.count == 2 || parameter.targets.contains(parts[2])
    else { throw FHIRSearch.wrong(name, value, known.joined(separator: ", ")) }
    return Include(
      source: parts[0], parameter: parameter, target: parts.count == 3 ? parts[2] : nil,
      isIterated: name.hasSuffix(":iterate") || name.hasSuffix(":recurse"))
  }

  /// The problem of a value that a parameter cannot have.
  static func wrong(_ name: String, _ value: String, _ allowed: String) -> FHIRProblem {
    FHIRProblem(
      .value,
      Bilingual(
        "\(name): không dùng được \"\(value)\"; dùng được: \(allowed)",
        "\(name): \"\(value)\" cannot be used; what can be: \(allowed)"), parameter: name)
  }

  /// The problem of a parameter without a value: leaving it out would widen the answer.
  static func empty(_ name: String) -> FHIRProblem {
    FHIRProblem(
      .value, Bilingual("\(name): thiếu giá trị", "\(name): a value is missing"), parameter: name)
  }

  /// Whether a parameter is a condition on another resource: `organization.name`, `_has:…`.
  static func isChained(_ name: String) -> Bool { name.contains(".") || name.hasPrefix("_has:") }

  /// The problem of a condition on another resource, which is not known here.
  private static func chained(_ name: String) -> FHIRProblem {
    FHIRProblem(
      .notSupported,
      Bilingual(
        "\(name.prefix(80)): không tìm qua tài nguyên khác (chained, _has); tìm tài nguyên đó trước, "
          + "rồi dùng mã của nó",
        "\(name.prefix(80)): there is no search through another resource (chained, _has); search for "
          + "that one first and name its id"), parameter: name)
  }

  /// The problem of a parameter that is not known.
  static func unknown(_ name: String, of type: String) -> FHIRProblem {
    if isChained(name) { return chained(name) }
    let names =
      FHIRSearchParameter.all(of: type).map(\.name)
      + ["_id", "_lastUpdated", "_include", "_revinclude", "_count", "_sort", "_summary", "_total"]
    let list = names.joined(separator: ", ")
    return FHIRProblem(
      .notSupported,
      Bilingual(
        "không có tham số \"\(name)\" cho \(type); có: \(list). "
          + "Prefer: handling=lenient thì bỏ qua tham số lạ",
        "\(type) has no parameter \"\(name)\"; it has: \(list). "
          + "With Prefer: handling=lenient what is not known is left out"), parameter: name)
  }
}
