// A form of the board that a button opens below it, and closes again.

import { fill, h } from "./base.js";

/**
 * The button and the place of a form.
 *
 * @param {string} label The words of the button.
 * @param {function(function, AbortSignal)} make Makes the form; it is given what closes it, and a
 *   signal that ends with it.
 * @returns {{button: HTMLElement, place: HTMLElement}} Both belong into the section.
 */
export function foldedForm(label, make) {
  const place = h("div", {});
  const button = h("button", {
    type: "button", class: "no-print", "aria-expanded": "false", onclick: () => toggle(),
  }, label);
  let ending = new AbortController();

  function toggle() {
    const isOpen = place.childElementCount > 0;
    button.setAttribute("aria-expanded", String(!isOpen));
    ending.abort();
    ending = new AbortController();
    fill(place, isOpen ? null : make(toggle, ending.signal));
    if (isOpen) button.focus();
    else place.querySelector("input, button")?.focus();
  }

  return { button, place };
}
