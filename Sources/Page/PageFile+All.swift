extension PageFile {
  /// All files of the page, by name.
  package static var all: [PageFile] {
    [
      PageFile(name: "api.js", bytes: PackageResources.api_js),
      PageFile(name: "app.js", bytes: PackageResources.app_js),
      PageFile(name: "base.js", bytes: PackageResources.base_js),
      PageFile(name: "icon.svg", bytes: PackageResources.icon_svg),
      PageFile(name: "index.html", bytes: PackageResources.index_html),
      PageFile(name: "manifest.webmanifest", bytes: PackageResources.manifest_webmanifest),
      PageFile(name: "page.css", bytes: PackageResources.page_css),
      PageFile(name: "sw.js", bytes: PackageResources.sw_js),
      PageFile(name: "words.js", bytes: PackageResources.words_js),
    ]
  }
}
