// Keys of one letter. They are left alone where somebody writes, and with Ctrl, Alt or Cmd.
import { useLayoutEffect, useRef } from 'htm/preact';

/** While the component is shown, these keys do this: { j: () => … }. */
export function useKeys(actions) {
  const latest = useRef();
  latest.current = actions; // at once: a key may come before the effects of the render that the last one caused
  useLayoutEffect(() => {
    const heard = (event) => {
      const action = latest.current[event.key];
      const busy = event.ctrlKey || event.metaKey || event.altKey
        || event.target.closest?.('input, select, textarea, [data-own-keys]');
      if (action && !busy) {
        event.preventDefault();
        action();
      }
    };
    addEventListener('keydown', heard);
    return () => removeEventListener('keydown', heard);
  }, []);
}
