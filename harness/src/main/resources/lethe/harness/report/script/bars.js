// Blocks of code as bars from their load to their end; collections as lines across them, with a mark for what each decided.
import { html, useState } from 'htm/preact';
import { instances, told } from 'lethe/keepers';
import { inWords } from 'lethe/event-words';
import { collectionName, numberOf } from 'lethe/stepping';
import { GUTTER, eventAt, placeOf } from 'lethe/scale';
import { More } from 'lethe/more';

const ROW = 26;
const TOP = 26;
const PART = 30; // bars drawn at once
const CHAR = 6.6; // pixels, of the names of collections

export function Bars({ run, at, go, width }) {
  const [said, say] = useState(null);
  const [most, setMost] = useState(PART);
  const all = instances(run);
  const rows = all.slice(0, most);
  const x = (i) => placeOf(i, run, width);
  const height = TOP + rows.length * ROW + 6;
  const reach = (event) => {
    go(eventAt(event.clientX - event.currentTarget.getBoundingClientRect().left, run, width));
  };
  const part = { x, say, go, run };
  return html`
    <svg class="bars" width=${width} height=${height} role="group" aria-label="Code and collections" onClick=${reach}>
      ${labelled(collections(run), x, width).map((c) => html`<${Collection} ...${part} c=${c} height=${height} />`)}
      ${rows.map((instance, row) => html`<${Bar} ...${part} instance=${instance} y=${TOP + row * ROW} />`)}
      <line class="now" x1=${x(at)} x2=${x(at)} y1="14" y2=${height} />
    </svg>
    ${all.length === 0 && html`<p class="quiet">No code is loaded.</p>`}
    <${More} hidden=${all.length - most} one="instance" step=${PART} onMore=${() => setMost(most + PART)} />
    <p class="said" aria-live="polite">${said ?? html`<span class="quiet">Point at a bar, a line or a mark, or move to it with Tab, to read why code was kept or freed.</span>`}</p>`;
}

function collections(run) {
  return run.events.flatMap(([name, kind], i) => (name === 'gc' ? [{ i, isFull: kind === 'full', name: collectionName(run, i) }] : []));
}

/** The names of full collections stand right of their lines, where they run neither into the next one nor out of the picture. */
function labelled(list, x, width) {
  let room = width;
  return list.reverse().map((c) => {
    const length = CHAR * c.name.length;
    const start = Math.min(x(c.i), width - length);
    const fits = c.isFull && start + length < room;
    room = fits ? start - CHAR : room;
    return { ...c, label: fits ? { x: start, text: c.name } : null };
  }).reverse(); // Tab goes by them from left to right
}

function Collection({ run, c, x, height, say, go }) {
  const across = { x1: x(c.i), x2: x(c.i), y1: c.isFull ? 16 : TOP - 6, y2: height };
  return html`<g class=${c.isFull ? 'gc full' : 'gc minor'}>
    <${Mark} label=${`${c.name}, event ${numberOf(run, c.i)}: ${decisions(run, c.i)}`} at=${c.i} isStop=${c.isFull} say=${say} go=${go}>
      <line class="hit" ...${across} /><line ...${across} /><//>
    ${c.label && html`<text x=${c.label.x} y="12">${c.label.text}</text>`}</g>`;
}

/** What a collection did to code, and to the heap. */
function decisions(run, at) {
  const end = run.events.findIndex(([name], i) => i > at && name === 'swept');
  const mine = run.events.slice(at, end < 0 ? undefined : end + 1);
  const of = (name) => mine.filter((event) => event[0] === name);
  const units = (name) => of(name).map(([, unit]) => unit).join(', ');
  return [
    of('keep').length && `kept ${units('keep')}`,
    of('free').length && `freed ${units('free')}`,
    ...of('swept').map((event) => inWords(event)),
  ].filter(Boolean).join('; ');
}

function Bar({ run, instance, x, y, say, go }) {
  const { unit, from, to, end } = instance;
  const story = end === 'freed' ? `${unit}: ${told(run, instance)}` : `${unit}: loaded at event ${numberOf(run, from)}, still there at the end`;
  const decided = run.events.map((event, i) => [event, i]).filter(([[name, who], i]) => who === unit && i >= from && i <= to && name === 'keep');
  return html`
    <text class="name" x=${GUTTER - 10} y=${y + 14} text-anchor="end">${unit}</text>
    <${Mark} label=${story} at=${to} say=${say} go=${go}>
      <rect class=${`life ${end}`} x=${x(from)} y=${y + 3} width=${Math.max(x(to) - x(from), 3)} height="14" rx="3" />
      ${end === 'freed' && html`<path class="freed" d=${`M${x(to) - 4} ${y + 6}l8 8m0 -8l-8 8`} />`}<//>
    ${decided.map(([[, , path], i]) => html`<${Mark} label=${`${unit} kept at ${collectionName(run, run.events.findLastIndex(([name], k) => name === 'gc' && k <= i))}: ${path.join(' → ')}`} at=${i} say=${say} go=${go}>
      <circle class="kept" cx=${x(i)} cy=${y + 10} r="5" /><//>`)}`;
}

/** Something that tells and leads to its event; a stop is one of those that Tab moves to. */
function Mark({ label, at, isStop = true, say, go, children }) {
  const act = (event) => {
    event.stopPropagation();
    say(label);
    go(at);
  };
  return html`<g class="mark" tabindex=${isStop ? 0 : undefined} role="button" aria-label=${label} onFocus=${() => say(label)} onMouseEnter=${() => say(label)}
    onClick=${act} onKeyDown=${(event) => (event.key === 'Enter' || event.key === ' ') && (event.preventDefault(), act(event))}>${children}</g>`;
}
