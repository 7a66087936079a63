import Testing

@testable import TravelNetwork

@Suite struct LinkTimesTests {
  private func times(_ change: (inout TravelLink) -> Void) -> LinkTimes? {
    var link = TravelLink()
    link.kilometres = 10
    change(&link)
    var profile = TravelProfile()
    profile.slowFactor = 1.5
    profile.slowWaitFactor = 3
    return LinkTimes(link, profile: profile)
  }

  private func expect(_ times: LinkTimes?, _ deciseconds: [UInt32]) {
    #expect(times.map { [$0.fast, $0.typical, $0.slow] } == deciseconds)
  }

  @Test func `a road takes its length at its speeds`() {
    expect(
      times {
        $0.speed = 40
        $0.freeFlowSpeed = 50
      }, [7_200, 9_000, 13_500])
    expect(times { $0.speed = 40 }, [9_000, 9_000, 13_500])
  }

  @Test func `a ferry takes its crossing and more or less of its wait`() {
    for mode in [TravelMode.ferry, .waterway, .air] {
      expect(
        times {
          $0.mode = mode
          $0.crossingMinutes = 12
          $0.waitMinutes = 10
        }, [7_200, 13_200, 25_200])
    }
    expect(
      times {
        $0.mode = .ferry
        $0.crossingMinutes = 12
      }, [7_200, 7_200, 7_200])
  }

  @Test func `a free flow slower than the traffic does not turn the times round`() {
    expect(
      times {
        $0.speed = 50
        $0.freeFlowSpeed = 40
      }, [7_200, 7_200, 10_800])
  }

  @Test func `only a link of no length takes no time`() {
    expect(
      times {
        $0.kilometres = 0.000_1
        $0.speed = 60
      }, [1, 1, 1])
    expect(
      times {
        $0.kilometres = 0
        $0.speed = 60
      }, [0, 0, 0])
  }

  @Test func `times are rounded to the nearest decisecond`() {
    // 10 km at 70 km/h: 5,142.857 ds.
    expect(times { $0.speed = 70 }, [5_143, 5_143, 7_714])
  }

  @Test(arguments: [0, -5, .nan, .infinity * 0, 1e-9])
  func `absurd speeds make no times`(speed: Double) {
    #expect(times { $0.speed = speed } == nil)
  }
}
