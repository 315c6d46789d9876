// Of what there is too much of to draw at once: how much is missing, and a button for the next part.
import { html } from 'htm/preact';
import { count } from 'lethe/links';

/** `step` is how many come at a push. */
export function More({ hidden, one, step, onMore }) {
  return hidden > 0 && html`<p class="quiet">${count(hidden, `more ${one}`)} not drawn.
    ${' '}<button onClick=${onMore}>Draw ${Math.min(hidden, step)} more</button></p>`;
}
