extension DocumentPhrases {
  /// Breaches of a schema, as libxml2 words them.
  static let validity: [(String, String)] = [
    ("Element '%1', attribute '%2': %*", "phần tử '%1', thuộc tính '%2': %*"),
    ("Element '%1': %*", "phần tử '%1': %*"),
    (
      "This element is not expected. Expected is one of ( %1 )",
      "không được đứng ở đây; ở đây phải là một trong ( %1 )"
    ),
    (
      "This element is not expected. Expected is ( %1 )", "không được đứng ở đây; phải là ( %1 )"
    ),
    ("This element is not expected", "không được đứng ở đây"),
    (
      "Missing child element(s). Expected is one of ( %1 )", "thiếu phần tử con: một trong ( %1 )"
    ),
    ("Missing child element(s). Expected is ( %1 )", "thiếu phần tử con ( %1 )"),
    ("The attribute '%1' is required but missing", "thiếu thuộc tính bắt buộc '%1'"),
    ("The attribute '%1' is not allowed", "không có thuộc tính '%1'"),
    (
      "The value '%1' is not an element of the set {%2}", "'%1' không thuộc các giá trị {%2}"
    ),
    (
      "The value '%1' is not accepted by the pattern '%2'", "'%1' không đúng mẫu '%2'"
    ),
    (
      "The value has a length of '%1'; this underruns the allowed minimum length of '%2'",
      "dài %1, ngắn hơn mức ít nhất là %2"
    ),
    (
      "The value has a length of '%1'; this exceeds the allowed maximum length of '%2'",
      "dài %1, quá mức nhiều nhất là %2"
    ),
    (
      "The value '%1' is less than the minimum value allowed ('%2')", "%1 nhỏ hơn mức ít nhất là %2"
    ),
    (
      "The value '%1' is greater than the maximum value allowed ('%2')",
      "%1 lớn hơn mức nhiều nhất là %2"
    ),
    (
      "The value '%1' must be greater than '%2'", "%1 phải lớn hơn %2"
    ),
    ("The value '%1' must be less than '%2'", "%1 phải nhỏ hơn %2"),
    (
      "The value '%1' has more digits than are allowed ('%2')", "%1 có quá %2 chữ số"
    ),
    (
      "The value '%1' has more fractional digits than are allowed ('%2')",
      "%1 có quá %2 chữ số thập phân"
    ),
    (
      "'%1' is not a valid value of the %2 type '%3'", "'%1' không phải giá trị của kiểu '%3'"
    ),
    ("'%1' is not a valid value of the %2 type", "'%1' không phải giá trị cho phép ở đây"),
    (
      "No matching global declaration available for the validation root",
      "không phải phần tử gốc của loại tài liệu này"
    ),
    (
      "Character content is not allowed, because the content type is empty", "không được có chữ"
    ),
    (
      "Character content other than whitespace is not allowed because the content type is "
        + "'element-only'", "không được có chữ, chỉ có phần tử con"
    ),
    (
      "Element content is not allowed, because the type definition is simple",
      "không được có phần tử con"
    ),
    (
      "Element content is not allowed, because the content type is a simple type definition",
      "không được có phần tử con"
    ),
    (
      "Duplicate key-sequence [%1] in %2 identity-constraint '%3'", "[%1] có hai lần ('%3')"
    ),
    (
      "No match found for key-sequence [%1] of keyref '%2'", "không có [%1] nào để nhắc tới ('%2')"
    ),
  ]

