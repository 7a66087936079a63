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
    let demand = answer.coverage.demand
    let outlines = network.outlines(scheme: demand.scheme)
    var marks: [MapPicture.Mark] = []
    var areas: [MapPicture.Area] = []
    var shown: [Int] = []
    var people = [Double](repeating: 0, count: scale.limits.count + 3)
    for (number, commune) in demand.communes.enumerated() {
      let minutes = accesses[number].minutes
      let isUnknown =
        accesses[number].accessClass(within: answer.threshold.minutes) == .unknown
      let step = minutes.isFinite ? scale.step(of: minutes) : scale.limits.count + 1
      people[isUnknown ? scale.limits.count + 2 : step] += commune.people
      let title = title(number, accesses[number], answer)
      let rings = outlines[commune.place] ?? []
      if !rings.isEmpty {
        areas.append(
          MapPicture.Area(
            rings: rings, colour: scale.colour(of: minutes), isHatched: isUnknown, title: title))
      }
      guard let point = commune.point else { continue }
      shown.append(number)
      var mark = MapPicture.Mark(
        point: point, weight: commune.people, colour: scale.colour(of: minutes),
        shape: isUnknown ? .hatched : ReportContent.shape(minutes, answer), title: title)
      mark.isInArea = !rings.isEmpty
      marks.append(mark)
    }
    let communes = shown
    let network = network
    var picture = MapPicture(
      title: language("Bản đồ: ", "Map: ") + PlanningText.name(answer.need, language),
      summary: summary(answer), marks: marks, sizeWeights: [5_000, 20_000, 80_000],
      lines: areas.isEmpty ? mainLines : mainLines.filter { $0.kind == .water },
      sites: sites(answer), regions: regions(of: demand),
      entries: entries(scale, people, answer, areAreas: !areas.isEmpty), words: words(answer)
    ) { ReportContent.nameOfIsland($0.map { demand.communes[communes[$0]] }, in: network) }
    picture.areas = areas
    picture.outlines = self.outlines
    picture.id = "map-" + ReportContent.fileName(answer)
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

  private func title(
    _ commune: Int, _ access: CommuneAccess, _ answer: NeedCoverage
  ) -> String {
    let one = answer.coverage.demand.communes[commune]
    let reached =
      access.able.map {
        language(
          "\(PlanningText.minutes($0.minutes)) phút, \(network.facility($0.facility).name)",
          "\(PlanningText.minutes($0.minutes)) min, \(network.facility($0.facility).name)")
      } ?? language("không đến được nơi nào làm được", "reaches no able facility")
    var asked = ""
    if access.accessClass(within: answer.threshold.minutes) == .unknown, let first = access.unknown
    {
      asked =
        language("; chưa rõ, hỏi: ", "; unknown, ask: ") + network.facility(first.facility).name
        + language(
          " (\(PlanningText.minutes(first.minutes)) phút)",
          " (\(PlanningText.minutes(first.minutes)) min)")
    }
    return network.fullName(of: network.place(one.place)) + ": "
      + language.grouped(one.people) + language(" người; ", " people; ") + reached + asked
  }

  /// The map in two sentences.
  func summary(_ answer: NeedCoverage) -> String {
    let minutes = answer.threshold.minutes
    let typical = answer.coverage.people(within: minutes)
    let slow = answer.coverage.people(within: minutes, at: .slow)
    let number = language.decimal(minutes, 1)
    let range = PlanningText.people(
      typical[.served], typical[.served] + typical[.unknown], language)
    var text = language(
      "\(language.percents(typical.servedShares)) số dân (\(range) trên "
        + "\(language.grouped(typical.all)) người) đến được nơi làm được trong \(number) phút; "
        + "nếu mọi thứ đi chậm, \(language.percents(slow.servedShares)).",
      "\(language.percents(typical.servedShares)) of the people (\(range) of "
        + "\(language.grouped(typical.all))) reach an able facility within \(number) minutes; "
        + "when everything goes slowly, \(language.percents(slow.servedShares)).")
    if typical[.unknown] >= 0.5 {
      text += language(
        " Số đầu là mức chắc chắn; số sau là nếu mọi bệnh viện chưa rõ đều làm được.",
        " The first number is sure; the second holds if every hospital of unknown capability is able."
      )
    }
    let withoutPage = answer.coverage.peopleWithoutPage(within: minutes)
    if withoutPage >= 0.5, typical.all > 0 {
      let share = language.percent(withoutPage / typical.all)
      let counts = answer.coverage.withoutPage.contains { answer.coverage.abilities[$0] == .able }
      text += language(
        " \(share) số dân chỉ trông vào lời ghi không có trang nguồn nào ("
          + (counts ? "đã tính trong mức chắc chắn)." : "chưa tính trong mức chắc chắn)."),
        " \(share) of the people depend on statements without any page ("
          + (counts ? "counted in what is sure)." : "not counted in what is sure)."))
    }
    return text
  }

  private func entries(
    _ scale: StepScale, _ people: [Double], _ answer: NeedCoverage, areAreas: Bool
  ) -> [MapPicture.Entry] {
    var entries: [MapPicture.Entry] = []
    for step in 0...scale.limits.count {
      let from = step == 0 ? nil : language.decimal(scale.limits[step - 1], 1)
      let to = step == scale.limits.count ? nil : language.decimal(scale.limits[step], 1)
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
          shape: areAreas
            ? .patch
            : ReportContent.shape(
              step < scale.limits.count ? scale.limits[step] : .greatestFiniteMagnitude, answer),
          text: text, count: language.grouped(people[step])))
    }
    let unreached = people[scale.limits.count + 1]
    if unreached > 0 {
      entries.append(
        MapPicture.Entry(
          colour: StepScale.none, shape: areAreas ? .patch : .cross,
          text: language("không đến được", "reach none"),
          count: language.grouped(unreached)))
    }
    let unknown = people[scale.limits.count + 2]
    if unknown > 0 {
      entries.append(
        MapPicture.Entry(
          colour: StepScale.none, shape: areAreas ? .hatchedPatch : .hatched,
          text: language("chưa rõ: hỏi", "unknown: ask"), count: language.grouped(unknown)))
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
}
