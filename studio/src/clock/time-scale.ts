/** Spans of time on a screen: zoom, pan, ticks and texts. Times are seconds since 1970, UTC. */

export interface Span {
  readonly start_s: number;
  readonly end_s: number;
}

export const MINUTE_S = 60;
export const HOUR_S = 3600;
export const DAY_S = 86_400;

/** Shorter than a step of the flight shows nothing. */
const SHORTEST_S = 2 * MINUTE_S;

/** Within the bounds: as long as it was if that fits. */
export const within = ({ start_s, end_s }: Span, bounds: Span): Span => {
  const length = Math.min(end_s - start_s, bounds.end_s - bounds.start_s);
  const start = Math.min(Math.max(start_s, bounds.start_s), bounds.end_s - length);
  return { start_s: start, end_s: start + length };
};

/** A span `factor` times as long, with `at_s` where it was. */
export const zoomed = ({ start_s, end_s }: Span, { factor, at_s }: { readonly factor: number; readonly at_s: number }, bounds: Span): Span => {
  const length = Math.max(SHORTEST_S, (end_s - start_s) * factor);
  const share = (at_s - start_s) / (end_s - start_s);
  return within({ start_s: at_s - share * length, end_s: at_s + (1 - share) * length }, bounds);
};

/** Moved by a share of its length. */
export const panned = ({ start_s, end_s }: Span, share: number, bounds: Span): Span => {
  const by = (end_s - start_s) * share;
  return within({ start_s: start_s + by, end_s: end_s + by }, bounds);
};

/** The span that shows a time: moved to it where it does not. */
export const showing = (span: Span, at_s: number, bounds: Span): Span => {
  if (at_s >= span.start_s && at_s <= span.end_s) return span;
  const half = (span.end_s - span.start_s) / 2;
  return within({ start_s: at_s - half, end_s: at_s + half }, bounds);
};

const STEPS_S = [10, 30, 60, 300, 600, 1800, 3600, 10_800, 21_600, 43_200, 86_400, 2 * 86_400, 7 * 86_400];

/** "2027-03-20 06:00:00" */
export const timeText = (t_s: number): string => new Date(Math.round(t_s) * 1000).toISOString().slice(0, 19).replace("T", " ");

export interface Tick {
  readonly t_s: number;
  readonly text: string;
}

const monthTicks = ({ start_s, end_s }: Span, most: number): readonly Tick[] => {
  const first = new Date(start_s * 1000);
  const months = (end_s - start_s) / (30.4 * DAY_S);
  const by = [1, 3, 6, 12, 24, 60, 120].find((step) => months / step <= most) ?? 240;
  const ticks: Tick[] = [];
  for (let month = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth()) / by) * by; ; month += by) {
    const t_s = Date.UTC(Math.floor(month / 12), month % 12, 1) / 1000;
    if (t_s > end_s) return ticks;
    if (t_s >= start_s) ticks.push({ t_s, text: by >= 12 ? String(Math.floor(month / 12)) : new Date(t_s * 1000).toISOString().slice(0, 7) });
  }
};

/** Round times, up to `most` of them: years, months, days, hours or minutes. */
export const ticksOf = (span: Span, most: number): readonly Tick[] => {
  const step = STEPS_S.find((s) => (span.end_s - span.start_s) / s <= most);
  if (step === undefined) return monthTicks(span, most);
  const ticks: Tick[] = [];
  for (let t_s = Math.ceil(span.start_s / step) * step; t_s <= span.end_s; t_s += step) {
    const text = timeText(t_s);
    ticks.push({ t_s, text: step >= DAY_S || t_s % DAY_S === 0 ? text.slice(5, 10) : step >= MINUTE_S ? text.slice(11, 16) : text.slice(11) });
  }
  return ticks;
};

/** "6.2 min", "3.5 h", "12 days". */
export const lengthText = (s: number): string => {
  if (s < 2 * HOUR_S) return `${(s / MINUTE_S).toFixed(1)} min`;
  return s < 2 * DAY_S ? `${(s / HOUR_S).toFixed(1)} h` : `${(s / DAY_S).toFixed(0)} days`;
};

/** What an input of date and time says, read as UTC; null where it says nothing. */
export const readTime = (text: string): number | null => {
  const t_s = Date.parse(/[zZ]$/.test(text) ? text : `${text}Z`) / 1000;
  return Number.isFinite(t_s) ? t_s : null;
};

/** Start of a quarter as `report` writes it, "2027-Q3"; null for what is none. */
export const quarterStart_s = (text: string): number | null => {
  const found = /^(\d{4})-Q([1-4])$/.exec(text);
  return found === null ? null : Date.UTC(Number(found[1]), 3 * (Number(found[2]) - 1), 1) / 1000;
};
