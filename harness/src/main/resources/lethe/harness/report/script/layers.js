// Where the nodes of a graph stand: in layers from left to right by their distance from the roots, code in the last one. A path that
// is to be seen runs along the top; what nothing leads to stands below.
/** How far the ends of an edge pull that goes around other nodes, above the first row or below the last. */
export const SAG = 44;

const CHAR = 7.3;
const NODE = 30;
const GAP = { x: 64, y: 12 };
const AROUND = 0.5 * SAG;
const LOOP = 26; // left of the first column, for edges within it

/** { places: Map of id to { x, y, width, height }, width, height } */
export function layout(graph, trail) {
  const layer = distances(graph);
  const columns = [];
  [...graph.nodes.values()].forEach((node) => (columns[layer.get(node.id)] ??= []).push(node));
  const filled = columns.filter(Boolean);
  const onTrail = new Set(trail.map((stop) => stop.id));
  const rows = new Map();
  filled.forEach((column) => {
    const rank = (node) => (onTrail.has(node.id) ? -1e6 : 0) + (node.live ? 0 : 1e3) + barycentre(node, graph, rows);
    column.sort((a, b) => rank(a) - rank(b));
    column.forEach((node, row) => rows.set(node.id, row));
  });
  const places = new Map();
  let x = LOOP;
  filled.forEach((column) => {
    const width = Math.max(...column.map((node) => node.label.length * CHAR + 24));
    column.forEach((node, row) => places.set(node.id, { x, y: AROUND + row * (NODE + GAP.y), width, height: NODE }));
    x += width + GAP.x;
  });
  const height = Math.max(...filled.map((column) => column.length), 1) * (NODE + GAP.y) - GAP.y + 2 * AROUND;
  return { places, width: x - GAP.x + 1, height };
}

/** The mean row of those that lead to a node. */
function barycentre(node, graph, rows) {
  const before = graph.edges.filter((edge) => edge.to === node.id && rows.has(edge.from)).map((edge) => rows.get(edge.from));
  return before.length ? before.reduce((sum, row) => sum + row, 0) / before.length : 100;
}

function distances(graph) {
  const layer = new Map([...graph.nodes.values()].filter((node) => node.kind === 'root').map((node) => [node.id, 0]));
  spread(graph, layer);
  // What nothing leads to has layers of its own, from what nothing at all refers to; of mere cycles there is no first.
  const dead = [...graph.nodes.keys()].filter((id) => !layer.has(id));
  const isReferredTo = (id) => graph.edges.some((edge) => edge.to === id && edge.from !== id && dead.includes(edge.from));
  dead.filter((id) => !isReferredTo(id)).forEach((id) => layer.set(id, 1));
  spread(graph, layer);
  dead.filter((id) => !layer.has(id)).forEach((id) => layer.set(id, 1));
  const last = Math.max(0, ...[...graph.nodes.values()].filter((node) => node.kind !== 'code').map((node) => layer.get(node.id))) + 1;
  [...graph.nodes.values()].filter((node) => node.kind === 'code').forEach((node) => layer.set(node.id, last));
  return layer;
}

/** Breadth first; code is left out, since it stands in a layer of its own. */
function spread(graph, layer) {
  let front = [...layer.keys()];
  while (front.length) {
    const next = [];
    front.forEach((id) => graph.edges.filter((edge) => edge.from === id).forEach(({ to }) => {
      if (!layer.has(to) && graph.nodes.get(to).kind !== 'code') {
        layer.set(to, layer.get(id) + 1);
        next.push(to);
      }
    }));
    front = next;
  }
}
