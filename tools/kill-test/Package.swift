// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "tuyen-kill-test",
  dependencies: [.package(name: "tuyen", path: "../..", traits: [])],
  targets: [
    .executableTarget(
      name: "kill-test", dependencies: [.product(name: "TuyenBoard", package: "tuyen")])
  ]
)
