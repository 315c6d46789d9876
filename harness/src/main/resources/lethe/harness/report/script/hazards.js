// Hazards and policies: the gravest thing that the cases about a hazard show of a policy.
import { html, useState } from 'htm/preact';
import { index } from 'lethe/data';
import { CaseLinks, count } from 'lethe/links';
import { address } from 'lethe/route';
import { Prose, plain } from 'lethe/prose';

const FINE = { ok: '✓', rules: '*', '-': '–' };
const KINDS = { U: 'live code wrongly freed', L: 'dead code never freed', B: 'other behaviour broken' };

export function Hazards() {
  const rows = Object.entries(index.verdicts.hazards);
  const covered = rows.filter(([, row]) => row.cases.length);
  const excluded = rows.filter(([, row]) => !row.cases.length && row.reason);
  const uncovered = rows.filter(([, row]) => !row.cases.length && !row.reason);
  const [chosen, choose] = useState(null);
  return html`<section aria-labelledby="hazards">
    <h2 id="hazards">Hazards</h2>
    <p>Ways in which freeing loaded code goes wrong: ${covered.length} are tried by cases, ${excluded.length} are excluded with a
      reason${uncovered.length > 0 && html`, ${uncovered.length} have no case here`}. A word in a cell is the gravest thing that a case
      about it shows. Each cell opens what it rests on.</p>
    <div class="wide"><table class="hazards">
      <thead><tr><th scope="col">hazard</th><th scope="col">cases</th>
        ${index.policies.map((policy) => html`<th scope="col"><code>${policy}</code></th>`)}</tr></thead>
      <tbody>${covered.map(([id, row]) => html`
        <tr class=${chosen?.id === id ? 'chosen' : ''}><th scope="row" title=${plain(row.what)}><b>${id}</b> <abbr title=${KINDS[row.kind]}>${row.kind}</abbr>
            <span class="what"><${Prose} text=${row.what} /></span></th>
          <td class="number"><a href=${address({ view: 'cases', q: id })}>${row.cases.length}</a></td>
          ${index.policies.map((policy) => html`<td>
            <${HazardButton} id=${id} policy=${policy} cell=${row.policies[policy]} chosen=${chosen} choose=${choose} /></td>`)}</tr>
        ${chosen?.id === id && html`<tr class="unfolded"><td colspan=${2 + index.policies.length}>
          <${HazardStory} id=${id} policy=${chosen.policy} row=${row} /></td></tr>`}`)}</tbody>
    </table></div>
    <${Words} />
    ${excluded.length > 0 && html`<details><summary>${excluded.length} excluded, and why</summary>
      <dl class="terms">${excluded.map(([id, row]) => html`<dt>${id} ${row.kind}</dt><dd><${Prose} text=${row.what} /> <i><${Prose} text=${row.reason} /></i></dd>`)}</dl></details>`}
    ${uncovered.length > 0 && html`<details><summary>${uncovered.length} without a case here</summary>
      <dl class="terms">${uncovered.map(([id, row]) => html`<dt>${id} ${row.kind}</dt><dd><${Prose} text=${row.what} /></dd>`)}</dl></details>`}
  </section>`;
}

function HazardButton({ id, policy, cell, chosen, choose }) {
  const isChosen = chosen?.id === id && chosen.policy === policy;
  const mark = FINE[cell.verdict];
  return html`<button class=${'verdict ' + (cell.verdict === 'ok' ? 'yes' : mark ? 'open' : 'no')} aria-pressed=${isChosen}
    aria-label=${`${id}, ${policy}: ${cell.verdict}, ${count(cell.cases.length, 'case')}`}
    onClick=${() => choose(isChosen ? null : { id, policy })}>${mark ?? cell.verdict}</button>`;
}

function HazardStory({ id, policy, row }) {
  const cell = row.policies[policy];
  const said = { ok: 'all is well in', rules: 'it fails only in programs that break the rules:', '-': 'the cases say nothing' }[cell.verdict]
    ?? `${cell.verdict} in`;
  return html`<p><b>${id}</b> <${Prose} text=${row.what} />.</p><p><code>${policy}</code>: ${said}</p><${CaseLinks} ids=${cell.cases} policy=${policy} shown=${8} />`;
}

function Words() {
  return html`<details><summary>What the words mean</summary><dl class="terms">
    ${index.properties.map((property) => html`<dt>${property.word}</dt><dd>not ${property.title}</dd>`)}
    <dt>✓</dt><dd>the cases speak for the policy</dd>
    <dt>*</dt><dd>it fails only in programs that break the rules</dd>
    <dt>–</dt><dd>the cases say nothing of it</dd>
    ${Object.entries(KINDS).map(([kind, meaning]) => html`<dt>${kind}</dt><dd>${meaning}</dd>`)}</dl></details>`;
}
