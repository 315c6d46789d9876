// What keeps a unit at an event, and how it lost the last path to it.
import { inWords } from 'lethe/event-words';
import { numberOf, stepAt, unseenFrom } from 'lethe/stepping';

/** The loaded instances of a run: from which event to which, and how they end. */
export function instances(run) {
  const found = new Map();
  run.events.forEach(([name, unit, why], i) => {
    if (name === 'load') {
      found.set(unit, { unit, from: i, to: run.events.length - 1, end: 'kept', why: '' });
    } else if (name === 'free' && found.has(unit)) {
      Object.assign(found.get(unit), { to: i, end: 'freed', why });
    }
  });
  return [...found.values()];
}

/** The state of each instance that has been loaded: { unit, state, text }. */
export function unitsAt(run, at) {
  return instances(run).filter(({ from }) => from <= at).map((instance) => {
    if (instance.end === 'freed' && instance.to <= at) {
      return { unit: instance.unit, state: 'FREED', text: told(run, instance) };
    }
    const keeper = run.keepers.findLast((each) => each.unit === instance.unit && each.event <= at);
    const since = at >= unseenFrom(run) ? ` (when last looked at, event ${numberOf(run, keeper?.event)})` : '';
    return keeper
      ? { unit: instance.unit, state: keeper.reason, text: keeper.text + since }
      : { unit: instance.unit, state: 'LOADED', text: 'just placed' };
  });
}

/** Why an instance was freed, with the last path there was and the instruction that broke it. */
export function told(run, { unit, to, why }) {
  const freed = `freed at event ${numberOf(run, to)}: ${why}`;
  const before = run.keepers.filter((keeper) => keeper.unit === unit && keeper.event <= to);
  const last = before.findLastIndex((keeper) => keeper.reason === 'REACHABLE');
  if (last < 0) {
    return freed;
  }
  const path = `${freed}. Last path: ${before[last].text}`;
  const broken = before[last + 1];
  if (!broken || broken.event >= unseenFrom(run)) {
    return path;
  }
  const isStep = run.events[broken.event][0] === 'step';
  const step = stepAt(run, isStep ? broken.event - 1 : broken.event);
  return step < 0 ? path : `${path}; lost at event ${numberOf(run, step)}: ${inWords(run.events[step]).replace(/ *· .*/, '')}`;
}
