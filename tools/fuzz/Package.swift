// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "tuyen-fuzz",
  dependencies: [.package(name: "tuyen", path: "../..")],
  targets: [
    .executableTarget(
      name: "fuzz",
      dependencies: [
        .product(name: "TuyenExchange", package: "tuyen"),
        .product(name: "TuyenFHIR", package: "tuyen"),
        .product(name: "TuyenOpenStreetMap", package: "tuyen"),
      ],
      // The fuzzer brings its own main; see `run` for the sanitizer.
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ]
)
