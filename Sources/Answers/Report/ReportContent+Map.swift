import Drawing
import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

extension ReportContent {
  /// The map of a need: every commune by its minutes.
  func map(_ answer: NeedCoverage) -> MapPicture {
    let scale = StepScale(around: answer.threshold.minutes)
    let accesses = answer.coverage.accesses()
    var marks: [MapPicture.Mark] = []
    var shown: [Int] = []
    var people = [Double](repeating: 0, count: scale.limits.count + 2)
    for (number, commune) in ground.demand.communes.enumerated() {
      let minutes = accesses[number].minutes
      let step = minutes.isFinite ? scale.step(of: minutes) : scale.limits.count + 1
      people[step] += commune.people
      guard let point = commune.point else { continue }
      shown.append(number)
      marks.append(
        MapPicture.Mark(
          point: point, weight: commune.people, colour: scale.colour(of: minutes),
          shape: ReportContent.shape(minutes, answer), title: title(number, accesses[number])))
    }
    let communes = shown
    let demand = ground.demand
    let network = network
    var picture = MapPicture(
      title: language("Bản đồ: ", "Map: ") + PlanningText.name(answer.need, language),
      summary: summary(answer), marks: marks, sizeWeights: [5_000, 20_000, 80_000],
      lines: mainLines, sites: sites(answer), regions: regions,
      entries: entries(scale, people, answer), words: words(answer)
    ) { ReportContent.nameOfIsland($0.map { demand.communes[communes[$0]] }, in: network) }
    picture.outlines = outlines
    return picture
  }

  /// Borders of provinces, and the coast.
  private var outlines: [MapPicture.Outline] {
    network.outlinedScheme.map(network.borders(scheme:))?.map { border in
      MapPicture.Outline(border.kind == .province ? .border : .edge, border.points)
    } ?? []
  }

  /// Communes beyond the threshold are square, so that a print without colour tells them too.
  private static func shape(
    _ minutes: Double, _ answer: NeedCoverage
  ) -> MapPicture.Mark.Shape {
    guard minutes.isFinite else { return .cross }
    return minutes <= answer.threshold.minutes ? .circle : .square
  }

  private func title(_ commune: Int, _ access: CommuneAccess) -> String {
    let one = ground.demand.communes[commune]
    let reached =
      access.able.map {
        language(
          "\(PlanningText.minutes($0.minutes)) phút, \(network.facility($0.facility).name)",
          "\(PlanningText.minutes($0.minutes)) min, \(network.facility($0.facility).name)")
      } ?? language("không đến được nơi nào làm được", "reaches no able facility")
    return network.fullName(of: network.place(one.place)) + ": "
      + language.grouped(one.people) + language(" người; ", " people; ") + reached
  }

  /// The map in two sentences.
  func summary(_ answer: NeedCoverage) -> String {
    let minutes = answer.threshold.minutes
    let typical = answer.coverage.people(within: minutes)
    let slow = answer.coverage.people(within: minutes, at: .slow)
    let number = decimal(minutes, 1)
    return language(
      "\(language.percent(typical.share(of: .served))) số dân "
        + "(\(language.grouped(typical[.served])) trên "
        + "\(language.grouped(typical.all)) người) đến được nơi làm được trong "
        + "\(number) phút; nếu mọi thứ đi chậm, "
        + "\(language.percent(slow.share(of: .served))).",
      "\(language.percent(typical.share(of: .served))) of the people "
        + "(\(language.grouped(typical[.served])) of "
        + "\(language.grouped(typical.all))) reach an able facility within "
        + "\(number) minutes; when everything goes slowly, "
        + "\(language.percent(slow.share(of: .served))).")
  }

  private func entries(
    _ scale: StepScale, _ people: [Double], _ answer: NeedCoverage
  ) -> [MapPicture.Entry] {
    var entries: [MapPicture.Entry] = []
    for step in 0...scale.limits.count {
      let from = step == 0 ? nil : decimal(scale.limits[step - 1], 1)
      let to = step == scale.limits.count ? nil : decimal(scale.limits[step], 1)
      let text =
        switch (from, to) {
        case (nil, let to?): "≤ \(to)"
        case (let from?, let to?): "\(from)–\(to)"
        case (let from?, nil): "> \(from)"
        case (nil, nil): ""
        }
      entries.append(
        MapPicture.Entry(
          colour: StepScale.colours[step],
          shape: ReportContent.shape(
            step < scale.limits.count ? scale.limits[step] : .greatestFiniteMagnitude, answer),
          text: text, count: language.grouped(people[step])))
    }
    let unreached = people[scale.limits.count + 1]
    if unreached > 0 {
      entries.append(
        MapPicture.Entry(
          colour: StepScale.none, shape: .cross,
          text: language("không đến được", "reach none"),
          count: language.grouped(unreached)))
    }
    return entries
  }