  /// XML that is not well-formed, as libxml2 words it, and what is never accepted.
  static let syntax: [(String, String)] = [
    (
      "Opening and ending tag mismatch: %1 line %2 and %3",
      "thẻ đóng không khớp: mở '%1' ở dòng %2, đóng '%3'"
    ),
    (
      "Premature end of data in tag %1 line %2", "hết tệp khi thẻ '%1' của dòng %2 còn mở"
    ),
    (
      "Couldn't find end of Start Tag %1 line %2", "thẻ '%1' của dòng %2 không kết thúc"
    ),
    ("Couldn't find end of Start Tag %1", "thẻ '%1' không kết thúc"),
    ("Extra content at the end of the document", "còn thừa nội dung sau phần tử gốc"),
    ("Start tag expected, '<' not found", "cần một thẻ mở, không thấy '<'"),
    ("Attribute %1 redefined", "thuộc tính %1 có hai lần"),
    ("AttValue: \" or ' expected", "giá trị thuộc tính phải nằm trong ngoặc kép"),
    ("attributes construct error", "các thuộc tính viết sai"),
    ("error parsing attribute name", "tên thuộc tính viết sai"),
    ("Specification mandates value for attribute %1", "thuộc tính %1 không có giá trị"),
    ("Unescaped '<' not allowed in attributes values", "giá trị thuộc tính có dấu '<'; viết &lt;"),
    ("StartTag: invalid element name", "tên phần tử viết sai"),
    ("xmlParseEntityRef: no name", "dấu & đứng một mình; viết &amp;"),
    ("EntityRef: expecting ';'", "sau dấu & thiếu ';'; dấu & thường viết &amp;"),
    ("xmlParseCharRef: invalid xmlChar value %1", "ký tự số %1 không được phép trong XML"),
    ("PCDATA invalid Char value %1", "ký tự số %1 không được phép trong XML"),
    ("invalid character in attribute value", "giá trị thuộc tính có ký tự không được phép"),
    (
      "Input is not proper UTF-8, indicate encoding !%1",
      "không phải UTF-8 dù khai như vậy; lưu lại tệp bằng UTF-8"
    ),
    ("Namespace prefix %1 on %2 is not defined", "tiền tố %1 của %2 chưa khai báo"),
    (
      "Namespace prefix %1 for %2 on %3 is not defined", "tiền tố %1 của %2 trong %3 chưa khai báo"
    ),
    ("Comment not terminated%1", "chú thích không kết thúc"),
    ("Double hyphen within comment%1", "chú thích có hai gạch ngang liền nhau"),
    (
      "found %1, which is never accepted; write the text itself",
      "có tham chiếu hay khai báo không bao giờ được nhận; hãy viết thẳng chữ ra"
    ),
    (
      "found a DOCTYPE, which is never accepted; remove it and write out its entities",
      "có DOCTYPE, không bao giờ được nhận; bỏ nó đi và viết thẳng các thực thể ra"
    ),
    (
      "found a NUL byte; the file is not XML text, or is UTF-16 without a byte order mark",
      "có byte 0; tệp không phải chữ XML, hoặc là UTF-16 thiếu dấu thứ tự byte"
    ),
    (
      "the encoding %1 is not accepted; convert the file to UTF-8 and declare that",
      "không nhận bảng mã %1; chuyển tệp sang UTF-8 và khai như vậy"
    ),
    (
      "the document does not begin with '<'; it is not XML in UTF-8 or UTF-16",
      "tài liệu không mở đầu bằng '<'; không phải XML UTF-8 hay UTF-16"
    ),
    ("is packed (%1); unpack it first", "là tệp nén (%1); giải nén trước"),
    ("found broken UTF-16", "chữ UTF-16 bị hỏng"),
    ("the document is empty", "tài liệu trống"),
    ("the document holds no element", "tài liệu không có phần tử nào"),
    (
      "the document ends amid %1 that begins here; it may be cut off",
      "tài liệu hết giữa chừng một đoạn mở ở đây; có thể bị cắt ngang"
    ),
    ("not well-formed (libxml2 error %1)", "XML viết sai (lỗi %1 của libxml2)"),
    ("not well-formed", "XML viết sai"),
  ]

