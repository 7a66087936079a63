import Facts
import Testing

@Suite struct CoordinateTextTests {
  @Test(arguments: [
    "10.2,105.9", "10.2, 105.9", "10.2 105.9", "10,2; 105,9", "10,2 105,9", "10,2, 105,9",
    "10,2,105,9", "(10.2, 105.9)", "10.2,105.9,5", "geo:10.2,105.9", "10°12'N 105°54'E",
    "10°12'00\"N, 105°54'00\"E", "10° 12′ 0″ N 105° 54′ 0″ E", "N10°12' E105°54'",
    "105°54'E 10°12'N", "10.2N 105.9E", "10.2°, 105.9°", "10°12'B 105°54'Đ", "+10.2,+105.9",
    "10º12’00''N 105º54’00''E",
  ])
  func `a point is read as people write it`(text: String) throws {
    let point = try #require(Coordinate(written: text), "\(text)")
    #expect(abs(point.latitude - 10.2) < 1e-9 && abs(point.longitude - 105.9) < 1e-9, "\(text)")
  }

  @Test(arguments: [
    ("-10.5,105", -10.5, 105.0), ("10.5S 105W", -10.5, -105), ("−33,9; −70,5", -33.9, -70.5),
    ("10°30'N 71°15'T", 10.5, -71.25), ("10,105", 10, 105),
  ])
  func `signs and letters tell the half of the globe`(
    text: String, latitude: Double, longitude: Double
  ) throws {
    guard text != "10°30'N 71°15'T" else {
      // N alone is north; only beside B or Đ it is nam, the south.
      #expect(Coordinate(written: text) == nil)
      return
    }
    let point = try #require(Coordinate(written: text))
    #expect(point == Coordinate(latitude: latitude, longitude: longitude))
  }

  @Test func `minutes and seconds leave no digits behind the seventh place`() {
    #expect(
      Coordinate(written: "9°10'30\"N 105°9'E") == Coordinate(latitude: 9.175, longitude: 105.15))
    #expect(
      Coordinate(written: "10°46'20\"N 106°41'53\"E")
        == Coordinate(latitude: 10.7722222, longitude: 106.6980556))
  }

  @Test(arguments: [
    "", "10", "10.2", "1,2,3", "Quận 5", "Phường 1", "10.2,x", "10°12'N", "10°75'N 105°54'E",
    "10.2N 105.9N", "10.2N 105.9", "32191", "10.2,105.9,5,6", "N E", "12B, Đ",
  ])
  func `other texts are no points`(text: String) {
    #expect(Coordinate(written: text) == nil, "\(text)")
  }
}
