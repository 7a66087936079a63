// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "tuyen",
  products: [
    .executable(name: "tuyen", targets: ["tuyen"]),
    .library(
      name: "Tuyen",
      targets: [
        "Answers", "Exchange", "Facts", "Files", "Formats", "HealthNetwork", "Planning", "Referral",
        "TravelNetwork",
      ]),
    .library(name: "TuyenExchange", targets: ["Exchange"]),
    .library(name: "TuyenFHIR", targets: ["FHIR"]),
    .library(name: "TuyenReferral", targets: ["Referral"]),
    .library(name: "TuyenPlanning", targets: ["Planning"]),
    .library(name: "TuyenRouting", targets: ["Columns", "Routing"]),
    .library(
      name: "TuyenOpenStreetMap",
      targets: ["Facts", "Files", "HealthNetwork", "OpenStreetMap", "TravelNetwork"]),
  ],
  traits: [
    .trait(
      name: "OpenStreetMap",
      description: "tuyen import osm; without it the command line needs no libosmium."),
    .default(enabledTraits: ["OpenStreetMap"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
    ),
    .systemLibrary(
      name: "CLibZip",
      pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"]), .brew(["libzip"])]
    ),
    .target(name: "Files"),
    .target(name: "XMLStream", dependencies: ["CLibXML2", "Files"]),
    // Workbooks of Excel: sheets as rows, rows as sheets.
    .target(name: "Spreadsheet", dependencies: ["CLibZip", "Files", "XMLStream"]),
    // JSON, tables, numbers and texts by language: nothing in it knows of health.
    .target(name: "Formats", dependencies: ["Files", "Spreadsheet", "XMLStream"]),
    // The only C++ of the package, behind a plain C header: Swift never sees libosmium's own.
    .target(
      name: "COpenStreetMap",
      linkerSettings: [.linkedLibrary("z"), .linkedLibrary("bz2"), .linkedLibrary("expat")]),
    .target(
      name: "OpenStreetMap",
      dependencies: [
        "COpenStreetMap", "Exchange", "Facts", "Files", "HealthNetwork", "TravelNetwork",
        "XMLStream",
      ]),
    // The solver CBC, looked for when something is to be solved; nothing is linked.
    .target(name: "CCoinCbc"),
    .target(name: "MixedInteger", dependencies: ["CCoinCbc", "Columns"]),
    .target(name: "Facts"),
    // Pictures and pages of a report: nothing in it knows of health.
    .target(name: "Drawing", dependencies: ["Facts"]),
    .target(
      name: "Columns", dependencies: ["Files"],
      swiftSettings: [.enableExperimentalFeature("Lifetimes")]),
    .target(name: "Routing", dependencies: ["Columns", "Files"]),
    .target(name: "TravelNetwork", dependencies: ["Columns", "Facts", "Files", "Routing"]),
    .target(name: "HealthNetwork", dependencies: ["Facts", "TravelNetwork"]),
    .target(
      name: "Exchange",
      dependencies: [
        "Columns", "Facts", "Files", "Formats", "HealthNetwork", "Spreadsheet", "TravelNetwork",
        "XMLStream",
      ],
      resources: [.embedInCode("Schema/exchange.xsd")]
    ),
    // HL7 FHIR R4 in XML and JSON, and what of it means something to a directory.
    .target(
      name: "FHIR",
      dependencies: [
        "Exchange", "Facts", "Files", "Formats", "HealthNetwork", "TravelNetwork", "XMLStream",
      ]),
    .target(
      name: "Referral", dependencies: ["Facts", "HealthNetwork", "Routing", "TravelNetwork"]),
    .target(
      name: "Planning",
      dependencies: [
        "Columns", "Facts", "HealthNetwork", "MixedInteger", "Referral", "Routing",
        "TravelNetwork",
      ]),
    // One question value and one answer value for each thing that can be asked, and the words.
    .target(
      name: "Answers",
      dependencies: [
        "Columns", "Drawing", "Exchange", "FHIR", "Facts", "Files", "Formats", "HealthNetwork",
        "MixedInteger", "Planning", "Referral", "Spreadsheet", "TravelNetwork", "XMLStream",
        .target(name: "OpenStreetMap", condition: .when(traits: ["OpenStreetMap"])),
      ]),
    .executableTarget(
      name: "tuyen",
      dependencies: [
        "Answers", "Exchange", "FHIR", "Facts", "Files", "Formats", "HealthNetwork",
        "Planning", "Referral", "Spreadsheet", "TravelNetwork", "XMLStream",
        .target(name: "OpenStreetMap", condition: .when(traits: ["OpenStreetMap"])),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.embedInCode("Help/vi.po")]
    ),
    .testTarget(name: "HouseTests"),
    .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"]),
    .testTarget(name: "FormatsTests", dependencies: ["Files", "Formats", "TestSupport"]),
    .testTarget(
      name: "SpreadsheetTests", dependencies: ["Files", "Formats", "Spreadsheet", "TestSupport"]),
    .testTarget(name: "XMLStreamTests", dependencies: ["Files", "TestSupport", "XMLStream"]),
    .target(
      name: "TestSupport", dependencies: ["Facts", "Files", "HealthNetwork", "TravelNetwork"],
      path: "Tests/TestSupport"),
    .testTarget(name: "FactsTests", dependencies: ["Facts", "TestSupport"]),
    .testTarget(
      name: "HealthNetworkTests",
      dependencies: ["Exchange", "Facts", "HealthNetwork", "TestSupport", "TravelNetwork"]),
    .testTarget(
      name: "ExchangeTests",
      dependencies: [
        "Columns", "Exchange", "Facts", "Files", "Formats", "HealthNetwork", "Routing",
        "TravelNetwork", "XMLStream", "TestSupport",
      ]),
    .testTarget(
      name: "FHIRTests",
      dependencies: [
        "Exchange", "FHIR", "Facts", "Files", "Formats", "HealthNetwork", "TestSupport",
        "TravelNetwork", "XMLStream",
      ]),
    .testTarget(
      name: "ReferralTests",
      dependencies: ["Referral", "Facts", "HealthNetwork", "TravelNetwork", "TestSupport"]),
    .testTarget(
      name: "PlanningTests",
      dependencies: [
        "Exchange", "Facts", "Files", "HealthNetwork", "MixedInteger", "Planning", "Referral",
        "Routing", "TestSupport", "TravelNetwork",
      ]),
    .testTarget(
      name: "MixedIntegerTests", dependencies: ["Columns", "MixedInteger", "TestSupport"]),
    .testTarget(
      name: "AnswersTests",
      dependencies: [
        "Answers", "Exchange", "Facts", "Files", "Formats", "HealthNetwork", "Planning", "Referral",
        "Spreadsheet", "TestSupport", "TravelNetwork", "XMLStream",
      ], exclude: ["Golden"]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "tuyen", "Answers", "Files", "Formats", "Spreadsheet", "TestSupport", "XMLStream",
      ], exclude: ["Options"]),
    .testTarget(
      name: "DrawingTests", dependencies: ["Drawing", "Facts", "Files", "TestSupport", "XMLStream"]),
    .testTarget(name: "ColumnsTests", dependencies: ["Columns", "Files", "TestSupport"]),
    .testTarget(
      name: "RoutingTests", dependencies: ["Routing", "Columns", "Files", "TestSupport"]),
    .testTarget(
      name: "TravelNetworkTests",
      dependencies: ["TravelNetwork", "Facts", "Routing", "TestSupport"]),
    .testTarget(
      name: "OpenStreetMapTests",
      dependencies: [
        "Exchange", "Facts", "Files", "HealthNetwork", "OpenStreetMap", "TestSupport",
        "TravelNetwork",
      ]),
  ],
  cxxLanguageStandard: .cxx17
)

