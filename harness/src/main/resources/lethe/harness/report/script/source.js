// The case's file, with the line of the instruction that runs, and above it, where the unit comes from OCaml, its source with the line
// that the instruction comes from. A click on a line goes to the next event there.
import { html, useEffect, useMemo, useRef } from 'htm/preact';
import { lineOf, siteAt } from 'lethe/stepping';
import { MARK, ocamlLine, ocamlLines } from 'lethe/ocaml';

export function Source({ story, run, at, go }) {
  const now = lineOf(story, siteAt(run, at));
  const origin = ocamlLine(story, now);
  const rewritten = useMemo(() => rewrites(story, run), [story, run]);
  const goTo = (line) => {
    const isThere = (own) => own === line || ocamlLine(story, own) === line;
    const lines = new Set(story.source.map((_, i) => i + 1).filter(isThere));
    const there = (i) => run.events[i][0] === 'step' && lines.has(lineOf(story, run.events[i][1]));
    const all = run.events.map((_, i) => i).filter(there);
    if (all.length) {
      go(all.find((i) => i > at) ?? all[0]);
    }
  };
  const ocaml = ocamlLines(story, now);
  const part = { story, now, origin, rewritten, goTo };
  return html`<section class="pane source" aria-label="Source">
    <h2>${story.id}.case</h2>
    ${ocaml.length > 0 && html`<${Lines} lines=${ocaml} label="OCaml" ...${part} seen=${origin} />`}
    <${Lines} lines=${story.source.map((_, i) => i + 1)} label="Case" ...${part} seen=${now} />
  </section>`;
}

/** Lines of the file, that with the number `seen` in sight. */
function Lines({ lines, label, story, now, origin, rewritten, goTo, seen }) {
  const box = useRef();
  useEffect(() => {
    const line = box.current.children[lines.indexOf(seen)];
    if (line) {
      const { scrollTop, clientHeight } = box.current;
      if (line.offsetTop < scrollTop + 24 || line.offsetTop > scrollTop + clientHeight - 48) {
        box.current.scrollTop = line.offsetTop - clientHeight / 3;
      }
    }
  }, [seen, story]);
  const kind = (number) => `line ${number === now ? 'now' : ''} ${number === origin ? 'origin' : ''}`;
  return html`<div class=${`scroll ${label.toLowerCase()}-lines`} ref=${box} tabindex="0" role="group" aria-label=${label}>${lines.map((number) => html`
    <div class=${kind(number)} aria-current=${number === now ? 'step' : undefined} onClick=${() => goTo(number)}>
      <span class="number">${number === now ? '▸' : ''}${number}</span><code><${Text} text=${story.source[number - 1]} /></code>${rewritten.has(number)
        && html`<span class="rewritten" title="The policy has rewritten this instruction">${rewritten.get(number)}</span>`}</div>`)}</div>`;
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
