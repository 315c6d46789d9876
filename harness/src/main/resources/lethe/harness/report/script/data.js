// What the page was made of: the index, which is at hand, and stories of cases, which are unpacked when they are asked for.
export const index = JSON.parse(document.getElementById('index').textContent);

export const entries = new Map(index.cases.map((entry) => [entry.id, entry]));

const kinds = new Map(index.events.map((kind) => [kind.name, kind]));

/** A kind of event: its level, its meaning, its fields. */
export function kindOf(event) {
  return kinds.get(event[0]);
}

/** The value of a field of an event. */
export function valueOf(event, field) {
  return event[1 + kindOf(event).fields.findIndex((each) => each.name === field)];
}

const unpacked = new Map();

/** The story of a case, or a rejection if the page has none of that name. */
export function story(id) {
  if (!unpacked.has(id)) {
    unpacked.set(id, unpack(id));
  }
  return unpacked.get(id);
}

async function unpack(id) {
  const packed = document.querySelector(`script[data-case="${CSS.escape(id)}"]`);
  if (!packed) {
    throw new Error(`This page has no case ${id}.`);
  }
  const bytes = Uint8Array.from(atob(packed.textContent), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return spread(await new Response(stream).json());
}

/** Puts what the runs of a case have in common back where it belongs. */
function spread(told) {
  told.runs.forEach((run) => {
    run.events = run.events.map((place) => told.pool[place]);
    run.glances.forEach((glance) => {
      glance.top = told.pool[glance.top];
    });
  });
  return told;
}
