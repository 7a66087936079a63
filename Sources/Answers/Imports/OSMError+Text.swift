#if OpenStreetMap
  package import Formats
  package import OpenStreetMap

  extension OSMError {
    /// The error as `path: problem; remedy`, in a language; words of the library stay as they are.
    package func text(_ language: Language) -> String {
      guard language == .vi else { return description }
      let found: String = detail.map { " (\($0))" } ?? ""
      return switch kind {
      case .unreadable: "\(path): không đọc được\(found); hãy nêu một tệp OpenStreetMap"
      case .format:
        "\(path): tên tệp phải có đuôi .osm.pbf, .pbf, .osm, .osm.gz hoặc .osm.bz2; dạng khác thì "
          + "đổi bằng osmium-tool"
      case .damaged:
        "\(path): bị hỏng, bị cắt cụt, hoặc không đúng dạng như tên tệp\(found); hãy tải lại"
      case .history:
        "\(path): là tệp lịch sử hoặc tệp thay đổi\(found); hãy lấy bản trích ở một thời điểm "
          + "(osmium time-filter)"
      case .empty:
        "\(path): không có đường phố nào cho xe đi\(found); hãy lấy bản trích có đường phố (highway)"
      }
    }
  }
#endif
