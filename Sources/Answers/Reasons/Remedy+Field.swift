import Facts
package import Formats
public import Referral

extension Remedy {
  /// The field of the question that would be set otherwise; nil for something that happens.
  public var field: String? {
    switch self {
    case .count: "k"
    case .minutes: "within"
    case .kilometres: "withinKm"
    case .confidence: "minConfidence"
    case .probability: "minProbability"
    case .lowerLevel: "minLevel"
    case .tier: "highestTier"
    case .vehicle: "vehicle"
    case .graver: "severity"
    case .onset: "onset"
    case .doorToTreatment: "doorToTreatment"
    case .capacityFile: "capacityFile"
    case .assumedCapacity: "capacity"
    case .askingAlone, .event: nil
    }
  }

  /// The value that the field would be set to, where one value would do.
  public var value: String? {
    switch self {
    case .count(let number), .minutes(let number), .kilometres(let number), .tier(let number):
      String(number)
    case .confidence(let confidence): confidence.rawValue
    case .probability(let chance): "\(chance)"
    case .vehicle(let id): id
    default: nil
    }
  }

  /// The field and its value for programs; nil for something that happens.
  package var json: JSONValue? {
    field.map { field in
      .object(["field": .string(field), "value": value.map { .string($0) }])
    }
  }
}
