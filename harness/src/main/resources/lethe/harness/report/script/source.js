// The case's file, with the line of the instruction that runs and, where the unit comes from OCaml, of its source. A click on a line
// goes to the next event there.
import { html, useEffect, useMemo, useRef } from 'htm/preact';
import { lineOf, siteAt } from 'lethe/stepping';
import { MARK, ocamlLine } from 'lethe/ocaml';

export function Source({ story, run, at, go }) {
  const box = useRef();
  const now = lineOf(story, siteAt(run, at));
  const origin = ocamlLine(story, now);
  const rewritten = useMemo(() => rewrites(story, run), [story, run]);
  useEffect(() => {
    const line = box.current.querySelector('.now');
    if (line) {
      const { scrollTop, clientHeight } = box.current;
      if (line.offsetTop < scrollTop + 24 || line.offsetTop > scrollTop + clientHeight - 48) {
        box.current.scrollTop = line.offsetTop - clientHeight / 3;
      }
    }
  }, [now, story]);
  const goTo = (line) => {
    const there = (i) => run.events[i][0] === 'step' && lineOf(story, run.events[i][1]) === line;
    const all = run.events.map((_, i) => i).filter(there);
    if (all.length) {
      go(all.find((i) => i > at) ?? all[0]);
    }
  };
  return html`<section class="pane source" aria-label="Source">
    <h2>${story.id}.case</h2>
    <div class="scroll" ref=${box} tabindex="0">${story.source.map((text, i) => html`
      <div class=${`line ${i + 1 === now ? 'now' : ''} ${i + 1 === origin ? 'origin' : ''}`} aria-current=${i + 1 === now ? 'step' : undefined} onClick=${() => goTo(i + 1)}>
        <span class="number">${i + 1 === now ? '▸' : ''}${i + 1}</span><code><${Text} text=${text} /></code>${rewritten.has(i + 1)
          && html`<span class="rewritten" title="The policy has rewritten this instruction">${rewritten.get(i + 1)}</span>`}</div>`)}</div>
  </section>`;
}

function Text({ text }) {
  if (text.startsWith(MARK)) {
    return html`<span class="mark">${MARK}</span><span class="ocaml">${text.slice(MARK.length)}</span>`;
  }
  if (text.startsWith(';;')) {
    return html`<span class="key">${text}</span>`;
  }
  const comment = text.search(/;(?=[^"]*$)/);
  const code = comment < 0 ? text : text.slice(0, comment);
  const kind = /^unit /.test(code) ? 'unit' : /^\S+:/.test(code) ? 'label' : '';
  return html`<span class=${kind}>${code}</span>${comment >= 0 && html`<span class="comment">${text.slice(comment)}</span>`}`;
}

/** The opcodes that the policy put in the place of others, by line. */
function rewrites(story, run) {
  return new Map(run.events.filter((event) => event[0] === 'rewrite')
    .map(([, site, , to]) => [lineOf(story, site), `→ ${to}`]));
}
