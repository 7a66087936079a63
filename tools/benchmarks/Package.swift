// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "tuyen-benchmarks",
  dependencies: [.package(name: "tuyen", path: "../..")],
  targets: [
    .executableTarget(
      name: "bench",
      dependencies: [
        .product(name: "TuyenExchange", package: "tuyen"),
        .product(name: "TuyenFHIR", package: "tuyen"),
        .product(name: "TuyenReferral", package: "tuyen"),
      ]),
    .executableTarget(
      name: "bench-routing",
      dependencies: [
        .product(name: "TuyenExchange", package: "tuyen"),
        .product(name: "TuyenPlanning", package: "tuyen"),
        .product(name: "TuyenRouting", package: "tuyen"),
      ]),
  ]
)
