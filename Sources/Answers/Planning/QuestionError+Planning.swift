import Formats
import HealthNetwork
package import Planning

extension QuestionError {
  /// Why something cannot be planned, as the field that would have to be another.
  package init(_ error: PlanningError) {
    func list(_ vi: String, _ en: String, _ schemes: [String]) -> Bilingual {
      let names = schemes.joined(separator: ", ")
      return schemes.isEmpty ? Bilingual("") : Bilingual(vi + names, en + names)
    }
    switch error {
    case .noSchemeInForce(let day, let known):
      self.init(
        field: "scheme",
        .unsupported(
          Bilingual(
            "không có hệ đơn vị hành chính nào đang hiệu lực ngày \(day)",
            "no administrative geography is in force on \(day)")
            + list("; hãy chọn một trong: ", "; name one of: ", known)))
    case .noCommunes(let scheme, let counted):
      self.init(
        field: "scheme", value: scheme,
        .unsupported(
          Bilingual(
            "mạng lưới không có xã nào của \"\(scheme)\"",
            "the network has no communes of \"\(scheme)\"")
            + list("; có số dân: ", "; with figures of population: ", counted)))
    case .noFigures(let scheme, let basis, let counted):
      self.init(
        field: "scheme", value: scheme,
        .unsupported(
          Bilingual(
            "không xã nào của \"\(scheme)\" có số dân"
              + (basis.map { " loại \($0.rawValue)" } ?? " theo điều tra"),
            "no commune of \"\(scheme)\" has a population"
              + (basis.map { " of the basis \($0.rawValue)" } ?? " by census"))
            + list("; có số dân: ", "; with figures: ", counted)))
    case .noAgeFigures(let place, let group):
      self.init(
        field: "group", value: group.text,
        .unsupported(
          Bilingual(
            "\(place) không có số liệu theo tuổi để tính nhóm \(group.text); nhóm tuổi của số liệu "
              + "không được cắt ngang nhóm này",
            "there are no figures by age for \(place) from which the group \(group.text) can be "
              + "counted; the ages of the figures must not cross its limits")))
    }
  }
}
