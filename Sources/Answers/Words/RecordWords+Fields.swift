/// The words for the fields of records, in Vietnamese and English.
extension RecordWords {
  /// By the name of the attribute in exchange documents.
  static let fields = table(
    """
    about|về|about
    aboveTier|vượt tuyến|above its tier
    accessDetour|hệ số đường vào|detour of the access way
    accessLimitKm|đường vào xa nhất (km)|longest access way (km)
    accessSpeed|tốc độ đường vào (km/giờ)|speed of the access way (km/h)
    activated|hoạt động từ|in use since
    activity|hoạt động|activity
    address|địa chỉ|address
    ageFrom|từ tuổi|from age
    ageTo|đến tuổi|to age
    agreement|thỏa thuận|agreement
    aim|mục tiêu|aim
    allowed|cho phép|allowed
    area|khu vực|area
    areaKm2|diện tích (km²)|area (km²)
    asOf|tính đến|as of
    asserted|được khẳng định|asserted
    attribution|ghi công|attribution
    available|còn trống|available
    basis|căn cứ|basis
    block|vùng đường|block
    bound|mức|bound
    built|xây xong|built
    by|do|by
    capability|năng lực|capability
    carriages|chở|carries
    carries|chở|carries
    catalogueShare|tỷ lệ danh mục|share of the catalogue
    change|thay đổi|change
    clock|đồng hồ|clock
    closed|đóng cửa từ|closed since
    closes|đến|closes
    code|mã|code
    condition|điều kiện|condition
    confidence|độ tin cậy|confidence
    count|số lượng|count
    crossing|cầu, phà|crossing
    crossingMinutes|phút qua|minutes across
    cruiseSpeed|tốc độ bay (km/giờ)|cruising speed (km/h)
    date|thời điểm|date
    days|các ngày|days
    default|mặc định|default
    definitive|dứt điểm|definitive
    demandConfidence|độ tin cậy của quy định|confidence of the demand
    demandFrom|quy định từ|demanded from
    demandSource|nguồn của quy định|source of the demand
    demandTo|quy định đến trước|demanded until before
    display|tên hiển thị|display
    diversion|ngừng nhận|diversion
    doctors|bác sĩ|doctors
    east|đông|east
    emergencyExempt|cấp cứu được miễn|emergencies exempt
    end|cuối|end
    entry|mục|entry
    every|cách (phút)|every (minutes)
    excludes|trừ|excludes
    expires|hết hạn|expires
    extendedMinutes|mốc sau (phút)|later limit (minutes)
    extent|phạm vi|extent
    facility|cơ sở|facility
    factor|hệ số|factor
    field|trường|field
    first|đầu|first
    firstEvidence|bằng chứng đầu tiên|first evidence
    freeFlowSpeed|tốc độ đường vắng (km/giờ)|free-flow speed (km/h)
    freshMinutes|còn mới trong (phút)|fresh for (minutes)
    from|từ|from
    fromTier|từ tuyến|from tier
    grade|hạng|grade
    handOverMinutes|bàn giao (phút)|hand-over (minutes)
    held|có|held
    helipad|bãi trực thăng|helipad
    helipadNote|ghi chú bãi trực thăng|note on the helipad
    high|cao nhất|high
    holiday|ngày lễ|holiday
    hours|giờ|hours
    id|mã|id
    implies|bao gồm|implies
    indicator|chỉ số|indicator
    key|khóa|key
    kind|loại|kind
    km|km|km
    kmFrom|từ km|from km
    kmMethod|cách đo km|how the km are known
    lastLine|tuyến cuối|last line
    lat|vĩ độ|latitude
    lateWeight|trọng số khi trễ|weight when late
    legalBasis|căn cứ pháp lý|legal basis
    level|cấp|level
    licence|giấy phép|licence
    link|đoạn|link
    lon|kinh độ|longitude
    low|thấp nhất|low
    method|cách tính|method
    minutes|phút|minutes
    mode|cách đi|mode
    modes|các cách đi|modes
    months|tháng|months
    name|tên|name
    nameEn|tên tiếng Anh|English name
    network|mạng lưới|network
    north|bắc|north
    note|ghi chú|note
    oneway|một chiều|one way
    opened|mở cửa từ|opened
    opens|từ|opens
    otherBlock|vùng đường kia|other block
    otherPlace|nơi kia|other place
    overrides|được bỏ qua|overrides
    ownership|sở hữu|ownership
    parent|trực thuộc|part of
    performer|người thực hiện|performed by
    place|đơn vị hành chính|place
    pointSource|nguồn tọa độ|source of the point
    precision|độ chính xác|precision
    programme|chương trình|programme
    quote|trích|quote
    rank|hạng|rank
    rankBasis|căn cứ xếp hạng|basis of the rank
    reason|lý do|reason
    recipient|bên nhận|recipient
    record|bản ghi|record
    ref|cơ sở|facility
    relation|quan hệ|relation
    reported|báo lúc|reported
    requires|đòi hỏi|requires
    restriction|hạn chế|restriction
    roadClass|loại đường|road class
    role|vai trò|role
    scheme|hệ địa giới|geography
    season|mùa|season
    seat|trụ sở|seat
    sessionsPerWeek|buổi mỗi tuần|sessions a week
    setUpMinutes|chuẩn bị (phút)|set-up (minutes)
    sex|giới tính|sex
    shape|hình dạng|shape
    share|tỷ lệ|share
    signed|ký ngày|signed
    slowFactor|hệ số chậm|slow factor
    slowWaitFactor|hệ số chờ lâu|slow wait factor
    source|nguồn|source
    south|nam|south
    specialty|chuyên khoa|specialty
    speed|tốc độ (km/giờ)|speed (km/h)
    stage|bước|stage
    standard|chuẩn|standard
    start|đầu|start
    state|trạng thái|state
    stated|được nói|stated
    statement|thông tin|statement
    stop|điểm dừng|stop
    stops|dừng|stops
    subject|đối tượng|subject
    successor|kế tiếp|successor
    supportedBy|được hỗ trợ bởi|supported by
    supporter|bên hỗ trợ|supporter
    system|hệ mã|system
    target|mục tiêu|target
    term|thuật ngữ|term
    text|nội dung|text
    tier|tuyến|tier
    timeCritical|tính từng phút|time-critical
    title|tiêu đề|title
    to|đến trước|until before
    toTier|đến tuyến|to tier
    topic|chủ đề|topic
    townLevel|loại đô thị|level of the town
    traffic|giao thông|traffic
    trainees|người học|trainees
    transferredBy|được chuyển giao bởi|handed over by
    trips|lượt|trips
    type|loại|type
    unit|đơn vị|unit
    url|địa chỉ trang|page
    use|dùng|use
    value|giá trị|value
    verified|đã thẩm định|verified
    version|phiên bản|version
    waitHighMinutes|chờ lâu nhất (phút)|longest wait (minutes)
    waitLowMinutes|chờ ít nhất (phút)|shortest wait (minutes)
    waitMinutes|chờ (phút)|wait (minutes)
    wave|đợt|wave
    weight|trọng số|weight
    west|tây|west
    zone|múi giờ|time zone
    """)
}
