// The event at hand: what it means, where it happens, and what keeps each unit at that moment.
import { html } from 'htm/preact';
import { kindOf } from 'lethe/data';
import { lineOf, numberOf, siteAt, stepAt, unseenFrom } from 'lethe/stepping';
import { unitsAt } from 'lethe/keepers';
import { ocamlLine, ocamlText } from 'lethe/ocaml';

export function EventDetail({ story, run, at }) {
  const event = run.events[at];
  const kind = kindOf(event);
  const [name, ...values] = event;
  const step = stepAt(run, at);
  const line = lineOf(story, siteAt(run, at));
  const origin = ocamlLine(story, line);
  return html`<section class="pane detail" aria-label="This event">
    <h2>Event ${numberOf(run, at)}: ${name}</h2>
    <div class="scroll" tabindex="0">
      <p>${kind.meaning.replaceAll('`', '')}</p>
      <table class="fields"><tbody>${kind.fields.map((field, i) => values[i] !== null && values[i] !== undefined && html`
        <tr><th scope="row" title=${field.meaning.replaceAll('`', '')}>${field.name}</th><td><code>${
          Array.isArray(values[i]) ? values[i].join(' → ') : values[i]}</code></td></tr>`)}</tbody></table>
      ${origin > 0 && html`<p><span class="quiet">OCaml, line ${origin}:</span> <code class="ocaml">${ocamlText(story, origin)}</code></p>`}
      ${step >= 0 && name !== 'step' && html`<p class="quiet">inside <code>${run.events[step][1]} ${run.events[step][2]}</code>${line > 0 && `, line ${line}`}</p>`}
      <h3>Loaded code here</h3>
      <${Units} units=${unitsAt(run, at)} />
      <${Machine} top=${run.glances.find((each) => each.event === step)?.top} />
      ${at >= unseenFrom(run) && html`<p class="quiet">This page looks into the machine at the first ${run.glances.length} instructions and at
        collections, this command at any event.</p>`}
      <p class="command"><i>the whole machine:</i> <${Command} words=${['harness/lethe inspect', story.id, `--policy ${run.policy}`, '--level steps', '--window all', `--at ${numberOf(run, at)}`]} /></p>
    </div></section>`;
}

/** The registers and the top of the stack before the instruction at hand. */
function Machine({ top }) {
  return top && html`<h3>Before this instruction</h3>
    <table class="fields"><tbody>
      <tr><th scope="row">env</th><td><code>${top.env}</code></td></tr>
      ${top.extraArgs > 0 && html`<tr><th scope="row">extra_args</th><td><code>${top.extraArgs}</code></td></tr>`}
      ${top.stack.map((word) => html`<tr><th scope="row">stack ${word.index}</th><td><code>${word.value}</code>${
        word.role && html` <span class="quiet">${word.role}</span>`}</td></tr>`)}
      ${top.cells.map((cell) => html`<tr><th scope="row">${cell.name}</th><td><code>${cell.value}</code></td></tr>`)}
    </tbody></table>`;
}

/** A command, broken only between its parts. */
function Command({ words }) {
  return html`<code>${words.map((word) => html`<span>${word}</span> `)}</code>`;
}

const STATES = { REACHABLE: ['●', 'kept'], PINNED: ['●', 'kept'], STATIC: ['●', 'kept'], UNREACHABLE: ['○', 'dead'], FREED: ['×', 'freed'], LOADED: ['●', 'loaded'] };

function Units({ units }) {
  return units.length === 0 ? html`<p class="quiet">none</p>` : html`<ul class="units">${units.map(({ unit, state, text }) => html`
    <li class=${STATES[state][1]}><span aria-hidden="true">${STATES[state][0]}</span> <b>${unit}</b> ${STATES[state][1]}<br /><small>${text}</small></li>`)}</ul>`;
}
