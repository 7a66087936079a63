/// For whom a street is: the three profiles of one network.
///
/// The ids are those that the vehicles of a network should have, so that `excludes` can name them.
struct VehicleSet: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let ambulance = VehicleSet(rawValue: 1)
  static let car = VehicleSet(rawValue: 2)
  static let motorbike = VehicleSet(rawValue: 4)
  static let all: VehicleSet = [.ambulance, .car, .motorbike]
  static let wide: VehicleSet = [.ambulance, .car]

  /// Each vehicle alone, with its id.
  static let each: [(vehicle: VehicleSet, id: String)] = [
    (.ambulance, "ambulance"), (.car, "car"), (.motorbike, "motorbike"),
  ]
}
