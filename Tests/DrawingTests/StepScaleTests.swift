import Drawing
import TestSupport
import Testing

@Suite struct StepScaleTests {
  @Test(arguments: 1...600)
  func `a limit ends a step, and steps grow`(limit: Int) {
    let scale = StepScale(around: Double(limit))
    #expect(scale.limits.contains(Double(limit)))
    #expect(scale.limits == Set(scale.limits).sorted())
    #expect(scale.limits.count < StepScale.colours.count)
    // Who arrives at the very minute is in time, and has the colour of those who are.
    let step = scale.step(of: Double(limit))
    #expect(scale.limits[step] == Double(limit))
    #expect(scale.step(of: Double(limit) + 0.001) == step + 1)
  }

  @Test func `usual limits have the steps that people expect`() {
    #expect(StepScale(around: 60).limits == [15, 30, 60, 90, 120])
    #expect(StepScale(around: 120).limits == [30, 60, 120, 180, 240])
  }

  @Test func `colours darken step by step, so that a grey print tells them apart`() {
    let lightness = StepScale.colours.map { colour -> Double in
      let value = Int(colour.dropFirst(), radix: 16) ?? 0
      let parts = [value >> 16, value >> 8 & 255, value & 255].map { Double($0) / 255 }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    for (one, next) in zip(lightness, lightness.dropFirst()) { #expect(one - next > 0.07) }
  }

  @Test func `what reaches nothing has a colour of its own`() {
    #expect(!StepScale.colours.contains(StepScale(around: 60).colour(of: .infinity)))
  }
}
