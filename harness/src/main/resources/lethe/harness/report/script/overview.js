// The answer: which policy keeps which promise, what each costs, which hazard each falls for.
import { html, useEffect } from 'htm/preact';
import { index } from 'lethe/data';
import { count } from 'lethe/links';
import { address } from 'lethe/route';
import { Matrix } from 'lethe/matrix';
import { Hazards } from 'lethe/hazards';
import { Costs } from 'lethe/costs';

export function Overview({ section }) {
  useEffect(() => {
    document.title = 'Lethe: the answer';
    if (section) {
      document.getElementById(section)?.scrollIntoView();
    }
  }, [section]);
  return html`
    <h1 id="answer">Can loaded bytecode be freed by the garbage collector, safely, and at what cost?</h1>
    <p class="lede">${sentence()} One case that refutes a promise makes a no; a yes says that so many cases speak for it. Each cell
      opens what it rests on.</p>
    <${Attention} />
    <${Matrix} />
    <${Costs} />
    <${Hazards} />`;
}

function sentence() {
  const cellsOf = (policy) => Object.values(index.verdicts.matrix[policy]);
  const whole = index.policies.filter((policy) => cellsOf(policy).every((cell) => cell.verdict !== 'no'));
  const cells = whole.flatMap(cellsOf);
  const what = cells.some((cell) => cell.verdict === 'open') ? 'every promise that these cases try' : 'every promise';
  const but = cells.some((cell) => cell.apart.length) ? ' in every program that keeps to the rules' : '';
  return html`${count(index.verdicts.cases, 'case')} under ${count(index.policies.length, 'policy', 'policies')}:
    ${' '}${whole.length ? html`${listed(whole)} ${whole.length === 1 ? 'keeps' : 'keep'} ${what}${but}.` : 'no policy keeps every promise.'}`;
}

/** a, b and c. */
function listed(names) {
  return names.map((name, i) => html`${i === 0 ? '' : i === names.length - 1 ? ' and ' : ', '}<b>${name}</b>`);
}

function Attention() {
  const disagreeing = index.cases.filter((entry) => entry.disagreeing.length).length;
  const changed = index.cases.filter((entry) => entry.changes).length;
  return (disagreeing + changed > 0) && html`<p class="attention" role="status">
    ${disagreeing > 0 && html`<a href=${address({ view: 'cases', q: 'unexpected' })}>✗ ${count(disagreeing, 'case')} did not do what is expected</a>`}
    ${changed > 0 && html`<a href=${address({ view: 'changes' })}>≠ ${count(changed, 'case')} ${changed === 1 ? 'differs' : 'differ'} from what is approved</a>`}</p>`;
}
