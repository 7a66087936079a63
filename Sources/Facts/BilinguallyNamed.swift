/// Something with a name, and perhaps an English one.
///
///     facility.englishName   // "Cho Ray Hospital", or the Vietnamese name where nobody gave one
public protocol BilinguallyNamed {
  /// The name.
  var name: String { get }
  /// The English name; nil where nobody gave one.
  var nameEn: String? { get }
}

extension BilinguallyNamed {
  /// The English name, or the name where there is none.
  public var englishName: String { nameEn ?? name }
}
