// The objects where a full collection starts, and the path that keeps a unit, which can be followed.
import { html, useEffect, useMemo, useState } from 'htm/preact';
import { collectionName } from 'lethe/stepping';
import { graphOf, leadingToCode, part, trail } from 'lethe/graph';
import { More } from 'lethe/more';
import { SAG, layout } from 'lethe/layers';

const PART = 40; // nodes drawn at once: not more than a person can read
const LONG = 100; // pixels from node to node: more than one column

export function Objects({ run, at, go }) {
  const fulls = run.collections.filter((each) => each.sight);
  const chosen = fulls.findLast((each) => each.event <= at) ?? fulls[0];
  const unseen = run.events.filter(([name, kind]) => name === 'gc' && kind === 'full').length - fulls.length;
  return html`<section class="objects" aria-labelledby="objects-title">
    <h2 id="objects-title">Objects</h2>
    ${chosen ? html`
      <p class="buttons" role="group" aria-label="Collection">as they stand when the collection starts:
        ${' '}${fulls.map((each) => html`<button aria-pressed=${each === chosen} onClick=${() => go(each.event)}>${collectionName(run, each.event)}</button> `)}
        ${unseen > 0 && html`<span class="quiet">and ${unseen} later, at which the page does not look</span>`}</p>
      <${Heap} key=${`${run.policy} ${chosen.event}`} sight=${chosen.sight} unseen=${chosen.unseen} />`
      : html`<p class="quiet">There is no full collection in this run.</p>`}</section>`;
}

function Heap({ sight, unseen }) {
  const units = sight.code.filter((code) => !code.isStatic);
  const [unit, setUnit] = useState((units.find((code) => code.why.path) ?? units[0])?.unit);
  const [isWhole, setWhole] = useState(false);
  const [most, setMost] = useState(PART);
  const [stop, setStop] = useState(-1);
  const why = units.find((code) => code.unit === unit)?.why;
  const { graph, stops, hidden } = useMemo(() => {
    const all = graphOf(sight);
    const along = why?.path ? trail(all, why.path) : [];
    return { stops: along, ...drawn(all, along, isWhole, most) };
  }, [sight, unit, isWhole, most]);
  useEffect(() => setStop(-1), [unit]);
  return html`
    ${units.length > 1 && html`<label>unit <select value=${unit} onChange=${(event) => setUnit(event.target.value)}>
      ${units.map((code) => html`<option value=${code.unit}>${code.unit}</option>`)}</select></label>`}
    ${units.length === 0 ? html`<p class="quiet">No loaded code is in memory.</p>` : html`<${Why} unit=${unit} why=${why} stops=${stops} stop=${stop} setStop=${setStop} graph=${graph} />`}
    <label class="whole"><input type="checkbox" checked=${isWhole} onChange=${() => setWhole(!isWhole)} /> also objects that lead to no code</label>
    <${Picture} graph=${graph} stops=${stops} stop=${stop} />
    <${More} hidden=${hidden} one="object" step=${PART} onMore=${() => setMost(most + PART)} />
    ${unseen > 0 && html`<p class="quiet">The heap has ${unseen} more, on no path that keeps code, which this page leaves out.</p>`}
    <p class="quiet key"><span class="swatch path"></span> the path that keeps it <span class="swatch field"></span> a field
      <span class="swatch address"></span> a code address, which only some policies follow <span class="swatch dead"></span> nothing leads there</p>`;
}

/** What is drawn: the path and code in any case, what lives before what is dead, and not more than so many. */
function drawn(all, stops, isWhole, most) {
  const rank = (node) => (node.kind === 'code' ? 2 : node.live);
  const wanted = [...(isWhole ? all : leadingToCode(all)).nodes.values()].sort((a, b) => rank(b) - rank(a));
  const ids = [...new Set([...stops, ...wanted].map((each) => each.id))];
  return { graph: part(all, new Set(ids.slice(0, most))), hidden: Math.max(ids.length - most, 0) };
}

