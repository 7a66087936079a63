// Names on a map that do not overlap: the most important first, each where it finds room.

const measure = document.createElement("canvas").getContext("2d");
const widths = new Map();

/** The width of a text in pixels. */
export function widthOf(text, size, weight) {
  const font = `${weight} ${size}px system-ui, "Noto Sans", sans-serif`;
  const key = font + text;
  if (!widths.has(key)) {
    measure.font = font;
    if (widths.size > 5_000) widths.clear();
    widths.set(key, measure.measureText(text).width);
  }
  return widths.get(key);
}

/** Boxes on the screen, so that nothing is put over another. */
export class Room {
  #cells = new Map();

  /** Whether a box [left, top, right, bottom] is free; it is taken if it is. */
  take(box) {
    if (!this.isFree(box)) return false;
    this.block(box);
    return true;
  }

  /** Whether a box is free. */
  isFree(box) {
    return !this.#visit(box, (others) => others?.some((other) =>
      box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]));
  }

  /** Takes a box, whatever is there. */
  block(box) {
    this.#visit(box, (others, key) => {
      if (others) others.push(box);
      else this.#cells.set(key, [box]);
      return false;
    });
  }

  #visit([left, top, right, bottom], call) {
    for (let x = Math.floor(left / 80); x <= Math.floor(right / 80); x += 1) {
      for (let y = Math.floor(top / 80); y <= Math.floor(bottom / 80); y += 1) {
        const key = x * 100_003 + y;
        if (call(this.#cells.get(key), key)) return true;
      }
    }
    return false;
  }
}

/**
 * Places labels.
 *
 * @param {Object[]} labels {x, y, text, size, weight, class, gap}, the most important first; with a `gap`
 *   the text stands beside the point by so many pixels, else upon it.
 * @param {Room} room What is taken.
 * @param {number} most How many at most.
 * @returns {Object[]} Those that found room, with `left` and `baseline` of their text.
 */
export function placed(labels, room, most) {
  const found = [];
  for (const label of labels) {
    if (found.length >= most) break;
    const { size = 12, weight = 400, gap } = label;
    const width = widthOf(label.text, size, weight);
    const places = gap === undefined
      ? [[-width / 2, size / 3]]
      : [
        [gap, size / 3], [-gap - width, size / 3], [-width / 2, -gap - 3],
        [-width / 2, gap + size],
      ];
    for (const [dx, dy] of places) {
      const [left, baseline] = [label.x + dx, label.y + dy];
      const box = [left - 3, baseline - size, left + width + 3, baseline + size / 3];
      if (!room.take(box)) continue;
      found.push({ ...label, left, baseline });
      break;
    }
  }
  return found;
}
