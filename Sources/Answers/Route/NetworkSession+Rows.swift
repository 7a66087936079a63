package import Facts
package import Referral

extension NetworkSession {
  /// The query that the fields of a whole file and the need of one of its rows make.
  package func referralQuery(
    _ fields: QuestionFields, need: String, now: Instant
  ) throws(QuestionError) -> ReferralQuery {
    var reader = FieldReader(fields, in: self, now: now)
    return try reader.referralQuery(
      need: try FieldReader.need(need, in: network), at: try reader.instant())
  }
}
