import Foundation

/// What a process used.
struct Usage {
  /// Processor seconds, user and system.
  var seconds: Double
  /// The most memory it held, in megabytes.
  var megabytes: Double
}

/// Runs a program with its output thrown away.
///
/// - Returns: What it used; nil when it cannot be started or fails.
func usage(of program: String, _ arguments: [String]) -> Usage? {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
  var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
  words.append(nil)
  defer { for word in words { free(word) } }
  var child = pid_t()
  guard posix_spawnp(&child, program, &actions, nil, words, environ) == 0 else { return nil }
  var status: Int32 = 0
  var used = rusage()
  guard wait4(child, &status, 0, &used) == child, status == 0 else { return nil }
  func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
  return Usage(
    seconds: seconds(used.ru_utime) + seconds(used.ru_stime),
    megabytes: Double(used.ru_maxrss) / 1_024)
}

/// The middle one of some numbers.
func median(_ numbers: [Double]) -> Double {
  let sorted = numbers.sorted()
  return sorted.isEmpty ? .nan : sorted[sorted.count / 2]
}
