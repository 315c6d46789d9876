// The address: #case=load/first&policy=handle&event=12 as { case, policy, event }, and back.
const listeners = new Set();

export function current() {
  return Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
}

/** The address of a part of the page. */
export function address(parts) {
  return '#' + Object.entries(parts)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => name + '=' + encodeURIComponent(value).replaceAll('%2F', '/').replaceAll('%20', '+'))
    .join('&');
}

/** Goes there without a new entry in the history: for steps that come by the hundred. */
export function replace(parts) {
  history.replaceState(null, '', address(parts));
  listeners.forEach((listener) => listener(current()));
}

/** Calls back with each new route; the result ends it. */
export function whenChanged(listener) {
  const heard = () => listener(current());
  listeners.add(listener);
  addEventListener('hashchange', heard);
  return () => {
    listeners.delete(listener);
    removeEventListener('hashchange', heard);
  };
}
