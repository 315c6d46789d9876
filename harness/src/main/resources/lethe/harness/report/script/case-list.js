// The cases that the search leaves, by area.
import { html, useEffect } from 'htm/preact';
import { index } from 'lethe/data';
import { matching } from 'lethe/search';
import { CaseLink, HazardLink, count } from 'lethe/links';

export function CaseList({ query }) {
  useEffect(() => {
    document.title = 'Lethe: cases';
  }, []);
  const found = matching(query);
  const areas = byArea(found);
  return html`
    <h1>Cases</h1>
    <p role="status">${query
      ? html`${count(found.length, 'case')} of ${index.cases.length} with <q>${query}</q>`
      : html`${count(found.length, 'case')}. The search looks at ids, titles, hazards and outcomes.`}</p>
    ${[...areas].map(([area, entries]) => html`<section class="area"><h2>${area}</h2>
      <ul class="cases">${entries.map((entry) => html`<${Row} key=${entry.id} entry=${entry} />`)}</ul></section>`)}`;
}

function Row({ entry }) {
  return html`<li>
    <${CaseLink} id=${entry.id} />
    <span class="title">${entry.title}${' '}
      ${entry.disagreeing.length > 0 && html`<strong class="bad">✗ unexpected under ${entry.disagreeing.join(' ')}</strong>`}
      ${entry.changes > 0 && html` <strong class="odd">≠ ${count(entry.changes, 'golden')} changed</strong>`}</span>
    <span class="chips">${entry.hazards.map((id) => html`<${HazardLink} id=${id} /> `)}</span></li>`;
}

const areaOf = (entry) => entry.id.split('/')[0];

function byArea(found) {
  const areas = new Map();
  found.forEach((entry) => areas.set(areaOf(entry), [...(areas.get(areaOf(entry)) ?? []), entry]));
  return areas;
}
