// Which cases a person means: every word must stand somewhere in id, title, sentence, hazards or outcomes.
// "unexpected" and "changed" ask for those that need a look.
import { index } from 'lethe/data';

const DISAGREEING = 'unexpected';
const CHANGED = 'changed';

const texts = new Map(index.cases.map((entry) => [entry.id, [
  entry.id, entry.title, entry.shows, ...entry.hazards, ...new Set(entry.outcomes),
  entry.disagreeing.length ? DISAGREEING : '', entry.changes ? CHANGED : '',
].join('\n').toLowerCase()]));

export function matching(query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return index.cases.filter((entry) => words.every((word) => texts.get(entry.id).includes(word)));
}
