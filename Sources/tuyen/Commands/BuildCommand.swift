import ArgumentParser
import Exchange
import Files
import Formats

/// Compiles a network to a snapshot, from which every command starts faster.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Compile a network to a snapshot, from which every command starts faster.",
    discussion: """
      The snapshot lies in the folder .tuyen inside the network's folder, or, where
      that cannot be written to, under $XDG_CACHE_HOME/tuyen. From then on commands
      use it as long as the exchange files are those it was made of, and build it
      again when they are not; answers are the same. With --out it is written to a
      file, which is a network by itself: --network FILE. The same exchange files
      give the same bytes. The path of the snapshot is printed.

      Examples:
        tuyen build
        tuyen build --network network-data/northern-support
        tuyen build --out north.snapshot --network network-data/northern-support
        tuyen route --network north.snapshot --from ttyt-bao-yen --need stroke
      """)

  @Option(
    help: ArgumentHelp(
      "The network: a folder of exchange files, or one file. Default: $TUYEN_NETWORK, else "
        + "network-data/hcmc-mekong.",
      valueName: "dir"), completion: .directory)
  var network: String?

  @Option(
    help: ArgumentHelp("The file to write. Default: where commands look.", valueName: "file"),
    completion: .file(extensions: ["snapshot"]))
  var out: String?

  @Flag(help: "Replace a file that is there and is no snapshot.")
  var force = false

  @Option(help: "The language of what is printed: vi or en.")
  var lang = Language.vi

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let path = try compile()
      var output = Output()
      try output.write(path + "\n")
      try output.flush()
      return true
    }
  }

  private static let steps = PhraseBook([
    ("reading %1 documents", "đọc %1 tài liệu"), ("writing %1", "ghi %1"),
    ("ordering %1 travel nodes", "xếp thứ tự %1 nút đi lại"),
    ("weighing %1 links for %2 vehicles", "tính %1 đoạn đường cho %2 phương tiện"),
  ])

  private func compile() throws(Failure) -> String {
    do {
      return try NetworkCompiler.build(
        network ?? NetworkOptions.defaultPath, output: out, replacesAnyFile: force,
        surroundings: Machine.surroundings
      ) {
        complain(lang == .vi ? BuildCommand.steps.vietnamese(of: $0) ?? $0 : $0)
      }
    } catch let error as ExchangeFailure {
      throw Failure(error, lang)
    } catch let error as FileError {
      throw Failure(error, lang)
    } catch {
      throw .output("\(error)")
    }
  }
}
