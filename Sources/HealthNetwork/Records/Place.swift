public import Facts

/// An administrative geography and when it was in force.
public struct Scheme: Hashable, Sendable {
  /// The stable id, as gso-2025.
  public var id = ""
  /// Its name.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// When it was in force.
  public var period = Period()
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}

/// An administrative unit of a scheme.
public struct Place: Hashable, Sendable {
  /// The levels of administrative units.
  public enum Level: String, CaseIterable, Sendable {
    /// A province or a centrally governed city.
    case province
    /// A district, or a town of its rank.
    case district
    /// A commune, a ward or a township.
    case commune
  }

  /// How much of a unit a network knows.
  public enum Held: String, CaseIterable, Sendable {
    /// All units in it.
    case whole
    /// Some of the units in it: sums over it are not those of the unit.
    case part
  }

  /// The scheme it belongs to.
  public var scheme = ""
  /// Its code in the scheme.
  public var code = ""
  /// Its level.
  public var level = Level.commune
  /// Its full name, with its type.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// The code of the unit that holds it, in the same scheme.
  public var parent: String?
  /// A point that stands for it.
  public var position = Position()
  /// Its area in square kilometres.
  public var areaKm2: Double?
  /// The box around it.
  public var box: Box?
  /// Where its administration sits.
  public var seat: String?
  /// The block of land it lies on.
  public var block: String?
  /// How much of it the network holds; nil where nothing is said, and the whole is meant.
  public var held: Held?
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// Further names.
  public var names: [OtherName] = []
  /// Its people, by basis, date and age.
  public var populations: [Population] = []
  /// The places of a newer scheme that took it over.
  public var successors: [Successor] = []
  /// Further points that stand for it.
  public var otherPoints: [OtherPoint] = []
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}

  /// The reference to it: scheme:code.
  public var reference: String { scheme + ":" + code }
}

/// A point, how precise it is, and where it comes from.
public struct Position: Hashable, Sendable {
  /// The point; nil when it is not known.
  public var point: Coordinate?
  /// How the point was found.
  public var precision: Precision?
  /// Where the point comes from.
  public var source: String?

  /// Creates an unknown position.
  public init() {}
}

/// A further name, findable by search.
public struct OtherName: Hashable, Sendable {
  /// The kinds of further names.
  public enum Kind: String, CaseIterable, Sendable {
    /// An official name.
    case official
    /// A former name.
    case former
    /// A short form.
    case short
    /// Another name in use.
    case alternative
    /// A name to come.
    case planned
    /// A word that is mistaken for it: a haemorrhage is no case for thrombolysis.
    case excluded
  }

  /// What kind of name it is.
  public var kind = Kind.alternative
  /// The name.
  public var value = ""
  /// When it was in use.
  public var period = Period()
  /// Where the statement comes from.
  public var provenance = Provenance()

  /// Creates an empty record.
  public init() {}
}

/// A number of people of a place, of one basis, date and age group.
public struct Population: Hashable, Sendable {
  /// What was counted: figures of different bases are never mixed.
  public enum Basis: String, CaseIterable, Sendable {
    /// Residents, by census.
    case censusResident = "census-resident"
    /// Census figures cut to newer boundaries.
    case censusRecut = "census-recut"
    /// People in the register.
    case registered
  }

  /// People.
  public var count = 0
  /// What was counted.
  public var basis = Basis.censusResident
  /// When.
  public var date: PartialDate?
  /// The youngest age counted, in full years.
  public var ageFrom: Int?
  /// The oldest age counted, in full years.
  public var ageTo: Int?
  /// How the figure was repaired or cut.
  public var method: String?
  /// The figure before the repair.
  public var stated: Int?
  /// Where the figure comes from.
  public var source: String?
  /// How sure it is.
  public var confidence: Confidence?

  /// Creates an empty record.
  public init() {}
}

/// The place of a newer scheme that took a place over.
public struct Successor: Hashable, Sendable {
  /// How much was taken over.
  public enum Extent: String, CaseIterable, Sendable {
    /// The place continues unchanged.
    case unchanged
    /// The whole place became part of the newer one.
    case whole
    /// Only a part of the place became part of the newer one.
    case part
    /// How much was taken over is not known.
    case unknown
  }

  /// The newer place, as scheme:code.
  public var place = ""
  /// How much was taken over.
  public var extent = Extent.unknown
  /// The words of the source.
  public var note: String?

  /// Creates an empty record.
  public init() {}
}

/// A further point that stands for a place.
public struct OtherPoint: Hashable, Sendable {
  /// What the point is.
  public var kind = ""
  /// The point.
  public var point = Coordinate(latitude: 0, longitude: 0)
  /// Where it comes from.
  public var source: String?

  /// Creates an empty record.
  public init() {}
}