function Why({ unit, why, stops, stop, setStop, graph }) {
  if (!stops.length) {
    return html`<p><b>${unit}</b>: ${{ PINNED: `kept by policy ${why.policy}, whoever refers to it`, UNREACHABLE: 'nothing leads to it' }[why.reason] ?? why.reason.toLowerCase()}</p>`;
  }
  const here = stop >= 0 && graph.nodes.get(stops[stop].id);
  return html`<div class="why">
    <p><b>${unit}</b> is kept. Follow the path:
      ${' '}<button onClick=${() => setStop(Math.max(stop - 1, 0))} aria-label="One back on the path" disabled=${stop <= 0}>◂</button>
      ${' '}<button onClick=${() => setStop(Math.min(stop + 1, stops.length - 1))} aria-label="One on along the path" disabled=${stop >= stops.length - 1}>▸</button></p>
    <ol>${stops.map((each, i) => html`<li><button aria-pressed=${i === stop} onClick=${() => setStop(i)}><code>${graph.nodes.get(each.id)?.label ?? each.id}</code></button>
      ${each.way && html`<span class="way">${each.way}</span>`}</li>`)}</ol>
    <p class="said" aria-live="polite">${here ? html`<b>${here.label}</b> ${here.note}
      ${here.fields.length > 0 && html`<code class="words">${here.fields.map((value, i) => html`<span><i>${i}</i> ${value}</span>`)}</code>`}` : html`<span class="quiet">Each stop shows what it holds.</span>`}</p>
  </div>`;
}

function Picture({ graph, stops, stop }) {
  const { places, width, height } = useMemo(() => layout(graph, stops), [graph, stops]);
  const order = new Map(stops.map((each, i) => [each.id, i]));
  const isStep = ({ from, to, kind }) => order.has(from) && order.get(to) === order.get(from) + 1 && kind !== 'code address';
  const path = graph.edges.filter(isStep);
  const rest = graph.edges.filter((edge) => !path.includes(edge));
  return graph.nodes.size > 0 && html`<div class="wide graph" tabindex="0" data-own-keys role="group" aria-label="Picture of the objects; the list above has the path as text">
    <svg width=${width} height=${height}>
      <defs>${['tip', 'tip-path'].map((id) => html`<marker id=${id} viewBox="0 0 8 8" refX="8" refY="4" markerWidth="9" markerHeight="9"
        markerUnits="userSpaceOnUse" orient="auto"><path d="M0 1l8 3l-8 3z" /></marker>`)}</defs>
      ${[...rest, ...path].map((edge) => html`<${Edge} edge=${edge} places=${places} isPath=${path.includes(edge)} />`)}
      ${[...graph.nodes.values()].map((node) => html`<${Node} node=${node} place=${places.get(node.id)} isPath=${order.has(node.id)} isStop=${stop >= 0 && stops[stop]?.id === node.id} />`)}
    </svg></div>`;
}

function Edge({ edge, places, isPath }) {
  const from = places.get(edge.from);
  const to = places.get(edge.to);
  const { d, x, y } = curve(from, to, isPath);
  return html`<g class=${`edge ${isPath ? 'path' : ''} ${edge.kind === 'code address' ? 'address' : ''}`}>
    <path d=${d} marker-end=${`url(#${isPath ? 'tip-path' : 'tip'})`}><title>${edge.kind} ${edge.label}</title></path>
    ${isPath && edge.label && html`<text x=${x + 6} y=${y - 5}>${edge.label}</text>`}</g>`;
}

/**
 * From right side to left side; around what stands between, the path above it and others below. Back from left side to right side, and
 * within a column on the left of both.
 */
function curve(from, to, isPath) {
  const [y1, y2] = [from.y + from.height / 2, to.y + to.height / 2];
  if (to.x < from.x) {
    const x2 = to.x + to.width;
    return { d: `M${from.x} ${y1}C${from.x - 48} ${y1 + SAG} ${x2 + 48} ${y2 + SAG} ${x2} ${y2}`, x: from.x, y: y1 };
  }
  if (to.x === from.x) {
    return { d: `M${from.x} ${y1}C${from.x - 30} ${y1} ${to.x - 30} ${y2} ${to.x} ${y2}`, x: from.x, y: y1 };
  }
  const [x1, x2] = [from.x + from.width, to.x];
  const isLong = x2 - x1 > LONG;
  const [reach, sag] = isLong ? [48, isPath ? -SAG : SAG] : [30, 0];
  return { d: `M${x1} ${y1}C${x1 + reach} ${y1 + sag} ${x2 - reach} ${y2 + sag} ${x2} ${y2}`, x: x1, y: isLong && isPath ? y1 + 22 : y1 };
}

function Node({ node, place, isPath, isStop }) {
  return html`<g class=${`node ${node.kind} ${node.live ? '' : 'dead'} ${isPath ? 'path' : ''} ${isStop ? 'stop' : ''}`} transform=${`translate(${place.x} ${place.y})`}>
    <rect width=${place.width} height=${place.height} rx=${node.kind === 'root' ? 15 : 4} /><title>${node.label}: ${node.note}</title>
    <text x=${place.width / 2} y="19" text-anchor="middle">${node.label}</text></g>`;
}
