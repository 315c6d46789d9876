// Places in a run: an event is known by its index in the list, and to people by its number in the whole trace.
import { html } from 'htm/preact';
import { kindOf, valueOf } from 'lethe/data';

export const LEVELS = ['effects', 'calls', 'steps'];

export function numberOf(run, at) {
  return run.numbers.length ? run.numbers[at] : at + 1;
}

/** The index of the event with that number, or of the one before it if it was left out. */
export function indexOf(run, number) {
  const found = run.numbers.length
    ? run.numbers.findLastIndex((each) => each <= number)
    : number - 1;
  return Math.min(Math.max(found, 0), run.events.length - 1);
}

/** The indices of the events that a trace of that level holds. */
export function visible(run, level) {
  const most = LEVELS.indexOf(level);
  return run.events.flatMap((event, i) => (LEVELS.indexOf(kindOf(event).level) <= most ? [i] : []));
}

/** The next index of a sorted list in a direction; where it ends, the place itself. */
export function neighbour(indices, at, direction) {
  return (direction > 0 ? indices.find((i) => i > at) : indices.findLast((i) => i < at)) ?? at;
}

/** The index of the first instruction at whose start the machine was not looked at; behind the last event if there is none. */
export function unseenFrom(run) {
  const last = run.glances.at(-1)?.event ?? -1;
  const next = run.events.findIndex((event, i) => i > last && event[0] === 'step');
  return next < 0 ? run.events.length : next;
}

/** The index of the event from which on a long run has no steps. */
export function cutAt(run) {
  const cut = run.numbers.findIndex((number, i) => number !== i + 1);
  return cut < 0 ? run.events.length : cut;
}

/** The index of the instruction that is being executed; -1 before the first, and where the steps have been left out. */
export function stepAt(run, at) {
  return at >= cutAt(run) ? -1 : run.events.findLastIndex((event, i) => i <= at && event[0] === 'step');
}

/** The site of the code that an event is about. */
export function siteAt(run, at) {
  const event = run.events[at];
  if (event[0] === 'step' || event[0] === 'rewrite' || event[0] === 'link') {
    return event[1];
  }
  const step = stepAt(run, at);
  return step < 0 ? null : run.events[step][1];
}

/** The line of the case's file that a site came from, from 1; 0 if none. */
export function lineOf(story, site) {
  const [, name, offset] = /^([^#+]+)(?:#\d+)?\+(\d+)$/.exec(site ?? '') ?? [];
  return story.units.find((unit) => unit.name === name)?.lines[offset] ?? 0;
}

/** What people call a collection: gc 2 is the second full one that the program asks for; closing, schedule … are others. */
export function collectionName(run, at) {
  const event = run.events[at];
  const [, kind, cause] = event;
  if (kind !== 'full' || cause !== 'program') {
    return kind === 'full' ? cause : `minor (${cause})`;
  }
  return 'gc ' + run.events.filter((each, i) => i <= at && each[0] === 'gc' && each[1] === 'full' && valueOf(each, 'cause') === 'program').length;
}

export function Stepper({ story, run, at, go, shown, level, setLevel, policies, switchTo }) {
  return html`<div class="stepper" role="toolbar" aria-label="Steps">
    <label>policy <select value=${run.policy} onChange=${(event) => switchTo(event.target.value)}>
      ${policies.map((policy) => html`<option value=${policy}>${policy}</option>`)}</select></label>
    <label>level <select value=${level} onChange=${(event) => setLevel(event.target.value)}>
      ${LEVELS.map((each) => html`<option value=${each}>${each}</option>`)}</select></label>
    <span class="buttons">
      <button onClick=${() => go(neighbour(shown, at, -1))} aria-label="Event before" disabled=${at <= shown[0]}>◂ <kbd>k</kbd></button>
      <output>event ${numberOf(run, at)} of ${numberOf(run, run.events.length - 1)}</output>
      <button onClick=${() => go(neighbour(shown, at, 1))} aria-label="Next event" disabled=${at >= shown.at(-1)}><kbd>j</kbd> ▸</button>
    </span>
    <span class="keys"><kbd>g</kbd> next collection <kbd>G</kbd> the one before <kbd>[</kbd> <kbd>]</kbd> policies <kbd>/</kbd> search</span>
    ${run.numbers.length > 0 && html`<span class="quiet">A long run: behind event ${cutAt(run)} calls and steps are left out.
      ${' '}<code>harness/lethe trace ${story.id} --policy ${run.policy} --level steps --window all</code> has them.</span>`}
  </div>`;
}
