// Policies and properties. A cell unfolds beside the table: it has more to say than a cell holds.
import { html, useState } from 'htm/preact';
import { index } from 'lethe/data';
import { CaseLinks, count } from 'lethe/links';

const MARKS = { yes: '✓', no: '✗', open: '–' };

export function Matrix() {
  const [chosen, choose] = useState(null);
  return html`<div class="answer">
    <div class="wide">
      <table class="verdicts">
        <thead><tr><th scope="col">policy</th>
          ${index.properties.map((property) => html`<th scope="col" title=${property.meaning}>${property.title}</th>`)}</tr></thead>
        <tbody>${index.policies.map((policy) => html`<tr>
          <th scope="row"><code>${policy}</code></th>
          ${index.properties.map((property) => html`<td><${CellButton} policy=${policy} property=${property}
            chosen=${chosen} choose=${choose} /></td>`)}</tr>`)}</tbody>
      </table>
    </div>
    <div class="unfolded" aria-live="polite">${chosen ? html`<${CellStory} ...${chosen} />` : html`<${Definitions} />`}</div></div>`;
}

function CellButton({ policy, property, chosen, choose }) {
  const cell = index.verdicts.matrix[policy][property.title];
  const isChosen = chosen?.policy === policy && chosen.property === property;
  const number = cell.verdict === 'no' ? cell.against.length : cell.speak;
  const isStarred = cell.verdict === 'yes' && cell.apart.length > 0;
  return html`<button class=${'verdict ' + cell.verdict} aria-pressed=${isChosen}
      aria-label=${`${policy}, ${property.title}: ${cell.verdict}, ${count(number, 'case')}${isStarred ? ', but for programs that break the rules' : ''}`}
      onClick=${() => choose(isChosen ? null : { policy, property })}>
    <span class="mark" aria-hidden="true">${MARKS[cell.verdict]}</span>
    <span class="word">${cell.verdict}</span> <span class="number">${number}<span class="star">${isStarred ? '*' : ''}</span></span></button>`;
}

function CellStory({ policy, property }) {
  const cell = index.verdicts.matrix[policy][property.title];
  const heading = { yes: 'is', no: 'is not', open: 'may be or not be' }[cell.verdict];
  return html`
    <h2>${policy} ${heading} ${property.title}</h2>
    <p>${property.meaning}</p>
    ${cell.speak > 0 && html`<p>${count(cell.speak, 'case')} ${cell.speak === 1 ? 'speaks' : 'speak'} for it.</p>`}
    ${cell.against.length > 0 && html`
      <h3>${count(cell.against.length, 'case')} against it, the shortest program first${cell.note && html`: ${cell.note}`}</h3>
      <${CaseLinks} ids=${cell.against} policy=${policy} shown=${12} />`}
    ${cell.apart.length > 0 && html`
      <h3>${cell.against.length ? 'And it' : '* It'} fails in ${count(cell.apart.length, 'program')} that ${cell.apart.length === 1 ? 'breaks' : 'break'} the rules</h3>
      <${CaseLinks} ids=${cell.apart} policy=${policy} shown=${12} />`}`;
}

function Definitions() {
  return html`<details open=${innerWidth > 1100}><summary>What the columns mean</summary><dl class="terms">
    ${index.properties.map((property) => html`<dt>${property.title}</dt><dd>${property.meaning}</dd>`)}
    <dt>*</dt><dd>It fails only in programs that break the rules.</dd></dl></details>`;
}
