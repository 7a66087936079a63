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
 * @param {number[]} sight What is seen: [left, top, right, bottom]; a text that fits in it stands in it.
 * @param {number} most How many at most.
 * @returns {Object[]} Those that found room, with `lines`: each a text, its left and its baseline.
 */
export function placed(labels, room, sight, most) {
  const found = [];
  for (const label of labels) {
    if (found.length >= most) break;
    const { size = 12, weight = 400 } = label;
    const rows = broken(label.text, label.gap === undefined ? 30 : 24);
    const width = Math.max(...rows.map((row) => widthOf(row, size, weight)));
    const high = size * 1.2;
    const boxes = corners(label, width, rows.length * high).map(([left, top]) =>
      [left - 3, top - 1, left + width + 3, top + rows.length * high + 2]);
    const inSight = boxes.filter((box) => box[0] >= sight[0] && box[1] >= sight[1]
      && box[2] <= sight[2] && box[3] <= sight[3]);
    const box = [...inSight, ...boxes].find((one) => room.take(one));
    if (!box) continue;
    const isLeft = box[2] < label.x;
    found.push({
      ...label,
      lines: rows.map((text, i) => {
        const own = widthOf(text, size, weight);
        const left = label.gap === undefined || (box[0] < label.x && !isLeft)
          ? (box[0] + box[2] - own) / 2 : isLeft ? box[2] - 3 - own : box[0] + 3;
        return { text, left, baseline: box[1] + 1 + high * i + size };
      }),
    });
  }
  return found;
}

/** Where the left upper corner of a text may lie, the best place first. */
function corners({ x, y, gap, size = 12 }, width, height) {
  const middle = [x - width / 2, y - height / 2];
  if (gap === undefined) {
    return [0, size * 1.6, -size * 1.6].map((dy) => [middle[0], middle[1] + dy]);
  }
  return [
    [x + gap, middle[1]], [x - gap - width, middle[1]], [middle[0], y + gap],
    [middle[0], y - gap - height], [x - gap, y + gap], [x + gap - width, y + gap],
    [x - gap, y - gap - height], [x + gap - width, y - gap - height],
  ];
}

/** A long text in lines, at blanks. */
function broken(text, most) {
  if (text.length <= most) return [text];
  const rows = [""];
  const share = text.length / Math.ceil(text.length / most) + 3;
  for (const word of text.split(" ")) {
    if (rows.at(-1) && rows.at(-1).length + word.length > share) rows.push("");
    rows[rows.length - 1] = `${rows.at(-1)} ${word}`.trim();
  }
  return rows;
}
