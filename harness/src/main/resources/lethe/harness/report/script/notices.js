// The licences of the libraries that the page carries.
import { html } from 'htm/preact';

export function Notices() {
  return html`<h1>Licences</h1><pre class="notices">${document.getElementById('notices').textContent.trim()}</pre>`;
}
