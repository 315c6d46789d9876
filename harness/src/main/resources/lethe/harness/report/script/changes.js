// Goldens that the run does not agree with: approved beside received, equal stretches folded.
import { html } from 'htm/preact';
import { align } from 'lethe/alignment';

const AROUND = 3; // equal lines that stay in sight on either side of a difference

export function Changes({ story }) {
  return story.changes.map((change) => html`<details class="change" open=${story.changes.length === 1}>
    <summary><strong class="odd">≠ golden/${change.name}</strong> ${{ NEW: 'is not approved yet', CHANGED: 'has changed', CONFLICT: 'holds the markers of a merge' }[change.state]}</summary>
    <div class="wide"><table class="sides"><thead><tr><th scope="col">approved</th><th scope="col">received</th></tr></thead>
      <tbody>${folded(align(change.approved, change.received)).map((row) => (row.hidden
        ? html`<tr class="fold"><td colspan="2">${row.hidden} equal lines</td></tr>`
        : html`<tr class=${row[0] === row[1] ? '' : 'differs'}><${Side} mark="−" line=${row[0]} other=${row[1]} /><${Side} mark="+" line=${row[1]} other=${row[0]} /></tr>`))}</tbody></table></div>
    <p>If it is right: <code>harness/lethe approve ${story.id}</code></p></details>`);
}

function Side({ mark, line, other }) {
  return html`<td>${line !== undefined && html`<span class="mark" aria-hidden="true">${line === other ? ' ' : mark}</span><code>${line}</code>`}</td>`;
}

function folded(rows) {
  const near = rows.map((_, i) => rows.slice(Math.max(i - AROUND, 0), i + AROUND + 1).some(([left, right]) => left !== right));
  const shown = [];
  rows.forEach((row, i) => {
    if (near[i]) {
      shown.push(row);
    } else if (shown.at(-1)?.hidden) {
      shown.at(-1).hidden++;
    } else {
      shown.push({ hidden: 1 });
    }
  });
  return shown;
}
