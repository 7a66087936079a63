import Facts
package import HealthNetwork

extension OtherName {
  /// What may be known about a further name besides its kind.
  package static let textFields: [TextField<OtherName>] =
    TextField.period(\.period) + TextField.provenance(\.provenance)
}

extension Contact {
  /// What may be known about a telephone line besides what it is for.
  package static let textFields: [TextField<Contact>] =
    TextField.period(\.period)
    + [TextField("source", \.source), TextField("confidence", \.confidence)]
}

extension Topic {
  /// What may be known about a topic besides its code and its name.
  package static let textFields: [TextField<Topic>] = [
    TextField("ref", \.ref), TextField("note", \.note),
  ]
}

extension Placement {
  static let textFields: [TextField<Placement>] = [TextField("basis", \.basis)]
}

extension Member {
  static let textFields: [TextField<Member>] =
    TextField.period(\.period) + [TextField("note", \.note)]
}

extension ServiceWindow {
  static let textFields: [TextField<ServiceWindow>] = [TextField("note", \.note)]
}
