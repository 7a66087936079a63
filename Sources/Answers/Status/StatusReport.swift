package import Facts
package import Formats
package import HealthNetwork

/// What a facility has reported by an instant, each field by its newest report.
package struct StatusReport {
  private let picture: StatusPicture
  private let asked: Instant
  private let network: Network

  /// Looks at the reports of a facility; nil when it has none.
  package init?(_ network: Network, facility: FacilityIndex, at instant: Instant) {
    picture = network.picture(of: facility, at: instant)
    asked = instant
    self.network = network
    if picture.isEmpty { return nil }
  }

  /// The fields in words, one a line, with age, end and source.
  package func lines(_ language: Language) -> [String] {
    var lines = [language("Báo cáo tình trạng", "Live status")]
    if let traffic = picture.traffic {
      let strength =
        traffic.value.word == .normal
        ? ""
        : traffic.value.isHard
          ? language(" (mọi ca)", " (all patients)")
          : language(" (có thể trừ ca nguy kịch)", " (a critical patient may be taken)")
      let word = RecordWords.text(traffic.value.word.rawValue, in: RecordWords.traffic, language)
      lines.append(
        language("  Cấp cứu: ", "  Emergencies: ") + word + strength + told(traffic, language))
    }
    for (type, beds) in picture.beds.sorted(by: { $0.key < $1.key }) {
      lines.append(
        language(
          "  Giường \(BedType.named(type).name): còn \(beds.value)",
          "  Beds, \(BedType.named(type).nameEn): \(beds.value) free")
          + told(beds, language))
    }
    for off in picture.off {
      lines.append(
        language("  Ngừng: ", "  Out of service: ")
          + network.name(ofCapability: off.value.capability, in: language)
          + (network.words(off.value.note, in: language).map { " (\($0))" } ?? "")
          + told(off, language))
    }
    return lines
  }

  private func told(_ report: Reported<some Hashable & Sendable>, _ language: Language) -> String {
    let age = report.ageMinutes(at: asked).map { minutes in
      let spoken = language.spoken(Double(minutes))
      return language("\(spoken) trước", "\(spoken) ago")
    }
    let expires = language.moment(report.expires)
    let end =
      report.holds(at: asked)
      ? language("đến \(expires)", "until \(expires)")
      : language(
        "đã hết hiệu lực \(expires): coi như không biết", "expired at \(expires): unknown")
    return "; "
      + [age, end, network.words(report.source, in: language)].compactMap { $0 }
      .joined(separator: "; ")
  }

  /// The fields for programs; see docs/json.md.
  package var json: JSONValue {
    .object([
      "traffic": picture.traffic.map { traffic in
        value(
          traffic,
          [
            "value": .string(traffic.value.word.rawValue), "hard": .bool(traffic.value.isHard),
          ])
      },
      "beds": .object(
        picture.beds.mapValues { value($0, ["value": .integer($0.value)]) }),
      "off": .array(
        picture.off.map { value($0, ["capability": .string($0.value.capability)]) }),
    ])
  }

  private func value(
    _ report: Reported<some Hashable & Sendable>, _ fields: [String: JSONValue?]
  ) -> JSONValue {
    var all = fields
    all["reported"] = report.reported.map { .string($0.description) }
    all["ageMinutes"] = report.ageMinutes(at: asked).map { .integer($0) }
    all["expires"] = .string(report.expires.description)
    all["expired"] = .bool(!report.holds(at: asked))
    all["source"] = report.source.map { .string($0) }
    return .object(all)
  }
}
