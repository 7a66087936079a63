import Facts
package import HealthNetwork

extension OtherName {
  /// The facts about a further name besides its kind.
  package static let textFields: [TextField<OtherName>] =
    TextField.period(\.period) + TextField.provenance(\.provenance)
}

extension Contact {
  /// The facts about a telephone line besides its use.
  package static let textFields: [TextField<Contact>] =
    TextField.period(\.period)
    + [TextField("source", \.source), TextField("confidence", \.confidence)]
}

extension Topic {
  /// The facts about a topic besides its code and its name.
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
