// Geometry of the plane of maps: Mercator's, in units of a degree of longitude, y southward.

/** Units of the plane in a degree of longitude: one is about eleven metres. */
export const UNITS = 10_000;

/** Degrees that stand as high as a latitude on Mercator's map. */
export function mercator(lat) {
  return Math.log(Math.tan(Math.PI / 4 + lat * Math.PI / 360)) * 180 / Math.PI;
}

/** The box of points: [least x, least y, greatest x, greatest y]. */
export function extentOf(points) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return box;
}

/** How far a point is from a line. */
export function distanceToLine(line, x, y) {
  let best = Infinity;
  for (let i = 1; i < line.length; i += 1) {
    const [[ax, ay], [bx, by]] = [line[i - 1], line[i]];
    const [width, height] = [bx - ax, by - ay];
    const square = width * width + height * height;
    const share = square
      ? Math.min(1, Math.max(0, ((x - ax) * width + (y - ay) * height) / square)) : 0;
    best = Math.min(best, Math.hypot(ax + width * share - x, ay + height * share - y));
  }
  return best;
}

/** A path of SVG through points of the plane, to a metre. */
export function pathOf(points, isClosed = false) {
  let text = "";
  let [beforeX, beforeY] = [0, 0];
  points.forEach(([x, y], i) => {
    const [stepX, stepY] = [Math.round(x * 10), Math.round(y * 10)];
    text += `${i ? "l" : "M"}${(stepX - beforeX) / 10} ${(stepY - beforeY) / 10}`;
    [beforeX, beforeY] = [stepX, stepY];
  });
  return isClosed ? text + "z" : text;
}

/** Whether a point is within a ring. */
export function holds(ring, x, y) {
  let isInside = false;
  let [beforeX, beforeY] = ring[ring.length - 1];
  for (const [nextX, nextY] of ring) {
    if ((nextY > y) !== (beforeY > y)
      && x < beforeX + (y - beforeY) / (nextY - beforeY) * (nextX - beforeX)) {
      isInside = !isInside;
    }
    [beforeX, beforeY] = [nextX, nextY];
  }
  return isInside;
}

/** The middle of a line: its middle point, or that of the middle stretch. */
export function middle(line) {
  const half = Math.floor((line.length - 1) / 2);
  const [[ax, ay], [bx, by]] = [line[half], line[half + 1] ?? line[half]];
  return line.length % 2 ? line[half] : [(ax + bx) / 2, (ay + by) / 2];
}
