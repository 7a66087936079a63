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
      PageFile(name: "map-camera.js", bytes: PackageResources.map_camera_js),
      PageFile(name: "map-ground.js", bytes: PackageResources.map_ground_js),
      PageFile(name: "map-labels.js", bytes: PackageResources.map_labels_js),
      PageFile(name: "map-marks.js", bytes: PackageResources.map_marks_js),
      PageFile(name: "map-picture.js", bytes: PackageResources.map_picture_js),
      PageFile(name: "map-reach.js", bytes: PackageResources.map_reach_js),
      PageFile(name: "map-search.js", bytes: PackageResources.map_search_js),
      PageFile(name: "map-signs.js", bytes: PackageResources.map_signs_js),
      PageFile(name: "map-streets.js", bytes: PackageResources.map_streets_js),
      PageFile(name: "map-view.css", bytes: PackageResources.map_view_css),
      PageFile(name: "map-view.js", bytes: PackageResources.map_view_js),
      PageFile(name: "map.css", bytes: PackageResources.map_css),
      PageFile(name: "map.js", bytes: PackageResources.map_js),
      PageFile(name: "page.css", bytes: PackageResources.page_css),
      PageFile(name: "styles.js", bytes: PackageResources.styles_js),
      PageFile(name: "sw.js", bytes: PackageResources.sw_js),
      PageFile(name: "words-map.js", bytes: PackageResources.words_map_js),
      PageFile(name: "words.js", bytes: PackageResources.words_js),
    ]
  }
}
