import Facts
import HealthNetwork

/// A published figure beside what the loaded records add up to.
///
/// Only indicators that records can count are counted; the others stand as they were published.
/// What is counted is what is loaded, and never more than that: a network of a few press articles
/// does not hold every hospital that they speak of.
public struct StatedFigure: Hashable, Sendable {
  /// How the two compare.
  public enum State: String, CaseIterable, Sendable {
    /// The count lies within the figure.
    case agrees
    /// It is less than the figure.
    case fewer
    /// It is more than the figure.
    case more
    /// It agrees as far as it goes, but only a part of the whole is loaded: nothing follows.
    case partly
    /// Nothing of the kind is loaded, so that a count of none means nothing.
    case notLoaded = "not_loaded"
    /// The indicator cannot be counted from records, or the figure has no value.
    case notCounted = "not_counted"
  }

  /// The index of the figure.
  public let figure: Int
  /// What the records add up to; nil when they cannot tell.
  public let count: SupportCount?
  /// How the two compare.
  public let state: State
  /// Of how many the figure speaks, where another figure says so and fewer are loaded.
  public let whole: Int?

  /// Counts beside all figures.
  ///
  /// - Returns: One for each figure, in order of id.
  public static func all(_ counter: SupportCounter) -> [StatedFigure] {
    counter.register.network.records.figures.indices.map { index in
      let figure = counter.register.network.records.figures[index].record
      let count = figure.isChange == true ? nil : counter.count(figure)
      let whole = counter.whole(of: figure)
      return StatedFigure(
        figure: index, count: count,
        state: state(of: count, beside: figure.measure, counter.covers(figure, count, whole)),
        whole: whole)
    }
  }

  private static func state(
    of count: SupportCount?, beside measure: Measure, _ extent: SupportCounter.Extent
  ) -> State {
    guard let count, measure.value ?? measure.low ?? measure.high != nil else { return .notCounted }
    switch extent {
    case .nothing: return .notLoaded
    case .part: return .partly
    case .whole: break
    }
    let value = count.value
    let low = measure.low ?? measure.value
    let high = measure.high ?? measure.value
    if let low, value < low, measure.bound != .atMost { return .fewer }
    if let high, value > high, measure.bound != .atLeast { return .more }
    return .agrees
  }
}

/// What records add up to.
public struct SupportCount: Hashable, Sendable {
  /// The count, or the share in per cent where the figure is one.
  public var value: Double
  /// Of how many, where the count is of some of a known number.
  public var of: Int?
  /// Of how many nothing is known.
  public var unknown: Int?
}
