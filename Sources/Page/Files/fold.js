// Names as people type them: without marks, in small letters.

/** A text without Vietnamese marks, in small letters, its words parted by one blank. */
export function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** Whether every word of a question begins a word of a name. */
export function fits(name, question) {
  const words = folded(name).split(" ");
  return folded(question).split(" ").every((part) => words.some((word) => word.startsWith(part)));
}
