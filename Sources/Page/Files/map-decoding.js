// The numbers of map answers as points: steps from one point to the next become [lat, lon].

/** The arcs of a topology as lines of points. */
export function decodedArcs({ arcs, transform }) {
  const [scale] = transform.scale;
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([stepX, stepY]) => {
      x += stepX;
      y += stepY;
      return [y * scale, x * scale];
    });
  });
}

/**
 * A line of points.
 *
 * @param {number[]} numbers Steps of latitude and longitude in turn.
 * @param {number} steps The number of steps in a degree.
 */
export function decodedPoints(numbers, steps) {
  const points = [];
  let [lat, lon] = [0, 0];
  for (let i = 0; i < numbers.length; i += 2) {
    lat += numbers[i];
    lon += numbers[i + 1];
    points.push([lat / steps, lon / steps]);
  }
  return points;
}
