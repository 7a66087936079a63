import Facts
import Formats
import HealthNetwork

extension LocationProblem {
  /// The problem in a sentence, and what to do.
  var text: Bilingual {
    switch self {
    case .unknownName(let name):
      Bilingual("không có gì tên là \"\(name)\"", description)
    case .tooWide(let name):
      Bilingual(
        "\"\(name)\" không có điểm riêng; hãy ghi một xã, thị trấn hay bệnh viện trong đó",
        description)
    case .unknownPosition(let name):
      Bilingual("chưa biết vị trí của \"\(name)\"", description)
    case .outside(let point, let box, let isSwapped):
      Bilingual(
        "điểm \(point.latitude),\(point.longitude) nằm ngoài mạng lưới (vĩ độ \(box.south) đến "
          + "\(box.north), kinh độ \(box.west) đến \(box.east))"
          + (isSwapped ? "; có phải \(point.longitude),\(point.latitude)?" : ""), description)
    }
  }
}
