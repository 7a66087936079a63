import Formats
import Referral

extension Reason.Code {
  /// The reason in a few words, behind a number of facilities: "4 không làm được".
  ///
  /// The code itself is for programs, and for answers that explain everything.
  func words(_ language: Language) -> String {
    switch self {
    case .capabilityMissing: language("không làm được", "cannot do it")
    case .capabilityUnknown: language("chưa rõ có làm được không", "not known to do it")
    case .levelBelowRequired:
      language("có trình độ chuyên môn thấp hơn yêu cầu", "of a lower level than required")
    case .confidenceTooLow:
      language("có nguồn nói làm được nhưng chưa đủ tin cậy", "able by sources not sure enough")
    case .ageOrSexNotServed:
      language("không nhận tuổi hoặc giới này", "not for this age or sex")
    case .closedOnArrival: language("đóng cửa lúc đến", "closed on arrival")
    case .rotationAbsentOnArrival:
      language("không có bác sĩ luân phiên lúc đến", "without the visiting doctor on arrival")
    case .notYetActivated: language("chưa hoạt động", "not yet at work")
    case .supporterUnavailable:
      language("thiếu nơi hỗ trợ", "without the facility that supports it")
    case .facilityClosed: language("đã ngừng hoạt động", "closed for good")
    case .diverting: language("báo không nhận thêm", "diverting")
    case .noBedOfType: language("báo hết giường loại này", "without a free bed of the type")
    case .statusTooOld:
      language("không có báo cáo giường còn hiệu lực", "without a report of beds that holds")
    case .bedsNotReported:
      language("chưa từng báo giường loại này", "which never reported beds of the type")
    case .outOfTimeWindow:
      language("đến quá cửa sổ điều trị", "beyond the time window")
    case .outOfRadius: language("xa hơn giới hạn đã chọn", "beyond the limit asked for")
    case .noPath: language("không có đường đến", "without a way there")
    case .pathCutByScenario:
      language("bị cắt đường trong tình huống này", "cut off by what is closed")
    case .ferryNotRunning: language("phải qua phà đang ngừng", "behind a ferry that does not run")
    case .ferryQueue: language("phải chờ phà lâu", "behind a long ferry queue")
    case .vehicleCannotUsePath:
      language("phương tiện này không đến được", "out of reach of this vehicle")
    case .positionMissing: language("chưa rõ vị trí", "of unknown position")
    case .tierRule: language("cao hơn tuyến được chọn", "of a higher tier than asked for")
    case .dominatedBy:
      language("chậm hơn cách khác ở mọi bước", "slower than another way at every step")
    case .notSelectedK:
      language("đủ điều kiện nhưng xa hơn các nơi đã chọn", "able, but farther than those chosen")
    case .noPlaceLeft: language("đã hết chỗ", "with no place left")
    case .placesUnknown: language("chưa rõ còn chỗ không", "whose places are unknown")
    case .noneAble: language("không nơi nào làm được", "with none able")
    }
  }
}
