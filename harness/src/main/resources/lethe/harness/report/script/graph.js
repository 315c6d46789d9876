// The heap of an inspection as nodes and edges: roots, blocks, and code, which its handle stands for.
const FIELD = 'field';
const CODE = 'code address';
const SLOT = 'slot';

/** What a value's name refers to: without a string's text, and of a function inside a closure the closure. */
function target(value) {
  return value.replace(/'.*$/, '').replace(/\/\d+$/, '');
}

const handleOf = (unit) => `handle of ${unit}`;

/** { nodes: Map of id to { id, kind, label, live, note }, edges: [{ from, to, kind, label }] } */
export function graphOf(sight) {
  const nodes = new Map();
  const edges = [];
  const loaded = sight.code.filter((code) => !code.isStatic);
  sight.heap.forEach((block) => nodes.set(target(block.name), {
    id: target(block.name), kind: 'block', label: block.name, live: block.isLive,
    note: `tag ${block.tag}, ${block.sizeWords} words${block.isYoung ? ', young' : ''}`, fields: block.fields,
  }));
  loaded.forEach((code) => nodes.set(handleOf(code.unit), {
    id: handleOf(code.unit), kind: 'code', label: `code of ${code.unit}`, live: code.why.reason !== 'UNREACHABLE',
    note: `${code.lengthInts} ints, ${code.why.reason.toLowerCase()}`, fields: code.slots.map((slot) => `${slot.name}: ${slot.value}`),
  }));
  const link = (from, value, kind, label) => {
    const [, unit] = /^([^#+@]+(?:#\d+)?)\+\d+$/.exec(value) ?? [];
    const to = unit && nodes.has(handleOf(unit)) ? handleOf(unit) : target(value);
    if (nodes.has(to)) {
      edges.push({ from, to, kind: unit ? CODE : kind, label });
    }
    return nodes.has(to) && !unit;
  };
  sight.heap.filter((block) => !block.name.startsWith('handle of ')).forEach((block) => (
    block.fields.forEach((value, i) => link(target(block.name), value, FIELD, String(i)))));
  loaded.forEach((code) => code.slots.forEach((slot) => link(handleOf(code.unit), slot.value, SLOT, slot.name)));
  roots(sight).forEach(({ id, label, value }) => {
    if (link(id, value, FIELD, '')) {
      nodes.set(id, { id, kind: 'root', label, live: true, note: value, fields: [] });
    }
  });
  return { nodes, edges: merged(edges.filter((edge) => nodes.has(edge.from))) };
}

/** Several references between two nodes are one edge. */
function merged(edges) {
  const all = new Map();
  edges.forEach((edge) => {
    const key = [edge.from, edge.to, edge.kind].join('\n');
    all.get(key)?.labels.push(edge.label) ?? all.set(key, { ...edge, labels: [edge.label] });
  });
  return [...all.values()].map(({ labels, ...edge }) => ({ ...edge, label: labels.join(', ') }));
}

/** Whatever the collector starts from; { id as in a path, label, value }. */
function roots({ registers, stack, cells, named, handlers, finalisers, code }) {
  const held = [...cells, ...named, ...handlers, ...finalisers, ...code.filter((block) => block.isStatic).flatMap((block) => block.slots)];
  return [
    { id: 'accu', label: 'accu', value: registers.accu },
    { id: 'env', label: 'env', value: registers.env },
    ...stack.flatMap((frame) => frame.words.map((word) => (
      { id: `stack ${word.index}`, label: `stack ${word.index}${word.role ? ` (${word.role})` : ''}`, value: word.value }))),
    ...held.map(({ name, value }) => ({ id: name, label: name, value })),
  ];
}

/** The ids along a path, with what each leaves by; a root or a code address that the graph does not have is added to it. */
export function trail(graph, path) {
  const rootId = [path.root.name, path.root.place].find((id) => graph.nodes.has(id)) ?? path.root.place;
  if (!graph.nodes.has(rootId)) {
    graph.nodes.set(rootId, { id: rootId, kind: 'root', label: path.root.place, live: true, note: '', fields: [] });
  }
  const stops = [
    { id: rootId, way: '' },
    ...path.steps.map((step) => ({ id: target(step.block), way: step.way })),
    { id: target(path.target), way: '' },
  ].filter((stop) => graph.nodes.has(stop.id));
  stops.slice(1).forEach((stop, i) => {
    if (!graph.edges.some((edge) => edge.from === stops[i].id && edge.to === stop.id && edge.kind !== CODE)) {
      graph.edges.push({ from: stops[i].id, to: stop.id, kind: FIELD, label: stops[i].way });
    }
  });
  return stops;
}

/** The part of a graph from which some code can be reached, by any reference. */
export function leadingToCode(graph) {
  const wanted = new Set([...graph.nodes.values()].filter((node) => node.kind === 'code').map((node) => node.id));
  for (let grown = true; grown;) {
    grown = false;
    graph.edges.forEach(({ from, to }) => {
      if (wanted.has(to) && !wanted.has(from)) {
        wanted.add(from);
        grown = true;
      }
    });
  }
  return part(graph, wanted);
}

/** The graph of some nodes. */
export function part(graph, ids) {
  return {
    nodes: new Map([...graph.nodes].filter(([id]) => ids.has(id))),
    edges: graph.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)),
  };
}
