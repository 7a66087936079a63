import Facts
import Formats
package import HealthNetwork
package import Referral

/// Reasons and what would change them, in the words of a face.
extension AnswerStyle {
  /// The deciding reason, in words; the other vehicle that it may name, as the face asks for it.
  package func words(_ reason: Reason) -> String {
    let words = language(reason.vi, reason.en)
    for case .vehicle(let id?) in reason.remedies {
      let option: String = fieldName.map { name in ": \(name("vehicle")) \(id)" } ?? ""
      return words.replacing(" [\(id)]", with: option)
    }
    return words
  }

  /// A sentence for a reason, with what says so.
  package func sentence(_ reason: Reason, of network: Network) -> String {
    words(reason) + told(by: reason.source, of: network)
  }

  /// The source of a reason, in brackets behind a blank.
  private func told(by source: String?, of network: Network) -> String {
    network.words(source, in: language).map {
      language(" (nguồn: \($0))", " (source: \($0))")
    } ?? ""
  }

  /// A sentence for a reason and what would change it.
  package func text(_ reason: Reason, of network: Network) -> String {
    sentence(reason, of: network)
      + language("; đổi nếu: ", "; changed by: ") + text(reason.remedies)
  }

  /// The remedies of a reason, as JSON has them.
  package func flip(_ reason: Reason) -> String {
    language("nếu ", "") + text(reason.remedies)
  }

  /// A caution in words.
  package func text(
    _ caution: Caution, of network: Network, withSource: Bool = true
  ) -> String {
    switch caution {
    case .ferryHoursUnknown(let name, let words):
      return language.text(
        .ferryHoursUnknown(name, words: network.words(words, in: language)))
    case .ferryHoursInWords(let name, let words):
      return language.text(.ferryHoursInWords(name, network.words(words, in: language)))
    case .remark(let remark) where withSource:
      return language.text(caution) + told(by: remark.source, of: network)
    default: return language.text(caution, naming: fieldName)
    }
  }

  /// Several remedies in words, any one of which is enough.
  package func text(_ remedies: [Remedy]) -> String {
    let words = remedies.map { text($0) }
    guard language == .en, words.count > 2, let last = words.last else {
      return words.joined(separator: language(", hoặc ", ", or "))
    }
    return words.dropLast().joined(separator: ", ") + ", or " + last
  }

  /// The names of fields in the face, in brackets behind a blank; nothing where it has no names.
  package func hint(_ fields: String...) -> String {
    fieldName.map { name in " (" + fields.map(name).joined(separator: ", ") + ")" } ?? ""
  }

  /// A remedy in words: the field and its value where the face names fields, else what it means.
  package func text(_ remedy: Remedy) -> String {
    switch remedy {
    case .count(let count):
      setting(remedy, "lấy \(count) nơi", "asking for \(count)")
    case .minutes(let minutes):
      setting(remedy, "cho phép đi \(minutes) phút", "allowing \(minutes) min")
    case .kilometres(let kilometres):
      setting(remedy, "cho phép đi \(kilometres) km", "allowing \(kilometres) km")
    case .confidence(let confidence):
      setting(
        remedy, "chấp nhận độ tin cậy \(confidence.vi)",
        "relying on statements of \(confidence.rawValue) confidence")
    case .probability(let chance):
      setting(
        remedy, "chấp nhận khả năng \(language.percent(chance))",
        "relying on a chance of \(language.percent(chance))")
    case .tier(let tier):
      setting(remedy, "cho phép chuyển đến tuyến \(tier)", "allowing tier \(tier)")
    case .lowerLevel:
      language("hạ yêu cầu ", "a lower ") + name("minLevel", "cấp chuyên môn", "level")
    case .vehicle(let id):
      language(
        "chuyển người bệnh sang phương tiện khác", "handing the patient over to another vehicle")
        + (id.map { vehicleOption($0) } ?? "")
    case .graver: language("ca nặng hơn", "a graver patient") + hint("severity")
    case .onset:
      language("cho biết ", "") + name("onset", "giờ khởi phát", "the time of onset")
    case .doorToTreatment:
      language("cho biết ", "")
        + name(
          "doorToTreatment", "thời gian từ cửa đến điều trị", "the time from door to treatment")
    case .capacityFile:
      language(fieldName == nil ? "có " : "dùng ", "")
        + name("capacityFile", "danh sách chỗ trống", "a list of free places")
    case .assumedCapacity:
      fieldName.map { language("giả định bằng ", "an assumption by ") + $0("capacity") }
        ?? language("giả định số chỗ", "an assumption of its places")
    case .askingAlone: language("hỏi riêng người bệnh này", "asking for this patient alone")
    case .event(let vi, let en): language(vi, en)
    }
  }

  /// The option for a vehicle, in brackets behind a blank; nothing where the face has no names.
  private func vehicleOption(_ id: String) -> String {
    fieldName.map { name in " (\(name("vehicle")) \(id))" } ?? ""
  }

  private func setting(_ remedy: Remedy, _ vi: String, _ en: String) -> String {
    guard let fieldName, let field = remedy.field, let value = remedy.value else {
      return language(vi, en)
    }
    return language("dùng ", "") + fieldName(field) + " " + value
  }

  private func name(_ field: String, _ vi: String, _ en: String) -> String {
    fieldName?(field) ?? language(vi, en)
  }
}
