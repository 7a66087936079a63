// Styles of parts of the page that are fetched later.

import { h } from "./base.js";

/**
 * Fetches the styles of a part, once.
 *
 * @param {string} name As "map.css".
 * @returns {Promise} Done when they hold.
 */
export function addStyles(name) {
  const address = new URL(name, import.meta.url).href;
  const known = [...document.styleSheets].some((sheet) => sheet.href === address);
  if (known) return Promise.resolve();
  return new Promise((done, failed) => {
    document.head.append(
      h("link", { rel: "stylesheet", href: address, onload: done, onerror: failed }));
  });
}
