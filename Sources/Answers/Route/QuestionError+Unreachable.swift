import Formats
import HealthNetwork
import TravelNetwork

extension QuestionError {
  /// An origin from which no way of a vehicle begins.
  init(unreachable origin: Location, by vehicle: Vehicle, in network: Network) {
    let limit = decimal(network.travel.profile.accessLimitKm, 1)
    self.init(
      field: "from", value: origin.name,
      .unreachable(
        Bilingual(
          "trong \(limit) km quanh \"\(origin.name)\" không có nút giao thông nào mà "
            + "\(vehicle.name) đi được; thử phương tiện khác",
          "no node that \(vehicle.id) can use lies within \(limit) km of \"\(origin.name)\"; "
            + "another vehicle may do")))
  }
}
