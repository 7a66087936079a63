public import Facts

/// The index of a node in a travel map.
public typealias NodeIndex = RecordIndex<TravelNode>

/// The index of a link in a travel map.
public typealias LinkIndex = RecordIndex<TravelLink>

extension LinkIndex {
  /// The link of an arc's label, which is twice the link's index, plus 1 for an arc against its
  /// direction.
  init(label: UInt32) { self.init(Int(label / 2)) }

  /// The label of the arc in the direction of the link.
  var label: UInt32 { UInt32(rawValue * 2) }
}
