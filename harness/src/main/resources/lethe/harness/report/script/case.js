// One case: what it shows, what happened under each policy, and one run of it, event by event.
import { html, useEffect, useMemo, useRef, useState } from 'htm/preact';
import { entries, index, story } from 'lethe/data';
import { address, current, replace } from 'lethe/route';
import { useKeys } from 'lethe/keys';
import { HazardLink } from 'lethe/links';
import { Outcomes } from 'lethe/outcomes';
import { Changes } from 'lethe/changes';
import { Stepper, LEVELS, indexOf, neighbour, numberOf, visible } from 'lethe/stepping';
import { Source } from 'lethe/source';
import { EventList } from 'lethe/event-list';
import { EventDetail } from 'lethe/event-detail';
import { Timeline } from 'lethe/timeline';
import { Objects } from 'lethe/objects';

export function Case({ id, policy, number }) {
  const [told, setTold] = useState({});
  useEffect(() => {
    document.title = `Lethe: ${id}`;
    story(id).then((found) => setTold({ id, story: found }), (error) => setTold({ id, error }));
  }, [id]);
  if (told.id !== id) {
    return html`<h1>${id}</h1><p>Unpacking …</p>`;
  }
  const missing = told.error?.message ?? (told.story.runs.length ? '' : `${entries.get(id).outcomes[0]}.`);
  return missing
    ? html`<h1>${id}</h1><p>${missing} <a href=${address({ view: 'cases' })}>All cases</a></p>`
    : html`<${Told} story=${told.story} policy=${policy} number=${number} />`;
}

/** The policy to begin with: the last whose trace is approved, else the last of all. */
function runOf(story, policy) {
  const wanted = policy ?? entries.get(story.id).traced.at(-1) ?? index.policies.at(-1);
  return story.runs.find((run) => run.policy === wanted) ?? story.runs[0];
}

function Told({ story, policy, number }) {
  const run = runOf(story, policy);
  const at = indexOf(run, number);
  const [level, setLevel] = useState(LEVELS.at(-1));
  const shown = useMemo(() => visible(run, level), [run, level]);
  const go = (i) => replace({ case: story.id, policy: run.policy, event: numberOf(run, i) });
  const switchTo = (other) => replace({ case: story.id, policy: other });
  const policies = story.runs.map((each) => each.policy);
  const turn = (by) => switchTo(policies[(policies.indexOf(run.policy) + by + policies.length) % policies.length]);
  const collections = run.events.flatMap((event, i) => (event[0] === 'gc' ? [i] : []));
  useKeys({
    j: () => go(neighbour(shown, at, 1)), ArrowRight: () => go(neighbour(shown, at, 1)),
    k: () => go(neighbour(shown, at, -1)), ArrowLeft: () => go(neighbour(shown, at, -1)),
    g: () => go(neighbour(collections, at, 1)), G: () => go(neighbour(collections, at, -1)),
    Home: () => go(shown[0]), End: () => go(shown.at(-1)),
    ']': () => turn(1), '[': () => turn(-1),
  });
  const bench = useRef();
  useArrivals(() => {
    if (current().event && bench.current) { // who has followed a link to an event wants to see it, and not what is above
      bench.current.scrollIntoView({ block: 'nearest' });
      bench.current.querySelector('.event.now').scrollIntoView({ block: 'nearest' }); // where the bench is higher than the window
    }
  }, story.id);
  const entry = entries.get(story.id);
  const view = { story, run, at, go };
  return html`<article class="case">
    <header>
      <h1>${story.id}</h1>
      <p class="lede">${entry.title}. <span class="quiet">It shows:</span> ${entry.shows}.
        ${' '}${entry.hazards.map((hazard) => html`<${HazardLink} id=${hazard} /> `)}</p>
      <${Changes} story=${story} />
      <${Outcomes} story=${story} run=${run} />
    </header>
    <${Stepper} ...${view} shown=${shown} level=${level} setLevel=${setLevel} policies=${policies} switchTo=${switchTo} />
    <div class="bench" ref=${bench}>
      <${Source} ...${view} />
      <${EventList} ...${view} shown=${shown} />
      <${EventDetail} ...${view} />
    </div>
    <${Timeline} ...${view} />
    <${Objects} ...${view} />
    <${Neighbours} id=${story.id} />
  </article>`;
}

/** Calls back when the page has come to an address, by opening or by a link; steps, which only write theirs, are none. */
function useArrivals(arrived, id) {
  useEffect(() => {
    arrived();
    const later = () => requestAnimationFrame(() => setTimeout(arrived)); // the new event has been drawn by then
    addEventListener('hashchange', later);
    return () => removeEventListener('hashchange', later);
  }, [id]);
}

function Neighbours({ id }) {
  const ids = index.cases.map((entry) => entry.id);
  const before = ids[ids.indexOf(id) - 1];
  const after = ids[ids.indexOf(id) + 1];
  return html`<nav class="neighbours" aria-label="Other cases">
    ${before ? html`<a href=${address({ case: before })}>← ${before}</a>` : html`<span></span>`}
    ${after && html`<a href=${address({ case: after })}>${after} →</a>`}</nav>`;
}
