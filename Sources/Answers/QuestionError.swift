public import Formats

/// Why a question cannot be asked: the field, its value, and what is allowed instead.
///
///     do throws(QuestionError) { question = try RouteQuestion(fields, in: session, now: now) }
///     catch { error.message(in: .en) { "--\($0)" } }
///
/// It names the *field* of the question, never an option or a button: each face has its own names
/// for fields, and gives them to `message`.
public struct QuestionError: Error, Hashable, Sendable {
  /// A value that is allowed, or that may have been meant.
  public struct Choice: Hashable, Sendable {
    /// What to write.
    public var value: String
    /// What people call it, where that differs.
    public var name: String?
    /// Its English name, where that differs from its name.
    public var nameEn: String?

    /// Creates a choice.
    public init(_ value: String, name: String? = nil, nameEn: String? = nil) {
      self.value = value
      self.name = name
      self.nameEn = nameEn
    }

    /// Its name in a language; nil where that is its value.
    public func name(in language: Language) -> String? {
      language == .en ? nameEn ?? name : name
    }
  }

  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// The field is needed.
    case missing
    /// There is no field of the name.
    case unknownField
    /// The value is none of those that are allowed.
    case unknown
    /// The value has not the form it should have.
    case malformed(expected: Bilingual)
    /// The value lies outside its bounds.
    case outOfBounds(Bilingual)
    /// The value fits several things; the choices are they.
    case ambiguous
    /// Nothing fits the value, for a reason; the choices are near to it.
    case notFound(Bilingual)
    /// The value is understood, but no way begins there: nothing is found, and nothing was wrong.
    case unreachable(Bilingual)
    /// The field does not go with others that were given.
    case conflict(with: [String])
    /// The value does not go with those of other fields, for a reason.
    case excluded(by: [String], Bilingual)
    /// The field is only for questions that have others, too.
    case requires([String])
    /// The network cannot answer such a question.
    case unsupported(Bilingual)
  }

  /// The name of the field.
  public var field: String
  /// The value, as it was given; nil where there was none.
  public var value: String?
  /// What is wrong.
  public var problem: Problem
  /// What is allowed, or may have been meant.
  public var choices: [Choice]
  /// The allowed value that is spelt most like the one given.
  public var nearest: String?

  /// Creates an error.
  public init(
    field: String, value: String? = nil, _ problem: Problem, choices: [Choice] = [],
    nearest: String? = nil
  ) {
    self.field = field
    self.value = value
    self.problem = problem
    self.choices = choices
    self.nearest = nearest ?? value.flatMap { NearestText.of($0, among: choices.map(\.value)) }
  }

  /// How many near values are listed.
  private static let mostNear = 12
  /// How many of several things of one name are listed.
  private static let mostNamesakes = 60

  /// The error in a sentence, and what to do.
  ///
  /// - Parameters:
  ///   - language: The language.
  ///   - name: What the face calls a field.
  /// - Returns: The sentence, and a line for each place that may have been meant.
  public func message(in language: Language, naming name: (String) -> String = { $0 }) -> String {
    rawMessage(in: language, naming: name).withoutControls
  }

  private func rawMessage(in language: Language, naming name: (String) -> String) -> String {
    let subject = name(field) + (value.map { " \"\($0)\"" } ?? "")
    func names(_ fields: [String]) -> String {
      fields.map(name).joined(separator: language(" hoặc ", " or "))
    }
    switch problem {
    case .missing: return language("thiếu \(subject)", "give \(subject)") + list(language)
    case .unknownField:
      return language("không có mục \(subject)", "there is no field \(subject)") + list(language)
    case .unknown:
      return language("không biết \(subject)", "\(subject) is not known") + list(language)
    case .malformed(let expected):
      return language("\(subject) không đúng dạng; ", "\(subject) is malformed; ")
        + language(expected)
    case .outOfBounds(let bounds):
      return language("\(subject) phải ", "\(subject) must be ") + language(bounds)
    case .ambiguous:
      // Places have a code and a name; bridges and ferries are called by their names alone.
      let hint =
        choices.contains { $0.name != nil }
        ? language(
          "thêm tỉnh sau dấu phẩy, hoặc ghi mã:",
          "add the province after a comma, or give the code:")
        : language("hãy ghi đủ tên:", "give the whole name:")
      return language(
        "\(subject) có thể là một trong \(choices.count) nơi sau; ",
        "\(subject) may mean any of these \(choices.count); ")
        + hint + lines(QuestionError.mostNamesakes, language)
    case .notFound(let reason), .unreachable(let reason):
      return "\(name(field)): " + language(reason)
        + (choices.isEmpty
          ? ""
          : language("; gần giống:", "; near to it:") + lines(QuestionError.mostNear, language))
    case .conflict(let fields):
      return language(
        "\(name(field)) không đi cùng \(names(fields))",
        "\(name(field)) does not go with \(names(fields))")
    case .requires(let fields):
      return language(
        "\(name(field)) cần có \(names(fields))", "\(name(field)) needs \(names(fields))")
    case .excluded(_, let reason), .unsupported(let reason):
      return "\(name(field)): " + language(reason)
    }
  }

  /// Whether the question was understood, and nothing was found for it.
  public var isNothingFound: Bool {
    if case .unreachable = problem { return true }
    return false
  }

  private func lines(_ most: Int, _ language: Language) -> String {
    let listed = choices.prefix(most).map { choice in
      "\n  \(choice.value)" + (choice.name(in: language).map { "  \($0)" } ?? "")
    }.joined()
    let more = choices.count - most
    return listed
      + (more > 0 ? language("\n  … và \(more) nơi nữa", "\n  … and \(more) more") : "")
  }

  private func list(_ language: Language) -> String {
    var text = ""
    if let nearest {
      text += language("; có phải \"\(nearest)\"?", "; did you mean \"\(nearest)\"?")
    }
    guard !choices.isEmpty else { return text }
    let words = choices.map { choice in
      choice.value + (choice.name(in: language).map { " (\($0))" } ?? "")
    }
    text += nearest == nil ? language("; có: ", "; there are: ") : language(" Có: ", " There are: ")
    return text + words.joined(separator: ", ")
  }
}

extension QuestionError: CustomStringConvertible {
  /// The error in English, with the names of fields as they are.
  public var description: String { message(in: .en) }
}
