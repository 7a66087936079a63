extension PageFile {
  /// All files of the page, by name.
  package static var all: [PageFile] {
    [
      PageFile(name: "answer-problem.js", bytes: PackageResources.answer_problem_js),
      PageFile(name: "answer-target.js", bytes: PackageResources.answer_target_js),
      PageFile(name: "answer-ways.js", bytes: PackageResources.answer_ways_js),
      PageFile(name: "answer-why.js", bytes: PackageResources.answer_why_js),
      PageFile(name: "answer.css", bytes: PackageResources.answer_css),
      PageFile(name: "answer.js", bytes: PackageResources.answer_js),
      PageFile(name: "api.js", bytes: PackageResources.api_js),
      PageFile(name: "app.js", bytes: PackageResources.app_js),
      PageFile(name: "ask-details.js", bytes: PackageResources.ask_details_js),
      PageFile(name: "ask.js", bytes: PackageResources.ask_js),
      PageFile(name: "base.js", bytes: PackageResources.base_js),
      PageFile(name: "icon.svg", bytes: PackageResources.icon_svg),
      PageFile(name: "index.html", bytes: PackageResources.index_html),
      PageFile(name: "manifest.webmanifest", bytes: PackageResources.manifest_webmanifest),
      PageFile(name: "page.css", bytes: PackageResources.page_css),
      PageFile(name: "sw.js", bytes: PackageResources.sw_js),
      PageFile(name: "words-answer.js", bytes: PackageResources.words_answer_js),
      PageFile(name: "words-ask.js", bytes: PackageResources.words_ask_js),
      PageFile(name: "words.js", bytes: PackageResources.words_js),
    ]
  }
}