// Only tools/docs names the plugin: nobody who builds the program fetches it.
if Context.environment["TUYEN_DOCC"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}

// The service is built only where it is asked for: the command line neither fetches nor compiles any
// of this. TUYEN_SERVER=1 swift build
if Context.environment["TUYEN_SERVER"] != nil {
  package.products += [
    .executable(name: "tuyen-server", targets: ["tuyen-server"]),
    .library(name: "TuyenBoard", targets: ["Board"]),
  ]
  package.dependencies += [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    // Nothing of it but HTTP/1.1: TLS is the reverse proxy's.
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    // Packages that Hummingbird brings along, and that the sources of the service name.
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
  ]
  let web: [Target.Dependency] = [
    .product(name: "HTTPTypes", package: "swift-http-types"),
    .product(name: "Hummingbird", package: "hummingbird"),
    .product(name: "HummingbirdCore", package: "hummingbird"),
    .product(name: "Logging", package: "swift-log"),
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
  ]
  package.targets += [
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    .systemLibrary(
      name: "CPostgreSQL", pkgConfig: "libpq",
      providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
    // The knowledge of now, as a journal that is only ever appended to: SQLite, PostgreSQL.
    .target(
      name: "Board",
      dependencies: [
        "Answers", "CCrypto", "CPostgreSQL", "Exchange", "Facts", "Files", "Formats",
        "HealthNetwork", "Referral", "TravelNetwork",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "BoardTests",
      dependencies: [
        "Answers", "Board", "Exchange", "Facts", "Files", "Formats", "HealthNetwork", "Referral",
        "TestSupport", "TravelNetwork",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    // The page that browsers are given: HTML, styles and modules, as they are.
    .target(name: "Page", exclude: ["Files"], plugins: ["EmbedTextPlugin"]),
    .plugin(
      name: "EmbedTextPlugin", capability: .buildTool(), dependencies: ["embed-text"],
      path: "tools/embed/Plugin"),
    .executableTarget(name: "embed-text", path: "tools/embed/Tool"),
    .systemLibrary(name: "CZLib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // HTTP: parse, call, answer. No rule of the field and no sentence of health.
    .target(
      name: "TuyenServer",
      dependencies: [
        "Answers", "Board", "CZLib", "Columns", "Exchange", "FHIR", "Facts", "Files", "Formats",
        "HealthNetwork", "Page", "Referral", "Spreadsheet", "TravelNetwork", "XMLStream",
      ] + web),
    .executableTarget(
      name: "tuyen-server",
      dependencies: [
        "Answers", "Board", "Columns", "Exchange", "Facts", "Files", "Formats", "Page",
        "TuyenServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ] + web),
    .testTarget(
      name: "TuyenServerTests",
      dependencies: [
        "Answers", "Board", "Exchange", "FHIR", "Facts", "Files", "Formats", "HealthNetwork",
        "Page", "Referral", "TestSupport", "TravelNetwork", "TuyenServer",
      ] + web),
  ]
}

// How the project's own tools build. Only they: a package that names unsafe flags cannot be depended
// on.
switch Context.environment["TUYEN_BUILD"] {
case "tests":
  // Every room that answers is optimized, even where the rest is built for debugging: the suite costs
  // half as much.
  let others = ["Board", "CCoinCbc", "COpenStreetMap", "TestSupport", "TuyenServer"]
  for target in package.targets
  where target.type == .regular && !others.contains(target.name) {
    target.swiftSettings =
      (target.swiftSettings ?? []) + [.unsafeFlags(["-O"], .when(configuration: .debug))]
  }
case "program":
  // Rooms of words and forms are compiled for size, which costs the compiler a quarter less; those
  // that search, read and count, for speed.
  for target in package.targets
  where ["Answers", "Drawing", "FHIR", "OpenStreetMap", "tuyen"].contains(target.name) {
    target.swiftSettings =
      (target.swiftSettings ?? []) + [.unsafeFlags(["-Osize"], .when(configuration: .release))]
  }
default: break
}

// One set of strict settings for every target of ours: the language as it will be, memory safety
// fenced to the few places that say `unsafe`, and no warning that anyone learns to ignore.
for target in package.targets
where ![.system, .plugin].contains(target.type)
  && !["CCoinCbc", "COpenStreetMap"].contains(target.name)
{
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
      .strictMemorySafety(),
      .treatAllWarnings(as: .error),
    ]
}
