/// The folder of this repository, with a slash at its end.
public let repositoryFolder: String = {
  var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
  parts.removeLast(3)
  return parts.joined(separator: "/") + "/"
}()
