import Facts
import Formats
import HealthNetwork
import Planning
import TravelNetwork

/// What the words and figures of a report mean.
struct ReportMethod {
  private let language: Language
  private let content: ReportContent

  init(_ language: Language, _ content: ReportContent) {
    self.language = language
    self.content = content
  }

  /// Terms and their meaning, those of the parts that are told.
  var definitions: [(term: String, text: String)] {
    guard let demand = content.answer.coverage?.demand else { return [] }
    var list = classes + [range, people(demand), paces, arrival, half]
    if content.wanted.contains(.gaps) { list.append(gaps) }
    if content.wanted.contains(.loss) { list.append(losses) }
    if content.wanted.contains(.fairness) { list += fairness }
    return list
  }

  private var classes: [(String, String)] {
    [
      (
        PlanningText.name(.served, language),
        language(
          "có nơi làm được khi đến, trong ngưỡng (đúng bằng ngưỡng là kịp).",
          "a facility able on arrival is reached within the threshold (the very minute is in time)."
        )
      ),
      (
        PlanningText.name(.unknown, language),
        language(
          "không có nơi như thế; nhưng có bệnh viện mà chưa ai đủ chắc (độ tin cậy từ \(confidence)) nói là làm được hay không, hoặc chưa ai xác nhận còn hoạt động: hãy hỏi.",
          "none such; but a hospital is, of which nobody sure enough (confidence \(confidence) or more) has said whether it can, or whose working nobody has confirmed: ask it."
        )
      ),
      (
        PlanningText.name(.noCapacity, language),
        language(
          "chỉ đến được những bệnh viện không làm được, hoặc đóng khi đến.",
          "only hospitals that cannot, or are closed on arrival, are reached within it.")
      ),
      (
        PlanningText.name(.outOfReach, language),
        language(
          "không bệnh viện nào trong ngưỡng.", "no hospital is reached within it.")
      ),
    ]
  }

  private var confidence: String {
    content.question.scope.minimumConfidence.text(language)
  }

  private var range: (String, String) {
    (
      language("a–b %", "a–b %"),
      language(
        "a: mức chắc chắn; b: nếu mọi bệnh viện chưa rõ đều làm được. Sự thật nằm giữa hai số.",
        "a: what is sure; b: if every hospital of unknown capability were able. The truth lies between."
      )
    )
  }

  private func people(_ demand: Demand) -> (String, String) {
    let source =
      content.network.words(PlanningText.source(of: demand, in: content.network), in: language)
      ?? "—"
    return (
      language("Số dân", "People"),
      PlanningText.people(of: demand, in: content.network, language) + ". "
        + language(
          "Người của một xã đứng cả tại điểm đại diện của xã. Nguồn: \(source)",
          "All people of a commune stand at its point. Source: \(source)")
    )
  }

  private var paces: (String, String) {
    let profile = content.network.travel.profile
    let (road, wait) = (
      language.decimal(profile.slowFactor, 2), language.decimal(profile.slowWaitFactor, 2)
    )
    let source =
      (content.network.words(profile.provenance.source, in: language) ?? "—")
      + " (" + (profile.provenance.confidence ?? .low).remark(language) + ")"
    return (
      language("Thường ngày, chậm", "Usual, slow"),
      language(
        "Thường ngày: thời gian mô hình, gồm chờ phà và giờ chạy phà. Chậm: đường × \(road), chờ × \(wait), tìm lại đường tốt nhất. Nguồn: \(source)",
        "Usual: modelled times with waits and hours of ferries. Slow: roads × \(road), waits × \(wait), with a search of its own. Source: \(source)"
      )
    )
  }

  private var arrival: (String, String) {
    (
      language("Làm được khi đến", "Able on arrival"),
      language(
        "năng lực, giờ trực, giới hạn tuổi và tình trạng của cơ sở đúng vào lúc đến, như tuyen route.",
        "capability, hours, age limits and state of the facility at the hour of arrival, as in tuyen route."
      )
    )
  }

  private var half: (String, String) {
    (
      language("Nửa số dân trong", "Half within"),
      language(
        "số phút ít nhất mà trong đó ít nhất một nửa số dân đến được; gạch ngang nếu hơn một nửa không đến được nơi nào.",
        "the least minutes within which at least half of the people are; a dash where more than half reach none."
      )
    )
  }

  private var gaps: (String, String) {
    (
      language("Nơi ngoài chuẩn", "Gap"),
      language(
        "xã không đến kịp lúc thường ngày. Thay đổi xếp theo loại: hỏi < thêm giờ < luân phiên < nâng cấp < xây; số người thêm là của toàn mạng lưới, tính lại từng xã.",
        "a commune that is not served at the usual pace. Changes stand by kind: ask < hours < rotate < upgrade < build; people gained are those of the whole network, computed anew commune by commune."
      )
    )
  }

  private var losses: (String, String) {
    (
      language("Mất mát", "Loss"),
      language(
        "mỗi cơ sở, cầu, phà mất một mình, mọi thứ khác như cũ; câu trả lời đúng như mạng lưới không có nó. Xếp theo số người hết trong ngưỡng.",
        "each facility, bridge and ferry is lost alone, all else as it is; the answer is that of the network without it. Ranked by people who lose the threshold."
      )
    )
  }

  private var fairness: [(String, String)] {
    [
      (
        language("Gini", "Gini"),
        language(
          "G = Σᵢ Σⱼ pᵢ pⱼ |mᵢ − mⱼ| / (2 P² m̄), với pᵢ người ở mᵢ phút; 0 là như nhau. Ai không đến được nơi nào được kể riêng.",
          "G = Σᵢ Σⱼ pᵢ pⱼ |mᵢ − mⱼ| / (2 P² m̄), with pᵢ people at mᵢ minutes; 0 is even. Who reaches nothing is told apart."
        )
      ),
      (
        "E2SFCA",
        language(
          "Rⱼ = Sⱼ / Σₖ pₖ W(mₖⱼ), rồi Aᵢ = Σⱼ Rⱼ W(mᵢⱼ); W = 1; 0,68; 0,22 theo phần ba của ngưỡng. W. Luo, Y. Qi, 2009, doi:10.1016/j.healthplace.2009.06.002.",
          "Rⱼ = Sⱼ / Σₖ pₖ W(mₖⱼ), then Aᵢ = Σⱼ Rⱼ W(mᵢⱼ); W = 1, 0.68, 0.22 by thirds of the threshold. W. Luo, Y. Qi, 2009, doi:10.1016/j.healthplace.2009.06.002."
        )
      ),
    ]
  }
}
