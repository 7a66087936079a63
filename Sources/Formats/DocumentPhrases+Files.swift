extension DocumentPhrases {
  /// Files of ours that cannot be read or written: snapshots, journals, folders.
  static let files: [(String, String)] = [
    ("is no snapshot", "không phải ảnh chụp mạng lưới"),
    (
      "breaks off after %1 bytes, within its header; build it again",
      "hết sau %1 byte, ngay trong phần đầu; hãy dựng lại"
    ),
    (
      "was written on a machine of the other byte order; build it again on this one",
      "được ghi trên máy có thứ tự byte khác; hãy dựng lại trên máy này"
    ),
    (
      "has version %1 of the format, expected %2; build it again",
      "thuộc phiên bản %1 của dạng này, cần %2; hãy dựng lại"
    ),
    (
      "has %1 bytes where %2 were written; build it again",
      "có %1 byte, lúc ghi có %2; hãy dựng lại"
    ),
    ("section \"%1\" is damaged; build it again", "phần \"%1\" bị hỏng; hãy dựng lại"),
    ("%1 is damaged; build it again", "%1 bị hỏng; hãy dựng lại"),
    ("is empty; build it again", "trống; hãy dựng lại"),
    ("has no section \"%1\"; build it again", "không có phần \"%1\"; hãy dựng lại"),
    (
      "section \"%1\" holds %2, expected %3; build it again",
      "phần \"%1\" chứa %2, cần %3; hãy dựng lại"
    ),
    ("is no file; name a snapshot", "không phải tệp; hãy nêu một ảnh chụp mạng lưới"),
    (
      "was made by another version of this software; build it again",
      "do phiên bản khác của phần mềm này làm ra; hãy dựng lại"
    ),
    ("holds no network; build it again", "không chứa mạng lưới nào; hãy dựng lại"),
    (
      "its travel graph is none of this network; build it again",
      "đồ thị đi lại không thuộc mạng lưới này; hãy dựng lại"
    ),
    (
      "the hierarchy is none of this network; build it again",
      "phân cấp đường không thuộc mạng lưới này; hãy dựng lại"
    ),
    (
      "the weights are none of this network; build it again",
      "trọng số không thuộc mạng lưới này; hãy dựng lại"
    ),
    ("its columns are no graph; build it again", "các cột không thành đồ thị; hãy dựng lại"),
    (
      "the documents changed while they were read; build it again",
      "tài liệu bị sửa trong lúc đọc; hãy dựng lại"
    ),
    (
      "the documents changed while they were compared; import again",
      "tài liệu bị sửa trong lúc so sánh; hãy nhập lại"
    ),
    (
      "was changed after import %1, so undoing would lose that; to take back only the import, apply %2",
      "đã bị sửa sau lần nhập %1, hoàn tác sẽ mất phần sửa đó; để chỉ bỏ lần nhập, hãy áp dụng %2"
    ),
    (
      "is no journal of this software; remove it", "không phải nhật ký của phần mềm này; hãy xóa đi"
    ),
    ("has a line that means nothing: %1", "có dòng vô nghĩa: %1"),
    ("would reach outside the folder; remove it", "sẽ ra ngoài thư mục; hãy xóa đi"),
    ("may not be written to", "không được phép ghi"),
    ("is too long", "quá dài"),
    (
      "neither the folder nor the cache can be written to; name a file to write to",
      "không ghi được vào thư mục lẫn bộ nhớ đệm; hãy nêu tệp để ghi"
    ),
    ("is there already, and is no snapshot", "đã có sẵn và không phải ảnh chụp mạng lưới"),
    ("is there already", "đã có sẵn"), ("the folder cannot be made", "không tạo được thư mục"),
    ("cannot be removed (%*)", "không xóa được (%*)"),
    ("cannot be renamed (%*)", "không đổi tên được (%*)"),
    ("cannot be locked (%*)", "không khóa được (%*)"),
    ("cannot be examined: %1", "không xem được: %1"),
    ("is longer than %1 bytes", "dài quá %1 byte"),
    ("is %*, which is never replaced by a file", "là %*, không bao giờ bị tệp thay thế"),
    (
      "cannot be written (%*); does its folder exist, may it be written to, is there room?",
      "không ghi được (%*); thư mục có tồn tại, có quyền ghi, còn chỗ không?"
    ),
    ("there is no room for it", "không còn chỗ"),
    ("%1 is longer than %2 bytes", "%1 dài quá %2 byte"),
    (
      "found a second value; expected the end of the document",
      "gặp giá trị thứ hai; tài liệu phải hết ở đây"
    ),
    ("the number %1 is too great", "số %1 quá lớn"),
    ("the document holds no value", "tài liệu không có giá trị nào"),
    ("line %1: the id %2 is no number", "dòng %1: mã %2 không phải số"),
    ("No such file or directory", "không có tệp hay thư mục đó"),
    ("Permission denied", "không có quyền"), ("Operation not permitted", "không được phép"),
    ("Is a directory", "là thư mục"), ("Not a directory", "không phải thư mục"),
    ("No space left on device", "đĩa đầy"), ("Disk quota exceeded", "hết hạn mức đĩa"),
    ("Read-only file system", "đĩa chỉ đọc"), ("File name too long", "tên tệp quá dài"),
    ("Input/output error", "lỗi đọc ghi"), ("Text file busy", "tệp đang được chạy"),
    ("Too many levels of symbolic links", "quá nhiều liên kết nối tiếp nhau"),
    ("a folder", "thư mục"), ("a link", "liên kết"), ("a device", "thiết bị"),
    ("a pipe", "ống dẫn"), ("a socket", "ổ cắm"),
  ]
}