  /// Limits of readers.
  static let limits: [(String, String)] = [
    ("out of memory", "không đủ bộ nhớ"),
    ("the document has too many different names", "tài liệu có quá nhiều tên khác nhau"),
    ("the document is longer than %1 bytes", "tài liệu dài quá %1 byte"),
    ("reading took longer than %1 seconds", "đọc quá %1 giây"),
    ("reading takes longer than %1 seconds", "đọc quá %1 giây"),
    ("elements are nested deeper than %1", "phần tử lồng nhau quá %1 lớp"),
    ("an attribute is longer than %1 bytes", "một thuộc tính dài quá %1 byte"),
    ("a tag has more than %1 attributes", "một thẻ có quá %1 thuộc tính"),
    ("a tag is longer than %1 bytes", "một thẻ dài quá %1 byte"),
    ("a text is longer than %1 bytes", "một đoạn chữ dài quá %1 byte"),
    ("a comment is longer than %1 bytes", "một chú thích dài quá %1 byte"),
    ("a number is longer than %1 bytes", "một số dài quá %1 byte"),
    (
      "more than %1 objects and arrays are in each other", "đối tượng và mảng lồng nhau quá %1 lớp"
    ),
    (
      "more than %1 problems; the rest is not read", "quá %1 lỗi; phần còn lại không đọc"
    ),
    (
      "one record holds more than %1 elements and attributes, or more than %2 bytes of text",
      "một bản ghi có quá %1 phần tử và thuộc tính, hoặc quá %2 byte chữ"
    ),
  ]

  /// JSON that is none, and JSON that is not FHIR.
  static let json: [(String, String)] = [
    // The place of an error as a JSON Pointer.
    ("/%1: %*", "/%1: %*"),
    ("the document ends too early", "tài liệu hết sớm; có thể bị cắt ngang"),
    ("found %1 behind the end of the value", "sau khi giá trị kết thúc còn %1"),
    ("found %1; expected a comma or %2", "gặp %1; phải là dấu phẩy hoặc %2"),
    ("is not JSON in UTF-8", "không phải JSON UTF-8"),
    ("found %1; expected a key in quotation marks", "gặp %1; phải là tên khóa trong ngoặc kép"),
    ("the key \"%1\" is there twice in one object", "khóa \"%1\" có hai lần trong một đối tượng"),
    ("expected a colon behind the key \"%1\"", "sau khóa \"%1\" phải là dấu hai chấm"),
    ("found %1; expected a value", "gặp %1; phải là một giá trị"),
    ("found \"%1\"; expected a number", "gặp \"%1\"; phải là một số"),
    ("a text does not end", "một đoạn chữ không đóng ngoặc"),
    ("a text is not UTF-8", "một đoạn chữ không phải UTF-8"),
    (
      "a text holds the control character %1, which must be escaped",
      "một đoạn chữ có ký tự điều khiển %1"
    ),
    (
      "a text holds the control character %1, which FHIR does not allow",
      "một đoạn chữ có ký tự điều khiển %1 mà FHIR không cho phép"
    ),
    ("found \\%1, which is no escape of JSON", "JSON không có cách viết \\%1"),
    ("a text holds half a surrogate pair", "một đoạn chữ có nửa cặp surrogate"),
    ("expected four hexadecimal digits behind \\u", "sau \\u phải là bốn chữ số hệ 16"),
    (
      "a FHIR document is an object with a resourceType",
      "tài liệu FHIR phải là một đối tượng có resourceType"
    ),
    ("there is more than one resource", "có nhiều hơn một tài nguyên"),
    ("resourceType is no name of a resource", "resourceType không phải tên tài nguyên"),
    ("\"%1\" is no name of an element of FHIR", "\"%1\" không phải tên phần tử của FHIR"),
    (
      "the object has no \"resourceType\"; expected a resource of FHIR R4, such as Bundle",
      "đối tượng không có \"resourceType\"; phải là một tài nguyên FHIR R4, như Bundle"
    ),
    ("%1: an array in an array is not FHIR", "%1: FHIR không có mảng trong mảng"),
    ("%1: expected a value", "%1: phải là một giá trị"),
    ("the root is no element of FHIR", "phần tử gốc không phải của FHIR"),
    (
      "the root is \"%1\"; expected a resource of \"%2\", such as Bundle",
      "phần tử gốc là \"%1\"; phải là một tài nguyên của \"%2\", như Bundle"
    ),
    (
      "FHIR is not read from standard input; write it to a file first",
      "FHIR không đọc từ đầu vào chuẩn; hãy ghi ra tệp trước"
    ),
    ("expected %1", "phải là %1"),
  ]

