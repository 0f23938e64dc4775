import { choice, number, optionalNumber, optionalQuarter, quarter, text } from "../field.ts";

/** Permission, loss and talks as dated events. */
export const gate = {
  id: text({ doc: "Name of the gate." }),
  kind: choice(["launch-licence", "cadence-cap", "spectrum-milestone", "foreign-investment", "antitrust", "site-permit", "pad-loss", "vehicle-slip", "talks", "custom"], { doc: "What kind of event it is. A spectrum-milestone is a rule of its own; a site-permit that blocks holds the works of a site too, where it has plant, and the others hold its power alone." }),
  holds: text({ doc: "What it holds, separated by commas: vehicle/<id>, site/<id>, capacity/<id>, contract/<id>, claim/<id>, actor/<id>, deal/control, fleet for that of this scenario; of an actor with a scenario of its own fleet/<actor>, and vehicle/<actor>/<id> or site/<actor>/<id> for what only its file has.", feeds: ["plan"] }),
  effect: choice(["block", "cap", "remove"], { doc: "Nothing of it before the gate clears; or at most `cap` of it from `at` until the cap is lifted; or it is gone for `duration`.", fallback: "block", feeds: ["plan"] }),
  at: quarter({ doc: "Quarter in which it is due: a block clears, a cap sets in, a loss happens; of a spectrum-milestone the grant of the authorisation.", feeds: ["plan"] }),
  delay: number("yr", { example: "0.5 yr", doc: "How much later than `at` a block clears or a loss happens, and later than `until` a cap is lifted; a number or a distribution, of which a run takes the central value and `--draw` a draw.", min: 0, max: 60, varies: ["random"], fallback: { value: 0, low: 0, high: null, source: "project convention: the stated quarter holds unless the scenario says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["plan"] }),
  chance: number("frac", { doc: "Chance that it goes badly: a permission is refused, talks end, a cap is not lifted, a loss happens. A run takes the likelier outcome, `--draw` a draw; a tie goes well.", min: 0, max: 1, varies: [], fallback: { value: 0, low: 0, high: 1, source: "project convention: permission is given unless the scenario says so; what is removed must write its chance", asOf: "2026-11", evidence: "estimate" }, feeds: ["plan"] }),
  until: optionalQuarter({ doc: "Quarter in which a cap is lifted; left out, never.", feeds: ["plan"] }),
  cap: optionalNumber("1", { example: "25", doc: "Most there may be: launches, slots or platforms a year; megawatts of a site; platforms in service for fleet.", min: 0, max: 1e9, varies: ["random"], feeds: ["plan"] }),
  duration: optionalNumber("yr", { example: "0.75 yr", doc: "How long what is removed stays away.", min: 0, max: 60, varies: ["random"], feeds: ["plan"] }),
  authorised: optionalNumber("1", { example: "4000", doc: "Satellites that the authorisation of a spectrum-milestone allows.", min: 1, max: 1e8, whole: true, feeds: ["plan"] }),
  halfAfter: number("yr", { doc: "Years from the grant until half of the authorised satellites must work.", min: 0, max: 60, fallback: { value: 6, low: null, high: null, source: "47 CFR 25.164(b)(1), as revised 2021-09: half of the maximum number authorised no later than 6 years after the grant", asOf: "2021-09", evidence: "listed" }, feeds: ["plan"] }),
  allAfter: number("yr", { doc: "Years from the grant until all of them must work.", min: 0, max: 60, fallback: { value: 9, low: null, high: null, source: "47 CFR 25.164(b)(2), as revised 2021-09: the remaining space stations no later than nine years after the grant", asOf: "2021-09", evidence: "listed" }, feeds: ["plan"] }),
  fallback: choice(["later", "instead", "cap", "without"], { doc: "What follows when it goes badly. later: a block clears and a cap is lifted `later` after all, a loss ends after its duration in any case but without. instead: what `instead` names takes its place. cap: it is held to `cap`. without: never.", feeds: ["plan"] }),
  later: optionalNumber("yr", { example: "1 yr", doc: "How much later, with fallback: later.", min: 0, max: 60, varies: ["random"], feeds: ["plan"] }),
  instead: text({ doc: "contract/<id> or claim/<id> that is in force only then, or site/<id> (site/<actor>/<id> of an actor's own) that takes the site's phases, with fallback: instead.", fallback: "" }),
  source: text({ doc: "Who says so.", fallback: "" }),
} as const;
