// What happened under the policies; those with one outcome stand together.
import { html } from 'htm/preact';
import { address } from 'lethe/route';

export function Outcomes({ story, run }) {
  const groups = new Map();
  story.runs.forEach((each) => {
    const key = [each.happened, each.expected].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), each]);
  });
  return html`<table class="outcomes"><caption>What happened</caption><tbody>${[...groups.values()].map((group) => html`<tr>
    <th scope="row">${group.map((each) => html`<a class="chip" href=${address({ case: story.id, policy: each.policy })}
      aria-current=${each.policy === run.policy ? 'true' : undefined}>${each.policy}</a> `)}</th>
    <td>${group[0].happened}</td>
    <td>${group[0].verdict}</td>
    <td>${group[0].agrees
      ? html`<span class="good"><span aria-hidden="true">✓</span> as expected</span>`
      : html`<strong class="bad"><span aria-hidden="true">✗</span> expected: ${group[0].expected}</strong>`}</td></tr>`)}</tbody></table>
    ${run.wronglyFreed.map((path) => html`<p class="attention">Freed though its code could still run, under ${run.policy}: <code>${path}</code></p>`)}`;
}
