// A run from left to right: code as bars, collections as lines, words in the heap and on the stack as curves, all over the same events.
import { html, useLayoutEffect, useRef, useState } from 'htm/preact';
import { Bars } from 'lethe/bars';
import { Curve, heapWords, stackWords } from 'lethe/curves';

export function Timeline(view) {
  const box = useRef();
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const measure = () => setWidth(Math.floor(box.current.clientWidth));
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  return html`<section class="timeline" aria-labelledby="timeline-title">
    <h2 id="timeline-title">From load to free</h2>
    <div ref=${box}>${width > 0 && html`
      <${Bars} ...${view} width=${width} />
      <${Curve} ...${view} width=${width} label="heap words" data=${heapWords} />
      <${Curve} ...${view} width=${width} label="stack words" data=${stackWords} />`}</div>
  </section>`;
}
