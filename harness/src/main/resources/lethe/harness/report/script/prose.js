// Text of the project's documents, which has a little Markdown in it.
import { html } from 'htm/preact';

/** `code` as code; *stress* as stress. */
export function Prose({ text }) {
  return html`${text.split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*]+\*)/).map((part) => (
    part.startsWith('`') ? html`<code>${part.slice(1, -1)}</code>`
    : /^\*.+\*$/.test(part) ? html`<em>${part.replaceAll('*', '')}</em>`
    : part))}`;
}

/** The same where no element may stand. */
export function plain(text) {
  return text.replace(/[`*]/g, '');
}
