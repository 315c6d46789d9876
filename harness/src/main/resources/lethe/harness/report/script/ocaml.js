// Where compiled code came from. A unit that was compiled has its OCaml source above it, in lines with a mark, and comments that say
// what the compiler's events span.
export const MARK = ';|';

/** The line of the file with the OCaml that an instruction came from, from 1, where that is plain; else 0. */
export function ocamlLine({ source }, line) {
  let [from, words] = [line, ''];
  for (; from > 0 && !source[from - 1].startsWith('unit '); from--) {
    words ||= /^[^;]*; (.*?)(?: …)?$/.exec(source[from - 1])?.[1] ?? '';
  }
  const candidates = [];
  for (let at = from + 1; words && source[at - 1]?.startsWith(MARK); at++) {
    if (source[at - 1].includes(words)) {
      candidates.push(at);
    }
  }
  return candidates.length === 1 ? candidates[0] : 0;
}

/** The lines of the file, from 1, with the OCaml of the unit that a line belongs to; of the first that has any if that one has none. */
export function ocamlLines({ source }, line) {
  const heads = source.flatMap((text, i) => (text.startsWith('unit ') && source[i + 1]?.startsWith(MARK) ? [i + 1] : []));
  const isWithin = (head) => head <= line && !source.slice(head, line).some((text) => text.startsWith('unit '));
  const head = heads.find(isWithin) ?? heads[0] ?? source.length;
  const after = source.slice(head).findIndex((text) => !text.startsWith(MARK));
  return source.slice(head, head + Math.max(after, 0)).map((_, i) => head + 1 + i);
}

/** The text of such a line, without the mark. */
export function ocamlText({ source }, line) {
  return source[line - 1].slice(MARK.length).trim();
}
