/// The words for codes in fields of records, in Vietnamese and English.
extension RecordWords {
  /// By the code.
  static let codes = table(
    """
    about|khoảng|about
    active|đang hoạt động|active
    agreement|thỏa thuận|agreement
    air|đường không|air
    airport|sân bay|airport
    all|tất cả|all
    alternative|cách viết khác|alternative
    approximate|gần đúng|approximate
    atLeast|ít nhất|at least
    atMost|nhiều nhất|at most
    basic|cơ bản|basic
    bilateral|song phương|bilateral
    bridge|cầu|bridge
    bridge-end|đầu cầu|end of a bridge
    central-hospital|bệnh viện trung ương|central hospital
    centre|trung tâm địa bàn|centre of the area
    city-hospital|bệnh viện thành phố|city hospital
    closed|đóng|closed
    commune|xã|commune
    commune-health-station|trạm y tế xã|commune health station
    comprehensive-support|hỗ trợ toàn diện|comprehensive support
    cooperation|hợp tác|cooperation
    coordinator|điều phối|coordinator
    department-of-health|sở y tế|department of health
    directed|được chỉ đạo|directed
    directs|chỉ đạo|directs
    district|huyện|district
    district-hospital|bệnh viện huyện|district hospital
    district-medical-centre|trung tâm y tế huyện|district medical centre
    ended|đã hết hạn|ended
    emergency|cấp cứu|emergency
    emergency-centre|trung tâm cấp cứu|emergency centre
    emergency-station|trạm cấp cứu|emergency station
    equivalent|tương đương|equivalent
    exact|đúng tòa nhà|the building
    excluded|không có nghĩa là|not meant
    expressway|cao tốc|expressway
    false|không|no
    female|nữ|female
    ferry|phà|ferry
    ferry-landing|bến phà|ferry landing
    first-contact|tiếp nhận đầu tiên|first contact
    flood|ngập lụt|flood
    former|tên cũ|former
    high|cao|high
    hub|hạt nhân|hub
    independent|tự làm được|independent
    interchange|nút giao|interchange
    interior|bên trong địa bàn|interior of the area
    junction|ngã đường|junction
    last-line|tuyến cuối|last line
    light|xe nhẹ|light vehicles
    local|đường địa phương|local road
    low|thấp|low
    male|nam|male
    medium|trung bình|medium
    member|thành viên|member
    military|quân đội|military
    military-hospital|bệnh viện quân đội|military hospital
    mixed|hỗn hợp|mixed
    motorcycle|xe máy|motorcycles
    narrower|hẹp hơn|narrower
    national|quốc lộ|national road
    network|mạng lưới|network
    no|không|no
    normal|bình thường|normal
    not_yet|chưa có hiệu lực|not yet in force
    observing|học quan sát|observing
    official|chính thức|official
    on-site|tại chỗ|on site
    open|mở|open
    other|khác|other
    part|một phần|part
    passenger|hành khách|passengers
    patient|người bệnh|patients
    pier|bến tàu|pier
    planned|dự kiến|planned
    polyclinic|phòng khám đa khoa|polyclinic
    port|cảng|port
    prehospital|ngoại viện|prehospital
    private|tư nhân|private
    private-hospital|bệnh viện tư|private hospital
    province|tỉnh|province
    provincial|đường tỉnh|provincial road
    provincial-general|bệnh viện đa khoa tỉnh|provincial general hospital
    provincial-specialised|bệnh viện chuyên khoa tỉnh|provincial specialised hospital
    public|công lập|public
    recipient|bên nhận|recipient
    regional-general|bệnh viện đa khoa khu vực|regional general hospital
    regional-medical-centre|trung tâm y tế khu vực|regional medical centre
    related|có liên quan|related
    remote-supported|có hỗ trợ từ xa|supported from afar
    road|đường bộ|road
    rotation|luân phiên|rotation
    rule|đặt theo quy tắc|placed by a rule
    satellite-hospital|bệnh viện vệ tinh|satellite hospital
    short|tên ngắn|short
    signatory|bên ký|signatory
    specialty-network|mạng lưới chuyên khoa|specialty network
    spoke|vệ tinh|spoke
    street|đường phố|street
    supervised|có người giám sát|supervised
    supporter|bên hỗ trợ|supporter
    surveyed|đã khảo sát|surveyed
    switchboard|tổng đài|switchboard
    technique-transfer|chuyển giao kỹ thuật|technique transfer
    total|tổng|total
    town|đô thị|town
    traffic|giao thông|traffic
    trainee|người học|trainee
    trainer|người dạy|trainer
    training|đào tạo|training
    transfer|chuyển tuyến|transfer
    true|có|yes
    unchanged|không đổi|unchanged
    unconfirmed|chưa xác nhận|unconfirmed
    under-used|chưa dùng hết|under-used
    university-hospital|bệnh viện trường đại học|university hospital
    unknown|chưa rõ|unknown
    unverified|chưa kiểm chứng|unverified
    waterway|đường thủy|waterway
    whole|toàn bộ|whole
    wider|rộng hơn|wider
    yes|có|yes
    """)

  /// States of emergency reception, by their codes.
  static let traffic = table(
    """
    advisory|hạn chế nhận|restricted
    closed|không nhận|none taken
    normal|nhận bình thường|taken as usual
    """)
}
