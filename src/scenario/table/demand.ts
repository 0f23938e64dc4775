import { choice, list, number, optionalGroup, optionalNumber, optionalRef, profile, series, text } from "../field.ts";
import { serving } from "./serving.ts";
import { users } from "./users.ts";

const LLM_TEXT = "Azure LLM inference trace 2023 (code): 2,048 prompt and 28 generated tokens, mean of 8,819 requests; high: Mooncake conversation trace, 12,035 and 343";

const sloCredit = {
  below: number("frac", { example: "99 %", doc: "Share of jobs on time below which it is due.", min: 0, max: 1, feeds: ["serve"] }),
  credit: number("frac", { example: "30 %", doc: "Share of the class's fee that is given back.", min: 0, max: 1, varies: ["random"], feeds: ["serve", "plan", "finance"] }),
} as const;

export const demandClass = {
  id: text({ doc: "Name of the class." }),
  kind: choice(["interactive", "batch", "training"], { doc: "Interactive work is served in the hour it comes; batch may wait; training runs flat.", feeds: ["serve"] }),
  weeklyUsers: optionalNumber("1", { example: "800 million", doc: "People who use the service in a week.", min: 0, max: 1e11, varies: ["time", "random"], feeds: ["serve"] }),
  requestsPerUser: number("1/week", { doc: "Requests of one weekly user.", min: 0, max: 1e6, varies: ["random"], fallback: { value: 25.7, low: null, high: null, source: "OpenAI, 'How people use ChatGPT' (NBER w34255, 2025-09): 18 billion messages a week from 700 million weekly users", asOf: "2025-09", evidence: "listed" }, feeds: ["serve"] }),
  tokensPerRequest: number("token", { doc: "Prompt and generated tokens of one request together, as the servers' rates count them.", min: 0, max: 1e9, varies: ["random"], fallback: { value: 2076, low: null, high: 12_378, source: LLM_TEXT, asOf: "2023-11", evidence: "demonstrated" }, feeds: ["serve"] }),
  bytesPerToken: number("B/token", { doc: "Data moved to and from the user for one token, prompt or generated.", min: 0, max: 1e9, varies: ["random"], fallback: { value: 4, low: null, high: null, source: "UTF-8 English text at about four characters a token (Turyshev arXiv 2604.27197, Gamma analysis)", asOf: "2026-04", evidence: "estimate" }, feeds: ["serve"] }),
  tokens: optionalNumber("token/s", { example: "2 Mtoken/s", doc: "Mean token rate, instead of users.", min: 0, max: 1e18, varies: ["time", "random"], feeds: ["serve"] }),
  power: optionalNumber("MW", { example: "200 MW", doc: "Mean IT power, instead of users or tokens: the way training is usually stated.", min: 0, max: 1e9, varies: ["time", "random"], feeds: ["serve"] }),
  growth: number("1/yr", { example: "20 %/yr", doc: "Yearly growth on top of the amount.", min: -1, max: 100, varies: ["random"], fallback: { value: 0, low: null, high: null, source: "project convention: no growth unless the scenario says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  shape: profile({ doc: "Rate over time, relative to its mean; repeats.", feeds: ["serve"] }),
  users: optionalGroup(users, { doc: "Where the users are: the class's rate then follows each region's local day, and is its `shape`; left out, all are as `shape` says." }),
  serving: optionalGroup(serving, { doc: "Language model that the requests are served with: watts of the class, and its price of tokens, follow from what a replica of the server's accelerators keeps of the promised times; left out, from the server's published rate." }),
  hourlyPower: series("MW", { doc: "IT power wanted by the hour, absolute, measured or forecast: power becomes its mean over the flown year and shape its hours over that mean.", min: 0, max: 1e7, feeds: ["serve"] }),
  latencyMax: optionalNumber("ms", { example: "200 ms", doc: "Longest round trip that the class accepts, held against the 95th percentile of users, where network.routes routes the class's own (demand.classes.users) over these and their ways; a tier above it serves nothing of the class.", min: 0.1, max: 1e7, feeds: ["serve"] }),
  deferralMax: number("h", { example: "24 h", doc: "How long work may wait.", min: 0, max: 8766, fallback: { value: 0, low: null, high: null, source: "project convention: nothing waits unless the scenario says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  synchronousChips: optionalNumber("1", { example: "16384", doc: "Accelerators that must all work for one job of the class, stopped together by any of them: the amount is then of work kept, and a tier runs more for what interruptions, checkpoints and restarts take. Left out, chips work apart.", min: 1, max: 1e9, whole: true, varies: ["random"], feeds: ["size", "serve"] }),
  checkpoint: number("s", { doc: "Time to write a checkpoint of a synchronous job, during which it does no work.", min: 0.001, max: 1e6, varies: ["random"], fallback: { value: 30, low: 5, high: 60, source: "with a restart of 600 s it gives 88 % of the 54 days of Llama 3 (arXiv 2407.21783v3, table 5: above 90 %); low, high: project convention", asOf: "2026-11", evidence: "estimate" }, feeds: ["size", "serve"] }),
  restart: number("s", { doc: "Time from an interruption of a synchronous job until work goes on from the last checkpoint.", min: 0, max: 1e6, varies: ["random"], fallback: { value: 120, low: 30, high: 600, source: "Slurm lets a requeued job begin after some two minutes (BeginTime, 121 s); low: project convention; high: as for the checkpoint", asOf: "2026-11", evidence: "estimate" }, feeds: ["size", "serve"] }),
  model: optionalRef("models", { doc: "Language model that a training class trains: over orbit.interlink its steps wait for the exchange of gradients.", feeds: ["serve"] }),
  tiers: choice(["any", "ground", "orbit"], { doc: "Where the class may run.", fallback: "any", feeds: ["serve"] }),
  price: optionalNumber("$/kWh", { example: "2 $/kWh", doc: "What a kilowatt-hour of IT that is served earns: a contract's price, or over time a market's; left out, its shortfall price, where finance.computePrice has it.", min: 0, max: 1e6, varies: ["time", "random"], feeds: ["plan", "finance"] }),
  sloCredits: list(sloCredit, { doc: "What is given back of the fee where too few jobs of the days of jobs (serve) were on time: the highest credit whose share was not reached. Left out, nothing. As clouds have it: 10 % below 99.99 %, 30 % below 99 %, 100 % below 95 % (AWS, Compute Service Level Agreement, 2022-05-05).", max: 8 }),
  shortfallPrice: number("$/kWh", { doc: "What a kilowatt-hour of IT that is wanted and not served costs: the scarcity price never exceeds it.", min: 0, max: 1e6, varies: ["random"], fallback: { value: 1.84, low: 1.33, high: null, source: "one-year H100 rental 2.35 $/GPU-h (SemiAnalysis via compux.net, 2026-03; 1.70 in 2025-10) over 1.275 kW of server power a GPU (DGX H100, 10.2 kW for 8)", asOf: "2026-03", evidence: "listed" }, feeds: ["plan"] }),
} as const;

export const demand = {
  classes: list(demandClass, { doc: "Kinds of work, each in exactly one of users, tokens or power.", max: 64, feeds: ["serve"] }),
} as const;
