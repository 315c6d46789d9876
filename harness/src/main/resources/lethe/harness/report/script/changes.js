// Goldens that the run does not agree with: approved beside received.
import { html } from 'htm/preact';

const MARKS = { SAME: ['', ''], RENAMED: ['~', '~'], CHANGED: ['−', '+'], REMOVED: ['−', ''], ADDED: ['', '+'] };

export function Changes({ story }) {
  return story.changes.map((change) => html`<details class="change" open=${story.changes.length === 1}>
    <summary><strong class="odd">≠ golden/${change.path}</strong> ${change.danger}: ${change.words}</summary>
    <div class="wide"><table class="sides"><thead><tr><th scope="col">approved</th><th scope="col">received</th></tr></thead>
      <tbody>${change.rows.map((row) => html`<${Row} row=${row} />`)}</tbody></table></div>
    <p class="quiet">${change.rows.some((row) => row.kind === 'RENAMED') && '~ differs in the numbers of objects alone. '}If it is right: <code>harness/lethe approve ${story.id}</code></p></details>`);
}

function Row({ row }) {
  if (row.kind === 'FOLDED') {
    return html`<tr class="fold"><td colspan="2">${row.left}</td></tr>`;
  }
  const [left, right] = MARKS[row.kind];
  return html`<tr class=${row.kind}><${Side} mark=${left} number=${row.leftLine} text=${row.left} />
    <${Side} mark=${right} number=${row.rightLine} text=${row.right} note=${row.note} /></tr>`;
}

function Side({ mark, number, text, note }) {
  return html`<td>${number > 0 && html`<span class="mark" aria-hidden="true">${mark}</span><code>${text}</code>`}${note && html` <i>${note}</i>`}</td>`;
}
