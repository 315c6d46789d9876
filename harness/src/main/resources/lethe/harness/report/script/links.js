// Links into the page.
import { html } from 'htm/preact';
import { address } from 'lethe/route';
import { entries } from 'lethe/data';

/** A case by its id, perhaps under a policy. */
export function CaseLink({ id, policy }) {
  return html`<a href=${address({ case: id, policy })} title=${entries.get(id)?.title}>${id}</a>`;
}

/** The first few of a list of cases, and a fold with the others. */
export function CaseLinks({ ids, policy, shown = 3 }) {
  const more = ids.length - shown;
  const list = (some) => html`<ul class="links">${some.map((id) => html`<li><${CaseLink} id=${id} policy=${policy} /></li>`)}</ul>`;
  return html`${list(ids.slice(0, shown))}
    ${more > 0 && html`<details><summary>and ${more} more</summary>${list(ids.slice(shown))}</details>`}`;
}

export function HazardLink({ id }) {
  return html`<a class="chip" href=${address({ view: 'cases', q: id })}>${id}</a>`;
}

/** 1 case, 2 cases. */
export function count(n, one, many = `${one}s`) {
  return `${n} ${n === 1 ? one : many}`;
}
