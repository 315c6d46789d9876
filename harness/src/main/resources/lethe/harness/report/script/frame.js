// What is around every page: where one can go, the search, the switch of colours.
import { html, useEffect, useRef, useState } from 'htm/preact';
import { index } from 'lethe/data';
import { address, replace } from 'lethe/route';
import { currentTheme, nextTheme } from 'lethe/theme';
import { useKeys } from 'lethe/keys';

const PLACES = [['answer', 'Answer'], ['costs', 'Costs'], ['hazards', 'Hazards'], ['cases', 'Cases'], ['coverage', 'Coverage'], ...(index.changes.length ? [['changes', 'Changes']] : [])];

export function Frame({ route, children }) {
  const here = route.case ? 'cases' : route.view ?? 'answer';
  return html`
    <a class="skip" href="#content" onClick=${toContent}>Skip to the content</a>
    <header class="frame">
      <a class="wordmark" href=${address({ view: 'answer' })}>Lethe</a>
      <nav aria-label="Pages">
        ${PLACES.map(([view, title]) => html`
          <a href=${address({ view })} aria-current=${view === here ? 'page' : undefined}>${title}</a>`)}
      </nav>
      <${Search} query=${route.view === 'cases' ? route.q ?? '' : ''} />
      <${ThemeSwitch} />
    </header>
    <main id="content" tabindex="-1">${children}</main>
    <footer><a href=${address({ view: 'notices' })}>Licences of the libraries in this page</a></footer>`;
}

function toContent(event) {
  event.preventDefault();
  document.getElementById('content').focus();
}

function Search({ query }) {
  const input = useRef();
  useKeys({ '/': () => input.current.focus() });
  useEffect(() => {
    if (document.activeElement !== input.current) {
      input.current.value = query;
    }
  }, [query]);
  const search = () => replace({ view: 'cases', q: input.current.value });
  const leave = (event) => event.key === 'Escape' && input.current.blur();
  return html`<search><input ref=${input} type="search" placeholder="Search cases  /" aria-label="Search cases" autocomplete="off"
    onInput=${search} onKeyDown=${leave} /></search>`;
}

function ThemeSwitch() {
  const [theme, setTheme] = useState(currentTheme());
  const turn = () => {
    nextTheme();
    setTheme(currentTheme());
  };
  return html`<button class="theme" onClick=${turn} aria-label=${`Colours: ${theme}. Change`}>
    <span aria-hidden="true">${{ system: '◐', light: '○', dark: '●' }[theme]}</span> ${theme}</button>`;
}
