import Formats
import Testing

@Suite struct CountTests {
  @Test(arguments: [
    (0, "0 facilities", "0 cơ sở"), (1, "1 facility", "1 cơ sở"), (2, "2 facilities", "2 cơ sở"),
    (1_200, "1,200 facilities", "1.200 cơ sở"),
  ])
  func `One thing is one, several are several`(number: Int, en: String, vi: String) {
    #expect(Language.en.counted(number, "cơ sở", "facility", "facilities") == en)
    #expect(Language.vi.counted(number, "cơ sở", "facility", "facilities") == vi)
    #expect(Language.en.counted(number, "xã", "commune").hasSuffix("communes") == (number != 1))
  }
}
