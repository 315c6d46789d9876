/* global uPlot */
// Words in the heap and on the stack, over the events of a run.
import { html, useLayoutEffect, useRef } from 'htm/preact';
import { kindOf, valueOf } from 'lethe/data';
import { GUTTER, MARGIN } from 'lethe/scale';
import { cutAt } from 'lethe/stepping';
import { colour } from 'lethe/theme';

const HEIGHT = 96;

/** Measured where a collection starts and ends; between, what is allocated. Of those, the words that a path leads to. */
export function heapWords(run) {
  const starts = new Map(run.collections.map((each) => [each.event, each]));
  const ends = new Map(run.collections.map((each) => [each.end, each]));
  let words = 0;
  const all = [];
  const live = [];
  run.events.forEach((event, i) => {
    words += event[0] === 'alloc' ? valueOf(event, 'size') + 1 : 0;
    words = starts.get(i)?.wordsBefore ?? ends.get(i)?.wordsAfter ?? words;
    all.push(words);
    live.push(starts.get(i)?.wordsLive ?? null);
  });
  return [all, live];
}

/** From each event that tells the depth to the next; where the calls have been left out, nothing is known between. */
export function stackWords(run) {
  const cut = cutAt(run);
  let depth = null;
  return [run.events.map((event, i) => {
    depth = i < cut ? depth : null;
    if (kindOf(event).fields.some((field) => field.name === 'depth') && event[0] !== 'end') {
      depth = valueOf(event, 'depth');
    }
    return depth;
  })];
}

export function Curve({ run, at, go, width, label, data }) {
  const box = useRef();
  const chart = useRef();
  const now = useRef(at);
  const goTo = useRef(go);
  now.current = at;
  goTo.current = go;
  useLayoutEffect(() => {
    const draw = () => {
      chart.current?.destroy();
      const series = data(run);
      chart.current = new uPlot(options(label, width, series, now), [run.events.map((_, i) => i), ...series], box.current);
      chart.current.over.addEventListener('click', () => goTo.current(Math.round(chart.current.posToVal(chart.current.cursor.left, 'x'))));
    };
    draw();
    addEventListener('lethe-theme', draw);
    return () => {
      removeEventListener('lethe-theme', draw);
      chart.current.destroy();
      chart.current = null;
    };
  }, [run, width]);
  useLayoutEffect(() => chart.current?.redraw(false), [at]);
  return html`<figure class="curve"><div ref=${box}></div><figcaption>${label}${data === heapWords && html`<br />● live`}</figcaption></figure>`;
}

function options(label, width, series, now) {
  const ink = colour('ink');
  const axis = { stroke: colour('quiet'), grid: { stroke: colour('rule'), width: 1 }, ticks: { show: false }, font: '11px system-ui, sans-serif' };
  return {
    width,
    height: HEIGHT,
    padding: [8, MARGIN, 4, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
    scales: { x: { time: false, range: (_, from, to) => [from, Math.max(to, from + 1)] }, y: { range: (_, from, to) => [0, Math.max(to * 1.1, 4)] } },
    axes: [{ ...axis, show: false }, { ...axis, size: GUTTER, space: 28, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5] }],
    series: [
      {},
      { label, stroke: colour('accent'), width: 1.5, fill: colour('accent-wash'), points: { show: false }, paths: uPlot.paths.stepped({ align: 1 }) },
      ...series.slice(1).map(() => ({ label: 'live', stroke: ink, width: 0, paths: () => null, points: { show: true, size: 6, fill: ink } })),
    ],
    hooks: {
      draw: [(u) => {
        const x = Math.round(u.valToPos(now.current, 'x', true));
        u.ctx.fillStyle = ink;
        u.ctx.fillRect(x, u.bbox.top, Math.max(devicePixelRatio, 1), u.bbox.height);
      }],
    },
  };
}
