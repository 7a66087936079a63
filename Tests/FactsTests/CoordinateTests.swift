import Facts
import Testing

@Suite struct CoordinateTests {
  let benThanh = Coordinate(latitude: 10.7725, longitude: 106.6980)

  @Test func `a degree of latitude is as long as on the mean sphere`() {
    let north = Coordinate(latitude: 11.7725, longitude: 106.6980)
    #expect(abs(benThanh.distanceInMetres(to: north) - 111_195.08) < 0.01)
  }

  @Test func `a distance is the same both ways, nothing to itself, and half the globe at most`() {
    let haNoi = Coordinate(latitude: 21.0278, longitude: 105.8342)
    let distance = benThanh.distanceInMetres(to: haNoi)
    #expect(abs(distance - haNoi.distanceInMetres(to: benThanh)) < 1e-6)
    #expect(abs(distance - 1_144_000) < 3_000)
    #expect(benThanh.distanceInMetres(to: benThanh) == 0)
    let antipode = Coordinate(latitude: -10.7725, longitude: 106.6980 - 180)
    #expect(abs(benThanh.distanceInMetres(to: antipode) - .pi * 6_371_008.8) < 0.1)
  }

  @Test func `a distance across the date line is the short way`() {
    let west = Coordinate(latitude: 0, longitude: 179.5)
    let east = Coordinate(latitude: 0, longitude: -179.5)
    #expect(abs(west.distanceInMetres(to: east) - 111_195.08) < 0.01)
  }

  @Test func `a box holds its edges and nothing beyond`() {
    let box = Box(south: 8, west: 102, north: 24, east: 110)
    #expect(box.contains(benThanh))
    #expect(box.contains(Coordinate(latitude: 8, longitude: 110)))
    #expect(!box.contains(Coordinate(latitude: 7.999, longitude: 106)))
    #expect(!box.contains(Coordinate(latitude: 24.001, longitude: 106)))
    #expect(!box.contains(Coordinate(latitude: 10, longitude: 101.999)))
    #expect(!box.contains(Coordinate(latitude: 106.6, longitude: 10.7)))
    #expect(!box.contains(Coordinate(latitude: .nan, longitude: 106)))
  }
}
