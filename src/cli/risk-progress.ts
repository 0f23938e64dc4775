/** How far a campaign is, with the time that is left: a line that is drawn over on a terminal, a line every half minute elsewhere. */
import type { CampaignProgress } from "../io/campaign/index.ts";
import type { Terminal } from "./terminal.ts";

export interface RiskProgress {
  /** Flights about the centre, before anything is evaluated. */
  readonly flown: (flights: number) => void;
  readonly computed: (progress: CampaignProgress) => void;
  /** Takes the line away. */
  readonly done: () => void;
}

const CLEAR_LINE = "\r\u001b[2K";
const BAR = 20;
/** Before that a rate says little. */
const SETTLED_S = 2;
const EVERY_MS = 30_000;

export const duration = (seconds: number): string => {
  const s = Math.ceil(seconds);
  if (s < 60) return `${s} s`;
  const minutes = Math.ceil(s / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.ceil(minutes / 60)} h`;
};

/** What was finished before the first word counts for nothing in the rate. */
export const riskProgress = ({ live, tell }: Terminal, { quiet, cluster }: { readonly quiet: boolean; readonly cluster: boolean }): RiskProgress => {
  let first: { readonly samples: number; readonly ms: number } | undefined;
  let told_ms = performance.now();
  const text = ({ samples, of, aside, workers }: CampaignProgress): string => {
    const now_ms = performance.now();
    first ??= { samples, ms: now_ms };
    const seconds = (now_ms - first.ms) / 1000;
    const made = samples - first.samples;
    const rate = seconds < SETTLED_S || made === 0 ? "" : `, ${Math.round(made / seconds)} a second, ${duration(((of - samples) * seconds) / made)} left`;
    const who = !cluster ? "" : workers === 0 ? ", no worker yet: dawndusk worker --cluster ..." : `, ${workers} ${workers === 1 ? "worker" : "workers"}`;
    return `${samples} of ${of}${rate}${who}${aside === 0 ? "" : `, ${aside} shards set aside`}`;
  };
  const seldom = (progress: CampaignProgress): void => {
    const line = text(progress);
    if (performance.now() - told_ms < EVERY_MS) return;
    told_ms = performance.now();
    tell(`${line}\n`);
  };
  const bar = (progress: CampaignProgress): void => {
    const filled = Math.round((progress.samples / progress.of) * BAR);
    tell(`${CLEAR_LINE}[${"#".repeat(filled)}${".".repeat(BAR - filled)}] ${text(progress)}`);
  };
  if (quiet) return { flown: () => {}, computed: () => {}, done: () => {} };
  if (!live) return { flown: () => {}, computed: seldom, done: () => {} };
  return { flown: (flights) => tell(`${CLEAR_LINE}flying about the centre: ${flights + 1}`), computed: bar, done: () => tell(CLEAR_LINE) };
};