  private func words(_ answer: NeedCoverage) -> MapPicture.Words {
    MapPicture.Words(
      legend: language("Phút; số người", "Minutes; people"),
      site: language("nơi làm được (số: bảng)", "able (number: table)"),
      sizes: language("Cỡ: số dân xã, phường", "Size: people of a commune"),
      sizeTexts: [5_000, 20_000, 80_000].map { language.grouped($0) },
      road: language("đường chính", "main roads"),
      water: language("phà, đường thủy", "ferries, waterways"),
      north: language("B", "N"),
      enlarged: language("Phóng to khung đứt nét", "The dashed frame, enlarged"))
  }

  /// Main roads and ways on water, each once.
  private var mainLines: [MapPicture.Line] {
    var lines: [MapPicture.Line] = []
    var seen: Set<[Int]> = []
    for (index, link) in zip(network.travel.links.recordIndices, network.travel.links) {
      let kind: MapPicture.Line.Kind
      switch link.mode {
      case .road:
        switch link.roadClass {
        case .expressway, .national: kind = .road
        case .provincial where !link.isStreet: kind = .road
        default: continue
        }
      case .ferry, .waterway: kind = .water
      default: continue
      }
      let ends = network.travel.ends(ofLink: index)
      let (start, end) = (ends.start.rawValue, ends.end.rawValue)
      guard
        seen.insert([min(start, end), max(start, end), kind.rawValue]).inserted
      else { continue }
      lines.append(
        MapPicture.Line(
          from: network.travel.nodes[ends.start].point, to: network.travel.nodes[ends.end].point,
          kind))
    }
    return lines
  }

  private func sites(_ answer: NeedCoverage) -> [MapPicture.Label] {
    ableFacilities(answer).enumerated().compactMap { number, load in
      let facility = network.facility(load.facility)
      return facility.position.point.map {
        MapPicture.Label(
          point: $0, text: "\(number + 1)", title: "\(number + 1). \(facility.name)")
      }
    }
  }

  /// Provinces at the middle of their people.
  private var regions: [MapPicture.Label] {
    Division.level(.province).parts(of: ground.demand, in: network).compactMap { part in
      guard let index = part.place else { return nil }
      var (latitude, longitude, people) = (0.0, 0.0, 0.0)
      for number in part.communes {
        let commune = ground.demand.communes[number]
        guard let point = commune.point else { continue }
        latitude += point.latitude * commune.people
        longitude += point.longitude * commune.people
        people += commune.people
      }
      guard people > 0 else { return nil }
      let place = network.place(index)
      return MapPicture.Label(
        point: Coordinate(latitude: latitude / people, longitude: longitude / people),
        text: ReportContent.short(place.name), title: place.name)
    }
  }

  /// A province without the word for its kind.
  private static func short(_ name: String) -> String {
    for kind in ["Tỉnh ", "Thành phố "] where name.hasPrefix(kind) {
      return String(name.dropFirst(kind.count))
    }
    return name
  }

  /// An island by its district where it has one, else by its commune of most people.
  private static func nameOfIsland(_ communes: [Demand.Commune], in network: Network) -> String {
    guard let largest = communes.max(by: { ($0.people, $1.place) < ($1.people, $0.place) }) else {
      return ""
    }
    let place = network.place(largest.place)
    if communes.count > 1, let parent = network.parent(of: place), parent.level == .district {
      return parent.name
    }
    return place.name
  }

  /// The curve of a need: who is within how many minutes.
  func curve(_ answer: NeedCoverage) -> CurvePicture {
    // Four times the threshold shows the tail of most needs; it is told in whole hours.
    let last = max(120, (answer.threshold.minutes * 4 / 120).rounded(.up) * 120)
    func curve(_ pace: Pace, _ name: String, isDashed: Bool) -> CurvePicture.Curve {
      let curve = answer.coverage.curve(at: pace)
      let share = language.percent(curve.share(within: answer.threshold.minutes))
      return CurvePicture.Curve(
        name: "\(name): \(share)",
        shares: (0...Int(last)).map { curve.share(within: Double($0)) }, isDashed: isDashed)
    }
    return CurvePicture(
      title: language("Đường cong: ", "Curve: ") + PlanningText.name(answer.need, language)
        + ". " + summary(answer),
      axis: language(
        "phút đến nơi gần nhất làm được (phần dân số đến kịp)",
        "minutes to the nearest able facility (share of people within)"),
      last: last, step: 1,
      limit: (
        answer.threshold.minutes,
        language(
          "ngưỡng \(decimal(answer.threshold.minutes, 1)) phút",
          "threshold \(decimal(answer.threshold.minutes, 1)) min")
      ),
      curves: [
        curve(.typical, language("thường ngày", "usual pace"), isDashed: false),
        curve(.slow, language("khi đi chậm", "slow pace"), isDashed: true),
      ])
  }
}
