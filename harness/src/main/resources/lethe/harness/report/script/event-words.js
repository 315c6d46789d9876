// Events in words, one line each.
import { count } from 'lethe/links';

const WORDS = {
  lethe: (version, id, policy) => `${id} under ${policy}`,
  load: (unit, ints, literals, globals) => `${unit}: ${ints} ints, ${count(literals, 'literal')}, ${count(globals, 'global')}`,
  link: (site, to) => `${site} is ${to}`,
  rewrite: (site, from, to) => `${site}: ${from} → ${to}`,
  run: (unit) => `${unit}: its initialiser starts`,
  ready: (unit) => `${unit}: its initialiser is over`,
  unload: (unit) => `${unit}: the program asks that it be freed`,
  prim: (name, args) => `${name} (${args.join(', ')})`,
  done: (name, result) => `${name} = ${result}`,
  alloc: (name, size) => `${name}, ${count(size, 'word')}`,
  set: (place, value, barrier) => `${place} := ${value}${barrier === 'remember' ? ', remembered' : ''}`,
  out: (line) => line,
  gc: (kind, cause) => `${kind} collection (${cause})`,
  keep: (unit, path) => `${unit} ← ${path.join(' → ')}`,
  free: (unit, why, ints, slots) => `${unit}: ${why}; ${ints} ints, ${count(slots, 'slot')}`,
  final: (unit, value) => `${unit} finalises ${value ?? 'a value that is gone'}`,
  swept: (kind, promoted, freed) => `${promoted} words promoted, ${freed} freed`,
  call: (site, from, args, depth) => `${site}${from ? ` from ${from}` : ''}, ${count(args, 'argument')}, depth ${depth}`,
  return: (site, value) => `to ${site} with ${value}`,
  raise: (site, to, value) => `${value} at ${site}${to ? `, caught at ${to}` : ', caught by nobody'}`,
  step: (site, op, accu) => `${site}  ${op}  · accu ${accu}`,
  fault: (kind, at, detail) => `${kind} at ${at}: ${detail}`,
  end: (result, steps) => `${result}, ${count(steps, 'step')}`,
};

export function inWords([name, ...values]) {
  return WORDS[name](...values);
}

/** How deep each event lies in sections: loads and collections. */
export function nesting(events) {
  let depth = 0;
  return events.map(([name]) => {
    depth -= name === 'ready' || name === 'swept' ? 1 : 0;
    const here = Math.max(depth, 0);
    depth += name === 'load' || name === 'gc' ? 1 : 0;
    return here;
  });
}
