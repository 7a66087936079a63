import Drawing
import Formats
import HealthNetwork
import Planning
import Referral

extension ReportContent {
  /// A need as part of a file's name.
  static func fileName(_ answer: NeedCoverage) -> String {
    String(
      answer.need.capability.map { letter in
        letter.isASCII && (letter.isLetter || letter.isNumber || "-._".contains(letter))
          ? letter : "_"
      })
  }

  /// All files of the report but the list of them.
  var files: [ReportFile] {
    var files = [ReportFile(name: "index.html", text: page)]
    if answer.coverage != nil { files.append(summary.file("summary.csv")) }
    for (number, answer) in answers.enumerated() {
      let need = ReportContent.fileName(answer)
      files += [
        ReportContent.picture(map(answer).markup, "map-\(need).svg"),
        ReportContent.picture(curve(answer).markup, "curve-\(need).svg"),
        ReportFile(
          name: "communes-\(need).geojson",
          text: coverage([answer], by: .network)?.geoJSON.text(indent: nil) ?? ""),
        ReportFile(
          name: "facilities-\(need).geojson", text: facilities(answer).text(indent: nil)),
        loads(answer).file("facilities-\(need).csv"),
        communes(answer).file("communes-\(need).csv"),
      ]
      for told in divisions(of: answer.coverage.demand) {
        guard let report = coverage([answer], by: told.division) else { continue }
        files.append(
          ReportFile(name: "coverage-\(need)-\(told.ending).csv", text: report.csv))
      }
      if wanted.contains(.gaps) {
        files.append(ReportFile(name: "gaps-\(need).csv", text: gaps(number).csv))
      }
      if wanted.contains(.fairness) {
        if let sheet = fairness(answer) { files.append(sheet.file("fairness-\(need).csv")) }
      }
    }
    if let losses { files.append(ReportFile(name: "losses.csv", text: losses.csv)) }
    for sheet in answer.support?.tables(style) ?? [] {
      files.append(sheet.file("support-\(sheet.key).csv"))
    }
    if let levels = answer.levels {
      for sheet in levels.tables(style) {
        files.append(sheet.file("levels-\(sheet.key).csv"))
      }
    }
    if let quality {
      files += [
        provinces(quality).file("quality-provinces.csv"),
        facilities(quality).file("quality-facilities.csv"),
      ]
    }
    return files
  }

  private static func picture(_ markup: Markup, _ name: String) -> ReportFile {
    ReportFile(
      name: name, text: #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n" + markup.source + "\n")
  }

  /// The able facilities of a need as points.
  private func facilities(_ answer: NeedCoverage) -> JSONValue {
    let features = ableFacilities(answer).enumerated().compactMap { number, load -> JSONValue? in
      let facility = network.facility(load.facility)
      guard let point = facility.position.point else { return nil }
      return GeoJSON.feature(
        GeoJSON.point(GeoJSON.Position(point)),
        [
          "id": .string(facility.id), "name": .string(facility.name),
          "number": .integer(number + 1), "need": .string(answer.need.capability),
          "people": .number(load.people, decimals: 1), "communes": .integer(load.communes),
          "beds": load.beds.map { .number($0, decimals: 1) },
        ])
    }
    return .object(["type": .string("FeatureCollection"), "features": .array(features)])
  }
}
