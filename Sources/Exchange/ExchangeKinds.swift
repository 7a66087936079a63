import Facts
import HealthNetwork
import TravelNetwork

/// Something to do for each kind of record that exchange documents hold.
protocol ExchangeKindVisitor {
  /// What may go wrong.
  associatedtype Failure: Error

  /// Sees one kind of record, as the list that holds it.
  mutating func visit<Record: ExchangeRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) throws(Failure)
}

extension NetworkRecords {
  /// Shows every kind of record to a visitor that knows how records are coded, in the order of
  /// exchange files.
  ///
  /// The kinds and their order are those of `visitKinds`, which a test holds: the list stands here again
  /// because only a list that the compiler sees gives each kind code of its own, which reading a
  /// snapshot needs for its speed.
  static func visitExchangeKinds<Visitor: ExchangeKindVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.visit(\.networks)
    try visitor.visit(\.schemes)
    try visitor.visit(\.places)
    try visitor.visit(\.outlines)
    try visitor.visit(\.specialties)
    try visitor.visit(\.capabilityTypes)
    try visitor.visit(\.clocks)
    try visitor.visit(\.accessStandards)
    try visitor.visit(\.severities)
    try visitor.visit(\.freshness)
    try visitor.visit(\.triageClasses)
    try visitor.visit(\.transferRules)
    try visitor.visit(\.pathways)
    try visitor.visit(\.crosswalks)
    try visitor.visit(\.wordings)
    try visitor.visit(\.ladders)
    try visitor.visit(\.parties)
    try visitor.visit(\.facilities)
    try visitor.visit(\.capabilities)
    try visitor.visit(\.agreements)
    try visitor.visit(\.programmes)
    try visitor.visit(\.specialtyNetworks)
    try visitor.visit(\.rotations)
    try visitor.visit(\.techniques)
    try visitor.visit(\.trainings)
    try visitor.visit(\.figures)
    try visitor.visit(\.observations)
    try visitor.visit(\.vehicles)
    try visitor.visit(\.travelProfiles)
    try visitor.visit(\.weathers)
    try visitor.visit(\.closures)
    try visitor.visit(\.speedDefaults)
    try visitor.visit(\.blocks)
    try visitor.visit(\.blockJoins)
    try visitor.visit(\.nodes)
    try visitor.visit(\.links)
    try visitor.visit(\.holidays)
    try visitor.visit(\.exceptions)
    try visitor.visit(\.statuses)
  }
}
