// What one of each thing costs: under the first policy in all, under the others how much more.
import { html } from 'htm/preact';
import { index } from 'lethe/data';
import { address } from 'lethe/route';

export function Costs() {
  const costs = Object.entries(index.verdicts.costs);
  const [first, ...others] = index.policies;
  return costs.length > 0 && html`<section aria-labelledby="costs">
    <h2 id="costs">Costs</h2>
    <p>Counted, not timed: what each costs more than under <code>${first}</code>; = is nothing.</p>
    <div class="wide"><table class="costs">
      <thead><tr><th scope="col">each of</th>${others.map((policy) => html`<th scope="col"><code>${policy}</code></th>`)}</tr></thead>
      <tbody>${costs.map(([id, cost]) => html`<tr>
        <th scope="row"><a href=${address({ case: id })}>${cost.what}</a></th>
        ${others.map((policy) => html`<td><${Difference} cost=${cost} than=${first} policy=${policy} /></td>`)}</tr>`)}</tbody>
    </table></div>
    <dl class="terms row">${index.measures.map((measure) => html`<div><dt>${measure.word}</dt><dd>${measure.meaning}</dd></div>`)}</dl>
  </section>`;
}

function Difference({ cost, than, policy }) {
  const base = cost.figures[than];
  const here = cost.figures[policy];
  if (!Object.keys(base).length || !Object.keys(here).length) {
    return html`<span class="quiet">fault</span>`;
  }
  const more = index.measures
    .map((measure) => [measure, (here[measure.title] ?? 0) - (base[measure.title] ?? 0)])
    .filter(([, difference]) => difference !== 0);
  return more.length === 0 ? html`<span class="quiet">=</span>` : more.map(([measure, difference]) => html`
    <abbr class=${difference > 0 ? 'dearer' : 'cheaper'} title=${`${difference > 0 ? '+' : ''}${difference} ${measure.title}`}>${
      difference > 0 ? '+' : '−'}${Math.abs(difference)}<i>${measure.word}</i></abbr> `);
}
