// Light, dark, or as the system has it. Every colour is a light-dark() of CSS, so one property decides.
const NEXT = { system: 'light', light: 'dark', dark: 'system' };
const SCHEMES = { system: 'light dark', light: 'light', dark: 'dark' };
const KEY = 'lethe-theme';

let theme = 'system';

export function currentTheme() {
  return theme;
}

export function nextTheme() {
  apply(NEXT[theme]);
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A page opened from a file may be denied storage: the choice then lasts as long as the page.
  }
}

export function restoreTheme() {
  try {
    apply(localStorage.getItem(KEY) ?? 'system');
  } catch {
    apply('system');
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', announce);
}

function apply(name) {
  theme = name in SCHEMES ? name : 'system';
  document.documentElement.style.colorScheme = SCHEMES[theme];
  announce();
}

function announce() {
  dispatchEvent(new Event('lethe-theme'));
}

/** A colour of the style sheets as a canvas understands it. */
export function colour(name) {
  const probe = document.createElement('i');
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}
