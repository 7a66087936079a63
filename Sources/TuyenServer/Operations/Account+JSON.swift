import Board
import Facts
import Formats

extension Account {
  /// The account for programs, without what proves its owner.
  var json: JSONValue {
    .object([
      "account": .string(id), "role": .string(role.rawValue),
      "facilities": .array(facilities.sorted().map { .string($0) }),
      "made": .string(made.description), "revoked": revoked.map { .string($0.description) },
      "hasPassword": .bool(password != nil),
    ])
  }
}

extension AccessKey {
  /// The key for programs, without its secret.
  var json: JSONValue {
    .object([
      "id": .string(id), "sender": .string(sender), "role": .string(role.rawValue),
      "facilities": .array(facilities.sorted().map { .string($0) }),
      "from": .string(from.description), "until": .string(until.description),
      "revoked": revoked.map { .string($0.description) },
      "lastUsed": lastUsed.map { .string($0.description) },
    ])
  }
}
