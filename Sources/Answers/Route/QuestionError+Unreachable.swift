import Formats
import HealthNetwork
import TravelNetwork

extension QuestionError {
  /// An origin from which no way of a vehicle begins.
  init(unreachable origin: Location, by vehicle: Vehicle, in network: Network) {
    let limit = network.travel.profile.accessLimitKm
    let (viLimit, enLimit) = (Language.vi.decimal(limit, 1), Language.en.decimal(limit, 1))
    self.init(
      field: "from", value: origin.name,
      .unreachable(
        Bilingual(
          "trong \(viLimit) km quanh \"\(origin.name)\" không có nút giao thông nào mà "
            + "\(vehicle.name) đi được; thử phương tiện khác",
          "no node that \(vehicle.id) can use lies within \(enLimit) km of \"\(origin.name)\"; "
            + "another vehicle may do")))
  }
}
