package import Formats
package import HealthNetwork

extension NetworkReview.Topic {
  /// What the topic counts as good.
  package func text(_ language: Language) -> String {
    switch self {
    case .placePosition: language("xã, phường có tọa độ", "communes with a point")
    case .placePopulation: language("xã, phường có số dân", "communes with a population")
    case .facilityPosition: language("cơ sở có tọa độ", "facilities with a point")
    case .facilityPlacing:
      language("vị trí được ghi nhận, không theo quy tắc", "points observed, not placed by a rule")
    case .facilityContact: language("cơ sở có số điện thoại", "facilities with a telephone line")
    case .facilityCapability:
      language(
        "cơ sở trên tuyến xã có phát biểu năng lực",
        "facilities above the commune with statements of what they can do")
    case .facilityAccess:
      language("cơ sở đủ gần mạng đi lại", "facilities near enough to the travel network")
    case .statementSource:
      language("phát biểu có nguồn và độ tin cậy", "statements with source and confidence")
    case .statementConfidence:
      language("phát biểu có độ tin cậy trên mức thấp", "statements of more than low confidence")
    case .statementHours: language("phát biểu rõ giờ", "statements with known hours")
    case .statementAgreement:
      language("phát biểu không bị phát biểu khác bác bỏ", "statements not contradicted")
    case .agreementPeriod: language("thỏa thuận chưa hết hạn", "agreements that have not ended")
    case .linkTimes: language("đoạn đường có thời gian", "links with times")
    case .linkLength:
      language("đoạn đường không ngắn hơn đường thẳng", "links no shorter than the straight line")
    case .linkSpeed:
      language("đoạn đường có tốc độ đi được", "links at speeds that can be travelled")
    case .linkConfidence:
      language("đoạn đường có độ tin cậy trên mức thấp", "links of more than low confidence")
    case .travelConnection:
      language("nút giao thông nối liền nhau", "travel nodes that hang together")
    case .ferryHours: language("phà, thuyền rõ giờ chạy", "ferries and boats with known hours")
    case .recordSource: language("bản ghi có nguồn", "records with a source")
    }
  }
}
