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

/** The text of such a line, without the mark. */
export function ocamlText({ source }, line) {
  return source[line - 1].slice(MARK.length).trim();
}
