// Which opcodes and hazards the cases reach.
import { html, useEffect, useState } from 'htm/preact';
import { index } from 'lethe/data';
import { CaseLinks, count } from 'lethe/links';
import { address } from 'lethe/route';

export function Coverage() {
  useEffect(() => {
    document.title = 'Lethe: coverage';
  }, []);
  const [chosen, choose] = useState(null);
  const families = new Map();
  index.opcodes.forEach((opcode) => families.set(opcode.family, [...(families.get(opcode.family) ?? []), opcode.name]));
  const own = new Set(index.opcodes.map((opcode) => opcode.name));
  const added = [...new Set([...executing.keys()].filter((name) => !own.has(name)))].sort();
  const reached = index.opcodes.filter((opcode) => executing.has(opcode.name)).length;
  const hazards = Object.values(index.verdicts.hazards);
  const group = (title, names) => html`<tr><th scope="row">${title}</th><td class="opcodes">${names.map((name) => html`
    <${Opcode} name=${name} isChosen=${name === chosen} choose=${choose} />`)}</td></tr>
    ${names.includes(chosen) && html`<tr class="unfolded"><td colspan="2"><b>${chosen}</b> is executed by
      ${' '}${count(casesOf(chosen).length, 'case')}<${CaseLinks} ids=${casesOf(chosen)} shown=${24} /></td></tr>`}`;
  return html`
    <h1>Coverage</h1>
    <p>${reached} of ${own.size} opcodes are executed by some case; the number beside each is that of its cases. Of
      ${' '}<a href=${address({ view: 'hazards' })}>${count(hazards.length, 'hazard')}</a> ${hazards.filter((row) => row.cases.length).length} have a case,
      ${' '}${hazards.filter((row) => !row.cases.length && row.reason).length} a reason why they have none.</p>
    <div class="wide"><table class="coverage"><tbody>
      ${[...families].map(([family, names]) => group(family.toLowerCase().replace('_', ' '), names))}
      ${added.length > 0 && group('put in by policies', added)}</tbody></table></div>`;
}

function Opcode({ name, isChosen, choose }) {
  const cases = casesOf(name);
  return html`<button class=${cases.length ? '' : 'missing'} aria-pressed=${isChosen} onClick=${() => choose(isChosen ? null : name)}>
    <code>${name}</code> <span class="number">${cases.length || 'none'}</span></button>`;
}

const executing = new Map();
index.cases.forEach((entry) => entry.opcodes.forEach((name) => {
  executing.set(name, [...(executing.get(name) ?? []), entry.id]);
}));

const casesOf = (name) => executing.get(name) ?? [];
