// Two lists of lines side by side: pairs [left, right], where what has no counterpart stands beside undefined.
const MOST_CELLS = 4e6;

export function align(left, right) {
  let head = 0;
  while (head < left.length && head < right.length && left[head] === right[head]) {
    head++;
  }
  let tail = 0;
  while (tail < left.length - head && tail < right.length - head && left.at(-1 - tail) === right.at(-1 - tail)) {
    tail++;
  }
  const same = (from, to) => left.slice(from, to).map((line) => [line, line]);
  const between = middle(left.slice(head, left.length - tail), right.slice(head, right.length - tail));
  return [...same(0, head), ...between, ...same(left.length - tail, left.length)];
}

/** By a longest common subsequence; of parts too long for its table, one behind the other. */
function middle(a, b) {
  if (a.length * b.length > MOST_CELLS) {
    return beside(a, b);
  }
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i] === b[j]
        ? common[(i + 1) * width + j + 1] + 1
        : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  const pairs = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [fromI, fromJ] = [i, j];
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
      if (j >= b.length || (i < a.length && common[(i + 1) * width + j] >= common[i * width + j + 1])) {
        i++;
      } else {
        j++;
      }
    }
    pairs.push(...beside(a.slice(fromI, i), b.slice(fromJ, j)));
    if (i < a.length && j < b.length) {
      pairs.push([a[i++], b[j++]]);
    }
  }
  return pairs;
}

function beside(a, b) {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => [a[i], b[i]]);
}
