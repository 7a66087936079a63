/// A question whose answer is held by golden files, as plain data: every face that answers it must
/// give the same bytes.
public struct GoldenQuestion: Sendable, CustomStringConvertible {
  /// The network that is asked.
  public enum Network: Sendable {
    /// Ho Chi Minh City and the Mekong delta.
    case mekong
    /// The northern mountains, with agreements and without vehicles.
    case north
  }

  /// A document that comes with a question.
  public struct Document: Sendable {
    /// The field that it is.
    public var field: String
    /// Its name in messages.
    public var name: String
    /// Its text; nil for the file of the repository that `path` names.
    public var text: String?
    /// Where it lies in the repository, for one that is a file.
    public var path = ""

    /// A document of some text.
    public init(_ field: String, name: String, text: String) {
      self.field = field
      self.name = name
      self.text = text
    }

    /// A document of the repository.
    public init(_ field: String, path: String) {
      self.field = field
      self.path = path
      name = path.split(separator: "/").last.map(String.init) ?? path
    }
  }

  /// The name of its golden files.
  public var name: String
  /// The name of the question.
  public var question: String
  /// The network.
  public var network = Network.mekong
  /// Names and texts, in order.
  public var fields: [(name: String, value: String)]
  /// The documents that come with it.
  public var documents: [Document] = []

  /// Its name.
  public var description: String { name }

  /// Ten in the morning, on a Wednesday.
  public static let day = "2026-11-25T10:00"
  /// Two in the morning.
  public static let night = "2026-11-25T02:00"
  /// The seconds since 1970 of the present of all questions; each names its own instant.
  public static let nowSeconds = 1_795_000_000

  init(
    _ name: String, as question: String? = nil, on network: Network = .mekong,
    _ fields: KeyValuePairs<String, String>, _ documents: [Document] = []
  ) {
    self.name = name
    self.question = question ?? name
    self.network = network
    self.fields = fields.map { ($0.key, $0.value) }
    self.documents = documents
  }

  /// Questions that have one answer.
  public static let whole: [GoldenQuestion] = [
    GoldenQuestion(
      "route",
      [
        "from": "Cái Nước, Cà Mau", "need": "stroke.thrombectomy", "at": day, "explain": "true",
      ]),
    GoldenQuestion(
      "route-card", as: "route",
      [
        "from": "Mỏ Cày", "need": "nhồi máu cơ tim", "at": night, "avoid": "Cầu Rạch Miễu",
        "card": "true",
      ]),
    GoldenQuestion(
      "route-none", as: "route",
      [
        "from": "Phú Quốc", "need": "stroke.thrombectomy", "at": "2026-11-25T23:00",
        "weather": "bad",
      ]),
    GoldenQuestion(
      "route-onset", as: "route",
      [
        "from": "Xã Cù Lao Dung", "need": "stroke", "at": "2026-11-25T06:00", "onset": "03:05",
        "k": "2",
      ]),
    GoldenQuestion(
      "strategy",
      [
        "from": "Xã Cù Lao Dung", "need": "stroke", "at": night, "onset": "01:15",
        "strategy": "compare",
      ]),
    GoldenQuestion(
      "departures-onset", as: "departures",
      [
        "from": "Xã Cù Lao Dung", "need": "stroke", "at": "2026-11-25T06:00", "onset": "05:05",
        "leaveUntil": "10:00",
      ]),
    GoldenQuestion(
      "departures",
      [
        "from": "Cần Giờ", "need": "stroke", "at": "2026-11-25T20:00", "leaveUntil": "20:30",
        "within": "130",
      ]),
    GoldenQuestion(
      "isochrone",
      ["from": "Cần Giờ", "isochrone": "30,60", "at": day, "resolution": "5000"]),
    GoldenQuestion(
      "patients", ["from": "Cái Bè", "capacity": "2", "at": day],
      [
        Document(
          "patients", name: "patients.csv",
          text: "id,need,severity,age,sex,count\na,trauma,T1,30,male,2\nb,stroke,T2,70,female,1\n")
      ]),
    GoldenQuestion(
      "escalate", ["from": "Cái Nước, Cà Mau", "need": "stroke.thrombectomy", "at": day]),
    GoldenQuestion(
      "coverage",
      ["need": "stroke", "by": "province", "at": day, "curve": "true", "fairness": "true"]),
    GoldenQuestion(
      "gaps", ["need": "stroke.thrombectomy", "threshold": "90", "at": night, "limit": "4"]),
    GoldenQuestion(
      "loss", ["need": "stroke.lysis", "at": night, "top": "3", "of": "crossings"]),
    GoldenQuestion(
      "whatif", ["need": "stroke.thrombectomy", "at": night, "top": "5"],
      ["rach-mieu-closed", "dong-thap-thrombectomy"].map {
        Document("scenario", path: "network-data/scenarios/\($0).xml")
      }),
    GoldenQuestion("support", on: .north, ["at": day]),
    GoldenQuestion("levels", ["ladder": "emonc", "at": day]),
    GoldenQuestion("show", ["id": "bv-ca-mau", "at": day]),
    GoldenQuestion("show-place", as: "show", ["id": "gso-2025:32128", "at": day]),
    GoldenQuestion("crossings", ["text": "rach mieu", "at": day]),
    GoldenQuestion("search", ["text": "bv da khoa ca mau", "at": day]),
    GoldenQuestion("places", ["level": "province", "at": day]),
    GoldenQuestion("check", on: .north, ["at": day, "grade": "true"]),
  ]

  /// Questions that are answered row by row.
  public static let rows: [GoldenQuestion] = [
    GoldenQuestion(
      "matrix",
      [
        "from": "Năm Căn", "from": "Cái Nước, Cà Mau", "from": "9.2,105.1", "to": "bv-ca-mau",
        "to": "bv-cho-ray", "at": day,
      ]),
    GoldenQuestion(
      "matrix-need", as: "matrix",
      ["from": "Năm Căn", "toNeed": "stroke.thrombectomy", "at": day]),
    GoldenQuestion(
      "matrix-pairs", as: "matrix", ["at": night],
      [
        Document(
          "file", name: "pairs.csv",
          text: "from,to\nMỏ Cày,bv-cho-ray\nxyz,bv-cho-ray\nMỏ Cày\nMỏ Cày,\n")
      ]),
    GoldenQuestion(
      "batch", ["need": "stroke", "k": "2", "at": day],
      [
        Document(
          "batch", name: "origins.csv",
          text: """
            id,from,need
            b,32191,stroke.thrombectomy
            a,"Cái Nước, Cà Mau",
            c,nowhere at all,
            d,bv-nam-can,obstetrics
            e,,
            f

            """)
      ]),
  ]
}
