// Shows the page that the address names, now and whenever it changes.
import { html, render, useEffect, useState } from 'htm/preact';
import { current, whenChanged } from 'lethe/route';
import { restoreTheme } from 'lethe/theme';
import { Frame } from 'lethe/frame';
import { Overview } from 'lethe/overview';
import { CaseList } from 'lethe/case-list';
import { Coverage } from 'lethe/coverage';
import { Case } from 'lethe/case';
import { ChangeGroups } from 'lethe/change-groups';
import { Notices } from 'lethe/notices';

function Page() {
  const [route, setRoute] = useState(current());
  useEffect(() => whenChanged(setRoute), []);
  useEffect(ready, []);
  return html`<${Frame} route=${route}>${content(route)}<//>`;
}

/** Everything is drawn and hears: the milliseconds until then are left for tests. */
function ready() {
  document.documentElement.dataset.ready = Math.round(performance.now());
}

function content(route) {
  if (route.case) {
    return html`<${Case} id=${route.case} policy=${route.policy} number=${Number(route.event) || 0} />`;
  }
  switch (route.view) {
    case 'cases': return html`<${CaseList} query=${route.q ?? ''} />`;
    case 'changes': return html`<${ChangeGroups} />`;
    case 'coverage': return html`<${Coverage} />`;
    case 'notices': return html`<${Notices} />`;
    default: return html`<${Overview} section=${route.view} />`;
  }
}

restoreTheme();
render(html`<${Page} />`, document.getElementById('page'));
