/** One line on standard error that says which stage runs; drawn over as it goes. */
import type { OnFlown } from "../fly/index.ts";
import type { StageName } from "../run/index.ts";
import type { Terminal } from "./terminal.ts";

export interface Progress {
  readonly stage: (name: StageName) => void;
  /** How far the fleet has flown. */
  readonly flown: OnFlown;
  /** Takes the line away. */
  readonly done: () => void;
}

const DOING: Readonly<Record<StageName, string>> = {
  size: "sizing the platform", fly: "flying the period", serve: "serving the demand", plan: "planning the build-out", finance: "counting the money",
};
const ORDER = Object.keys(DOING) as readonly StageName[];
const BAR = 20;
const CLEAR_LINE = "\r\u001b[2K";

const barText = (name: StageName): string => {
  const done = ORDER.indexOf(name);
  const filled = Math.round((done / ORDER.length) * BAR);
  return `[${"#".repeat(filled)}${".".repeat(BAR - filled)}] ${DOING[name]}`;
};

/** A bar on a terminal; nothing elsewhere or when quiet. */
export const progressOn = (terminal: Terminal, quiet: boolean): Progress =>
  terminal.live && !quiet
    ? {
        stage: (name) => terminal.tell(`${CLEAR_LINE}${barText(name)}`),
        flown: ({ days, of }) => terminal.tell(`${CLEAR_LINE}${barText("fly")}, the fleet: day ${Math.ceil(days)} of ${Math.ceil(of)}`),
        done: () => terminal.tell(CLEAR_LINE),
      }
    : { stage: () => {}, flown: () => {}, done: () => {} };
