// The one scale of events that bars and curves share.
export const GUTTER = 104; // pixels left of the plot, for names and numbers
export const MARGIN = 16; // right of it

/** Where an event stands. */
export function placeOf(i, run, width) {
  return GUTTER + (width - GUTTER - MARGIN) * i / Math.max(run.events.length - 1, 1);
}

/** The event that stands nearest to a place. */
export function eventAt(x, run, width) {
  const share = (x - GUTTER) / (width - GUTTER - MARGIN);
  return Math.round(Math.min(Math.max(share, 0), 1) * (run.events.length - 1));
}
