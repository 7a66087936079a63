public import TravelNetwork

extension Vehicle: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "vehicle" }
  /// The id.
  public var key: String { id }
}

extension TravelProfile: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "travelProfile" }
  /// The id.
  public var key: String { id }
}

extension Weather: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "weather" }
  /// The id.
  public var key: String { id }
}

extension TravelClosure: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "closure" }
  /// The id.
  public var key: String { id }
}

extension SpeedDefault: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "speedDefault" }
  /// area/class.
  public var key: String { area + "/" + roadClass.rawValue }
}

extension LandBlock: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "block" }
  /// The id.
  public var key: String { id }
}

extension BlockJoin: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "blockJoin" }
  /// Both blocks and both places.
  public var key: String { block + "/" + otherBlock + "/" + place + "/" + otherPlace }
}

extension TravelNode: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "node" }
  /// The id.
  public var key: String { id }
}

extension TravelLink: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "link" }
  /// The id.
  public var key: String { id }
}
