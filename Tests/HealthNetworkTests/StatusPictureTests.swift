import Facts
import Testing

@testable import HealthNetwork

/// Lists of services that are out of use, put together.
@Suite struct StatusPictureTests {
  private let zone = ZoneOffset(minutes: 420)

  private func report(_ off: [String], minute: Int, ends: Int = 600, adds: Bool = false)
    -> LiveStatus
  {
    var report = LiveStatus()
    report.facility = "bv-a"
    report.reported = Instant(seconds: minute * 60, zone: zone)
    report.expires = Instant(seconds: ends * 60, zone: zone)
    report.addsToOff = adds
    report.off = off.map { code in
      var item = LiveStatus.Off()
      item.capability = code
      return item
    }
    return report
  }

  private func off(_ reports: [LiveStatus]) -> [String] {
    StatusPicture(reports, at: Instant(seconds: 36_000, zone: zone), in: zone)
      .off.map(\.value.capability)
  }

  @Test func `A newer list replaces an older one, and one that adds does not`() {
    #expect(off([report(["ct", "mri"], minute: 1), report(["cath"], minute: 2)]) == ["cath"])
    #expect(
      off([report(["ct"], minute: 1), report(["cath"], minute: 2, adds: true)]) == ["cath", "ct"])
  }

  @Test func `A newer list replaces what was added to an older one`() {
    #expect(
      off([
        report(["ct"], minute: 1), report(["cath"], minute: 2, adds: true),
        report(["mri"], minute: 3),
      ]) == ["mri"])
  }

  @Test func `What is added stands alone where there is no list, several together`() {
    #expect(
      off([
        report(["ct"], minute: 1, adds: true), report(["cath"], minute: 5, adds: true),
        report(["ct"], minute: 7, adds: true),
      ]) == ["cath", "ct"])
  }
}
