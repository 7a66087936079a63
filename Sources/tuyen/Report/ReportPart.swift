import ArgumentParser

/// A part of a report that can be left out.
enum ReportPart: String, CaseIterable, ExpressibleByArgument {
  case gaps, loss, fairness, support, levels, quality
}
