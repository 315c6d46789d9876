// The trace. Only the rows in sight are made: a run may have thousands.
import { html, useLayoutEffect, useMemo, useRef, useState } from 'htm/preact';
import { inWords, nesting } from 'lethe/event-words';
import { neighbour, numberOf } from 'lethe/stepping';

const ROW = 24;
const BESIDE = 12; // rows above and below those in sight

export function EventList({ run, at, go, shown }) {
  const box = useRef();
  const [seen, setSeen] = useState({ top: 0, height: 400 });
  const depths = useMemo(() => nesting(run.events), [run]);
  const position = Math.max(shown.findLastIndex((i) => i <= at), 0);
  const look = () => setSeen({ top: box.current.scrollTop, height: box.current.clientHeight });
  useLayoutEffect(() => {
    const top = position * ROW;
    const { scrollTop, clientHeight } = box.current;
    if (top < scrollTop + ROW || top > scrollTop + clientHeight - 2 * ROW) {
      box.current.scrollTop = top - clientHeight / 3;
    }
    look();
  }, [position, shown]);
  const moved = (event) => {
    const direction = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (direction) {
      event.preventDefault();
      go(neighbour(shown, at, direction));
    }
  };
  const from = Math.max(Math.floor(seen.top / ROW) - BESIDE, 0);
  const to = Math.min(Math.ceil((seen.top + seen.height) / ROW) + BESIDE, shown.length);
  return html`<section class="pane events" aria-label="Trace">
    <h2>Trace under ${run.policy}</h2>
    <div class="scroll" ref=${box} onScroll=${look} onKeyDown=${moved} tabindex="0" role="listbox" aria-label="Events"
        aria-activedescendant=${`event-${shown[position]}`}>
      <div style=${`height: ${shown.length * ROW}px`}>${shown.slice(from, to).map((i, k) => html`
        <${Row} key=${i} run=${run} i=${i} depth=${depths[i]} top=${(from + k) * ROW} isNow=${i === shown[position]} go=${go} />`)}</div>
    </div></section>`;
}

function Row({ run, i, depth, top, isNow, go }) {
  const event = run.events[i];
  return html`<div id=${`event-${i}`} class=${`event ${event[0]} ${isNow ? 'now' : ''}`} role="option" aria-selected=${isNow}
      style=${`top: ${top}px`} onClick=${() => go(i)}>
    <span class="number">${isNow ? '▸' : ''}${numberOf(run, i)}</span>
    <span class="kind" style=${`padding-left: ${depth * 0.8}rem`}>${event[0]}</span>
    <span class="text">${inWords(event)}</span></div>`;
}
