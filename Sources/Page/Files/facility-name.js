// The names of facilities that an answer gives by their ids alone.

import { get } from "./api.js";
import { state } from "./base.js";

const asking = new Map();

/** The name of a facility in the language of the page; its id where the service does not answer. */
export function facilityName(id) {
  const { lang } = state;
  const key = `${lang} ${id}`;
  if (!asking.has(key)) {
    asking.set(key, get("/v1/records/" + encodeURIComponent(id)).then(
      ({ data: { records: [record] } }) =>
        (lang === "en" ? record.nameEn : null) ?? record.name,
      () => {
        asking.delete(key);
        return id;
      }));
  }
  return asking.get(key);
}

/** Puts the name of a facility into an element, which shows the id until the name is known. */
export function named(element, id) {
  element.textContent = id;
  facilityName(id).then((name) => { element.textContent = name; });
  return element;
}