  /// Documents of ours, of CSD and of HAVE, and files of any kind.
  static let documents: [(String, String)] = [
    ("there is no such file", "không có tệp này"),
    ("there is no such file, or it may not be read", "không có tệp này, hoặc không được phép đọc"),
    (
      "there is no such file or folder; name a folder of exchange files",
      "không có tệp hay thư mục này; hãy nêu thư mục chứa tài liệu trao đổi"
    ),
    ("the folder cannot be read", "không đọc được thư mục"),
    ("the folder holds no .xml file", "thư mục không có tệp .xml nào"),
    ("cannot be opened: %1", "không mở được: %1"), ("cannot be opened", "không mở được"),
    ("cannot be read: %1", "không đọc được: %1"),
    ("cannot be read (error %1)", "không đọc được (lỗi %1)"), ("cannot be read", "không đọc được"),
    (
      "is not a regular file; write it to a file first",
      "không phải tệp thường; hãy ghi ra tệp trước"
    ),
    (
      "no element CSD of %1 was found; expected it as the root or in getModificationsResponse",
      "không thấy phần tử CSD của %1, ở gốc hay trong getModificationsResponse"
    ),
    (
      "%1 is of namespace \"%2\"; only HAVE 1.0 is read, \"%3\"",
      "%1 thuộc không gian tên \"%2\"; chỉ đọc HAVE 1.0, \"%3\""
    ),
    (
      "the status expires (%1) before it was reported (%2)",
      "tình trạng hết hạn (%1) trước khi được báo (%2)"
    ),
    (
      "a document of the format %1 is no report of live status; expected an exchange document or "
        + "EDXL-HAVE",
      "tài liệu dạng %1 không phải báo cáo tình trạng; phải là tài liệu trao đổi hoặc EDXL-HAVE"
    ),
    ("kind is \"%1\"; expected \"%2\"", "kind là \"%1\"; phải là \"%2\""),
    (
      "the document belongs to network \"%1\", the folder to \"%2\"",
      "tài liệu thuộc mạng lưới \"%1\", thư mục thuộc \"%2\""
    ),
    (
      "a \"retract\" in a snapshot; only a document of kind=\"delta\" takes records away",
      "có \"retract\" trong bản đầy đủ; chỉ tài liệu kind=\"delta\" mới bỏ bản ghi"
    ),
    (
      "latitude and longitude seem to be swapped: no latitude is %1",
      "vĩ độ và kinh độ có vẻ bị đảo: không có vĩ độ %1"
    ),
    (
      "lat and lon stand together: one of them is missing", "lat và lon đi cùng nhau: thiếu một cái"
    ),
    (
      "south, west, north and east stand together: some are missing",
      "south, west, north và east đi cùng nhau: có cái thiếu"
    ),
    ("%1 is not a number that can be held", "%1 là số không giữ được"),
    ("%1 is \"%2\"; expected %3", "%1 là \"%2\"; phải là %3"),
    (
      "an import into this folder was interrupted and cannot be completed: %1",
      "một lần nhập vào thư mục này bị gián đoạn và không hoàn tất được: %1"
    ),
    (
      "documents of the format %1 cannot be read; formats: %2",
      "không đọc được tài liệu dạng %1; các dạng: %2"
    ),
    ("the document says nothing", "tài liệu không nói gì"),
    (
      "lies outside the folder, through a link, and cannot be changed with it",
      "nằm ngoài thư mục, qua một liên kết, nên không sửa cùng được"
    ),
    (
      "is no path of an .xml file within the folder",
      "không phải đường dẫn tệp .xml trong thư mục"
    ),
  ]
}
