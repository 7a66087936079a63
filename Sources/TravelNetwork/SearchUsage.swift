/// How many queries a search is prepared for.
public enum SearchUsage: Hashable, Sendable {
  /// One query, or a few: nothing is indexed beforehand.
  case single
  /// Many queries: an index of the targets is made first, which pays after a few of them.
  case batch
}
