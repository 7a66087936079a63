import Facts

/// The least and the most that a number of an exchange document can be.
///
/// They are those of the types of the schema, of which each is named in `typeName`: a test holds the
/// two together. Documents of other formats, which no schema of ours sees, are held to them as well.
struct NumberBounds: Hashable, Sendable {
  /// The name of the simple type of the schema.
  let typeName: String
  let least: Double
  let most: Double
  /// Whether the least itself is too little.
  let excludesLeast: Bool

  private init(_ typeName: String, _ least: Double, _ most: Double, excludesLeast: Bool = false) {
    self.typeName = typeName
    self.least = least
    self.most = most
    self.excludesLeast = excludesLeast
  }

  /// How many there are: people, pieces, trips.
  static let count = NumberBounds("count", 0, 2_000_000_000)
  /// Full years of age.
  static let age = NumberBounds("age", 0, 150)
  /// A tier of care.
  static let tier = NumberBounds("tier", 1, 4)
  /// A span of time of which parts of a minute may count.
  static let minutes = NumberBounds("minutes", 0, 100_000)
  /// A span of time in whole minutes.
  static let wholeMinutes = NumberBounds("wholeMinutes", 0, 100_000)
  /// A span of time in months.
  static let months = NumberBounds("months", 0, 1_200)
  /// Half days of work in a week.
  static let sessions = NumberBounds("sessions", 0, 100)
  /// A length on Earth.
  static let kilometres = NumberBounds("kilometres", 0, 50_000)
  /// An area on Earth.
  static let squareKilometres = NumberBounds("squareKilometres", 0, 1_000_000_000)
  /// Kilometres per hour.
  static let speed = NumberBounds("speed", 0, 1_000, excludesLeast: true)
  /// How many times as long something takes.
  static let factor = NumberBounds("factor", 0, 100)
  /// How many times as long roads of a class take.
  static let classFactor = NumberBounds("paceFactor", 0.1, 10)
  /// A part of a whole.
  static let share = NumberBounds("share", 0, 1)
  /// A rank, or how much something weighs beside something else.
  static let weight = NumberBounds("weight", 0, 1_000_000)
  /// A number of beds.
  static let beds = NumberBounds("bedCount", 0, 1_000_000)
  /// A measured or published value, whatever its unit.
  static let amount = NumberBounds("amount", -1e15, 1e15)

  /// All of them.
  static let all: [NumberBounds] = [
    count, age, tier, minutes, wholeMinutes, months, sessions, kilometres, squareKilometres, speed,
    factor, classFactor, share, weight, beds, amount,
  ]

  /// Whether a number is within the bounds.
  func contains(_ number: Double) -> Bool {
    (excludesLeast ? number > least : number >= least) && number <= most
  }

  /// The bounds in words.
  var words: String {
    excludesLeast
      ? "more than \(NumberBounds.text(least)), at most \(NumberBounds.text(most))"
      : "\(NumberBounds.text(least)) to \(NumberBounds.text(most))"
  }

  /// The bounds in words, in Vietnamese.
  var wordsVi: String {
    excludesLeast
      ? "lớn hơn \(NumberBounds.text(least)), nhiều nhất \(NumberBounds.text(most))"
      : "từ \(NumberBounds.text(least)) đến \(NumberBounds.text(most))"
  }

  private static func text(_ number: Double) -> String {
    Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }
}
