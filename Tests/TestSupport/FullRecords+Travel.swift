import Facts
import HealthNetwork
import TravelNetwork

extension FullRecords {
  static func addTravel(to records: inout NetworkRecords) {
    var vehicle = Vehicle()
    vehicle.id = "ambulance"
    vehicle.name = "Xe cứu thương"
    vehicle.nameEn = "Ambulance"
    vehicle.modes = "road ferry"
    vehicle.carriages = "all light"
    vehicle.handOverMinutes = 7.5
    vehicle.cruiseSpeed = 210
    vehicle.setUpMinutes = 45
    vehicle.provenance = provenance
    vehicle.extensions = [fileNumber]
    records.vehicles = located(vehicle)

    var profile = TravelProfile()
    profile.id = "default"
    profile.slowFactor = 1.5
    profile.slowWaitFactor = 2
    profile.accessSpeed = 22.5
    profile.accessDetour = 1.25
    profile.accessLimitKm = 12
    profile.provenance = provenance
    profile.extensions = [fileNumber]
    records.travelProfiles = located(profile)

    var effect = Weather.Effect()
    effect.roadClass = .local
    effect.kilometresFrom = 10
    effect.stops = true
    effect.factor = 1.25
    var weather = Weather()
    weather.id = "storm"
    weather.name = "Bão"
    weather.nameEn = "Storm"
    weather.effects = [effect]
    weather.provenance = provenance
    weather.extensions = [fileNumber]
    records.weathers = located(weather)

    var speed = SpeedDefault()
    speed.area = "delta"
    speed.roadClass = .provincial
    speed.speed = 40
    speed.freeFlowSpeed = 55
    speed.provenance = provenance
    records.speedDefaults = located(speed)

    var block = LandBlock()
    block.id = "north"
    block.name = "Bờ bắc"
    block.provenance = provenance
    block.extensions = [fileNumber]
    records.blocks = located(block, with(block) { $0.id = "south" })

    var join = BlockJoin()
    join.block = "north"
    join.otherBlock = "south"
    join.place = "old:26740"
    join.otherPlace = "new:26740"
    join.kilometres = 12.75
    join.provenance = provenance
    records.blockJoins = located(join)

    var node = TravelNode()
    node.id = "n1"
    node.kind = .ferryLanding
    node.name = "Bến phà"
    node.point = Coordinate(latitude: 10.25, longitude: 106.1234567)
    node.precision = .approximate
    node.place = "old:26740"
    node.block = "north"
    node.townLevel = "thị trấn"
    node.provenance = provenance
    node.extensions = [fileNumber]
    records.nodes = located(node, with(node) { $0.id = "n2" })

    var link = TravelLink()
    link.id = "l1"
    link.start = "n1"
    link.end = "n2"
    link.mode = .ferry
    link.roadClass = .national
    link.ref = "QL.1"
    link.name = "Quốc lộ 1"
    link.kilometres = 0.5
    link.lengthMethod = "straight line x 1.3"
    link.speed = 40
    link.freeFlowSpeed = 60
    link.isOneway = false
    link.crossing = "Phà Rạch Miễu"
    link.crossingMinutes = 8
    link.waitMinutes = 10.5
    link.hours = "24/24"
    link.carries = .motorcycle
    link.excludes = "ambulance"
    link.restriction = "no lorries"
    link.state = .unverified
    link.use = .no
    link.shape = "10.25 106.35 10.2501 106.3502"
    link.period = period
    link.provenance = provenance
    link.windows = [window]
    link.extensions = [fileNumber]
    records.links = located(link)
  }
}
