// Goldens that differ from this run, those that changed alike together; the most dangerous first.
import { html, useEffect } from 'htm/preact';
import { index } from 'lethe/data';
import { CaseLinks } from 'lethe/links';

export function ChangeGroups() {
  useEffect(() => {
    document.title = 'Lethe: changes';
  }, []);
  return html`
    <h1>Changes</h1>
    <p>${index.changes.length
      ? html`Goldens that differ from what is approved, those that changed alike as one group, as <code>harness/lethe diff</code> tells them.`
      : 'Every golden is as approved.'}</p>
    ${index.changes.map((group) => html`<section class="group">
      <h2>Group ${group.number}, ${group.danger}: ${group.size}</h2>
      <ul>${group.words.map((words) => html`<li>${words}</li>`)}</ul>
      ${group.consequences.length > 0 && html`<p class="quiet">so also: ${group.consequences.join(', ')}</p>`}
      <${CaseLinks} ids=${[...new Set(group.members.map((member) => member.caseId))]} shown=${8} /></section>`)}`;
}
