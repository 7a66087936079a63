#if OpenStreetMap
  package import Formats
  package import OpenStreetMap

  extension ImportProgress.Stage {
    /// The step that is being done, in words.
    package func text(_ language: Language) -> String {
      switch self {
      case .ways: language("đọc đường", "reading ways")
      case .nodes: language("đọc điểm", "reading points")
      case .network: language("dựng mạng", "building the network")
      }
    }
  }
#endif
