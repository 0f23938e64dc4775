/** Demand as jobs, run by the scheduler over some days on what both tiers give by the minute. */
import { choice, date, group, list, number, optionalNumber, optionalQuarter, text } from "../field.ts";

const GAIA = "Alibaba PAI 2020 as sampled by GAIA (umassos/GAIA, 99,998 jobs over a year; MIT)";

/** How the work of a class comes. */
const jobs = {
  length: number("h", { doc: "Mean time that a job takes. Training runs through the whole time instead, unless its class says otherwise here; interactive work comes in slices.", min: 0.01, max: 8766, fallback: { value: 2.27, low: 0.66, high: 15.2, source: `${GAIA}: mean; low: median; high: mean weighted by use`, asOf: "2020", evidence: "demonstrated" }, feeds: ["serve"] }),
  spread: number("1", { doc: "Standard deviation of that time over its mean, log-normal; 0 makes all alike.", min: 0, max: 10, fallback: { value: 2.16, low: 0, high: null, source: GAIA, asOf: "2020", evidence: "demonstrated" }, feeds: ["serve"] }),
  estimate: number("1", { doc: "Time that the scheduler is told over the time that a job takes.", min: 0.01, max: 100, fallback: { value: 1, low: 1, high: 5, source: "project convention: lengths are known; high: users of the logs in the Parallel Workloads Archive ask for several times what they take", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  checkpointEvery: number("h", { doc: "Work between two checkpoints; interactive work loses the requests of a minute instead.", min: 0.01, max: 8766, fallback: { value: 1, low: 0.25, high: 4, source: "project convention, of the order of the best interval (Daly 2006) for jobs of a few hundred accelerators", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  checkpointSize: number("B", { example: "2 TB", doc: "Bytes of a checkpoint; above 0 it ties a job to the place where it first ran.", min: 0, max: 1e18, fallback: { value: 0, low: null, high: null, source: "project convention: checkpoints are kept where every tier can read them", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  input: number("B", { example: "500 GB", doc: "Bytes that a job reads and that lie on the ground.", min: 0, max: 1e18, fallback: { value: 0, low: null, high: null, source: "project convention: nothing beyond what users send, which is in the class's bytes", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
} as const;

const classJobs = {
  class: text({ doc: "An id of demand.classes." }),
  tenant: text({ doc: "Who asks for it, as a path for fair shares: lab/chat; left out, the class's id.", fallback: "", feeds: ["serve"] }),
  priority: optionalNumber("1", { example: "5", doc: "Its priority, where the order goes by it: higher first; left out, 2 for interactive work, 1 for training, 0 for batch.", min: -1e6, max: 1e6, feeds: ["serve"] }),
  jurisdiction: text({ doc: "Law under which it must run, a word of serve.jurisdictions; left out, it may run anywhere.", fallback: "", feeds: ["serve"] }),
  chips: optionalNumber("1", { example: "72", doc: "Accelerators of one job, which runs on all of them at once; left out, synchronousChips of the class, else bundles of servers that need each other not.", min: 1, max: 1e9, whole: true, feeds: ["serve"] }),
  length: optionalNumber("h", { example: "12 h", doc: "Mean time that a job of the class takes; left out, that of all, for training the whole time.", min: 0.01, max: 8766, feeds: ["serve"] }),
  spread: optionalNumber("1", { example: "0.5", doc: "Its standard deviation over its mean; left out, that of all.", min: 0, max: 10, feeds: ["serve"] }),
  checkpointEvery: optionalNumber("h", { example: "2 h", doc: "Work between two checkpoints; left out, that of all.", min: 0.01, max: 8766, feeds: ["serve"] }),
  checkpointSize: optionalNumber("B", { example: "2 TB", doc: "Bytes of a checkpoint; left out, that of all.", min: 0, max: 1e18, feeds: ["serve"] }),
  input: optionalNumber("B", { example: "500 GB", doc: "Bytes that a job reads, on the ground; left out, that of all.", min: 0, max: 1e18, feeds: ["serve"] }),
  output: optionalNumber("B", { example: "5 GB", doc: "Bytes that a job sends to the ground; left out, what its work moves to and from users.", min: 0, max: 1e18, feeds: ["serve"] }),
} as const;

/** A list of jobs tells some things only to those who know the machine. */
const reading = {
  estimate: optionalNumber("s", { example: "1 h", doc: "Time of jobs that state none (sbatch, kubernetes, sacct, swf); left out, such a job is a problem.", min: 1e-3, max: 1e9, feeds: ["serve"] }),
  perRequest: optionalNumber("s", { example: "30 s", doc: "A node's time for a request (openai-batch, servegen, rates).", min: 1e-6, max: 1e9, feeds: ["serve"] }),
  inputRate: optionalNumber("token/s", { example: "20000 token/s", doc: "Tokens that a node reads (azure, mooncake).", min: 1e-3, max: 1e12, feeds: ["serve"] }),
  outputRate: optionalNumber("token/s", { example: "1000 token/s", doc: "Tokens that a node writes (azure, mooncake).", min: 1e-3, max: 1e12, feeds: ["serve"] }),
  steps: text({ doc: "A file of steps a second beside the scenario (gavel): JSON by job type, or a table in Gavel's own form; left out, what its authors measured.", fallback: "", feeds: ["serve"] }),
  chip: text({ doc: "Accelerator of that table (gavel): v100, p100 or k80 of the authors' own.", fallback: "v100", feeds: ["serve"] }),
} as const;

const share = {
  tenant: text({ doc: "A tenant, or part of the path of several: lab, lab/chat. Of a class without a tenant, its id." }),
  share: number("1", { doc: "Its share beside its siblings' shares; a tenant that is not named has 1.", min: 1e-6, max: 1e6, feeds: ["serve"] }),
} as const;

const requeues = {
  cause: choice(["supply ends", "power cap", "preempted", "interruption", "repair", "upset", "chip lost", "site outage"], { doc: "Why a job was stopped." }),
  most: number("1", { doc: "So often it waits again for that cause; then it is given up.", min: 0, max: 1e6, whole: true, feeds: ["serve"] }),
} as const;

const policy = {
  order: choice(["by-placement", "fcfs", "sjf", "priority", "fair-share", "deadline"], { doc: "Who is looked at first. by-placement: what must start first to be in time for cheapest, else interactive work before training before batch, which make room for it; priority: that order, or the classes' own, raised by waiting; fair-share: who used least of its share; with any but by-placement nobody makes room.", fallback: "by-placement", feeds: ["serve"] }),
  depth: number("1", { doc: "So many of the jobs that wait are looked at in one decision; those that only wait for the time they are booked or held for do not count, and what may expire soon is always looked at where placement is cheapest.", min: 1, max: 1e6, whole: true, fallback: { value: 200, low: 50, high: 1000, source: "project convention, of trials on price-years (docs/theory/schedule.md): 90 days of requests at Germany's prices of 2022 cost 15.9 % more at 20 and 3.2 % more at 50 than without a limit, at 200 the same to the dollar; a decision takes longer the more are looked at", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  ageing: number("1", { doc: "Priority that an hour of waiting adds (priority).", min: 0, max: 1e6, fallback: { value: 0, low: null, high: null, source: "project convention: priority alone, unless the scenario says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  halfLife: number("h", { doc: "After so long, use counts half (fair-share).", min: 0.01, max: 1e6, fallback: { value: 168, low: null, high: null, source: "Slurm, src/common/read_config.h: DEFAULT_PRIORITY_DECAY, what PriorityDecayHalfLife is without an entry, is 604,800 s, 7 days", asOf: "2026-11", evidence: "listed" }, feeds: ["serve"] }),
  capping: choice(["no", "yes"], { doc: "Whether jobs may start at less power where all of it is not there; not by placement: cheapest, which books full power.", fallback: "no", feeds: ["serve"] }),
  cappedPower: number("frac", { doc: "Power of such a job, over its full power.", min: 0.05, max: 1, fallback: { value: 0.81, low: null, high: null, source: "McDonald and others 2022 (arXiv 2205.09646), the abstract read: power caps take 15 % less energy for marginally more time in training; as quoted from its text, not read there: GPUs of 250 W bound to 150 W, 13.7 % less energy and 6.8 % more time, 0.863/1.068 of the power; serving loses more time", asOf: "2022-05", evidence: "estimate" }, feeds: ["serve"] }),
  cappedSpeed: number("frac", { doc: "Its speed, over full speed.", min: 0.05, max: 1, fallback: { value: 0.94, low: null, high: 1, source: "McDonald and others 2022 (arXiv 2205.09646), as cappedPower, quoted and not read there: 1/1.068; serving at 150 W took 22.7 % more time for 24.2 % less energy", asOf: "2022-05", evidence: "estimate" }, feeds: ["serve"] }),
  maintenance: choice(["checkpoint", "drain"], { doc: "What becomes of work as a window of serve.maintenance nears. checkpoint: jobs run up to it, write a checkpoint before it and wait again; drain: what would not be done by then does not start, and what runs on (longer than it was said to) is stopped at the window.", fallback: "checkpoint", feeds: ["serve"] }),
  shares: list(share, { doc: "Shares of tenants (fair-share).", max: 256 }),
  requeueMost: list(requeues, { doc: "How often a job may be stopped, by cause; causes not named have no limit.", max: 8 }),
} as const;

const jurisdiction = {
  place: text({ doc: "An id of ground.sites, or orbit." }),
  law: text({ doc: "A law that holds there, as EU; a place may have several, one item each. For platforms: of who registers them." }),
} as const;

const maintenance = {
  at: text({ doc: "An id of ground.sites; orbit for all platforms; orbit-1, orbit-2, ... for those of one place." }),
  start: date({ doc: "First instant of the first window, UTC.", feeds: ["serve"] }),
  length: number("h", { example: "8 h", doc: "How long all of it is out of service.", min: 0.01, max: 8766, feeds: ["serve"] }),
  every: optionalNumber("h", { example: "168 h", doc: "From the start of one window to that of the next; left out, there is one.", min: 0.02, max: 87_660, feeds: ["serve"] }),
} as const;

export const serve = {
  start: date({ doc: "First instant that is simulated, UTC: prices, weather and outages are those of this day and hour in each site's flown year, light and contacts those of this date.", feeds: ["serve"] }),
  days: number("1", { doc: "How many days are simulated.", min: 0.05, max: 366, fallback: { value: 7, low: null, high: null, source: "project convention: a week holds every hour and weekday of demand", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  quarter: optionalQuarter({ doc: "Quarter of the horizon whose demand and ground sites are taken; left out, the last.", feeds: ["serve"] }),
  platforms: optionalNumber("1", { example: "81", doc: "Platforms at work; left out, those of orbit.target in the quarter, and none without a target.", min: 0, max: 1e6, whole: true, feeds: ["serve"] }),
  places: number("1", { doc: "Places, evenly along the orbit, at which they fly; those of one place share light and contacts. A formation is one place, and one beyond the Earth's orbits.", min: 1, max: 256, whole: true, fallback: { value: 4, low: 1, high: null, source: "project convention: a quarter of a turn apart, so that not all are in shadow at once", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  placement: choice(["cheapest", "ground-first", "orbit-first", "threshold", "ground-only"], { doc: "Who runs where: by least cost of energy, carbon, data, rent and lateness, also later; one tier first and the other where it is full; orbit first while the ground's energy is above groundMost; or nothing in orbit that may run on the ground.", fallback: "cheapest", feeds: ["serve"] }),
  groundMost: number("$/MWh", { doc: "Dearest energy, a megawatt-hour of IT, at which the ground comes first (threshold).", min: -1000, max: 1e6, fallback: { value: 100, low: null, high: null, source: "project convention: near twice the mean of ERCOT in a year without a storm", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  carbonPrice: number("$/kg", { example: "0.1 $/kg", doc: "What a kilogram of direct CO2 counts for where the cheapest place is sought; it is in no cost that is told.", min: 0, max: 1000, fallback: { value: 0, low: 0, high: 0.2, source: "project convention: nobody pays for it unless the scenario says so", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  lookahead: number("h", { doc: "How far ahead work is booked on the hours that are cheapest (cheapest); prices are known to the end of the day, from noon UTC on to the end of the next.", min: 1, max: 500, fallback: { value: 48, low: 24, high: null, source: "project convention: two days, of which day-ahead markets price at least the half", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  room: number("frac", { doc: "Part of the work that is expected and cannot wait, for which room is left when hours are booked ahead (cheapest).", min: 0, max: 1, fallback: { value: 0.7, low: 0.35, high: 1, source: "project convention, of trials on price-years (docs/theory/schedule.md): 90 days of requests at Germany's prices of 2022 cost 4,448 $ at 0.7, 4,837 at 0, 4,626 at 0.35, 4,625 at 1; at Texas's of 2023 1,352, 1,355, 1,358, 1,357", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  groundRent: number("$/kWh", { example: "0.3 $/kWh", doc: "What an hour of servers on the ground costs beside energy, over their kilowatts; 0 for what is owned and paid.", min: 0, max: 1000, fallback: { value: 0, low: null, high: null, source: "project convention: servers are owned, and only what an hour of work adds counts where it is placed", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  orbitRent: number("$/kWh", { example: "0.3 $/kWh", doc: "The same in orbit.", min: 0, max: 1000, fallback: { value: 0, low: null, high: null, source: "project convention: as on the ground", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  grace: number("s", { doc: "Time between the word to stop and the stop, for work that makes room for interactive work or training.", min: 0, max: 3600, fallback: { value: 60, low: 30, high: 120, source: "project convention, as clouds warn who rents spare machines: 30 s to 2 min", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  reboot: number("s", { doc: "How long a server is away after an interruption that a restart mends.", min: 1, max: 1e6, fallback: { value: 300, low: 120, high: 900, source: "project convention: a boot and its checks; low: Slurm lets a requeued job begin after some two minutes", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  slice: number("h", { doc: "Interactive work is asked for in slices of this length.", min: 0.05, max: 24, fallback: { value: 1, low: null, high: null, source: "project convention: rates are known by the hour", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  patience: number("min", { doc: "How late a slice of interactive work may begin; later it is shed.", min: 0, max: 1440, fallback: { value: 10, low: null, high: null, source: "project convention: what a few spare replicas bridge", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  jobsMost: number("1", { doc: "About how many jobs a class is cut into: above it, servers are bundled. A resolution, but money moves with it: larger bundles find fewer gaps and cheap hours. In examples/storm-uri, cut at 400 or at 4000, a class's ground energy differs up to 2 times and the total by 2 to 15 %: hold a result against a larger one.", min: 10, max: 200_000, whole: true, fallback: { value: 2000, low: null, high: null, source: "project convention: seconds of computing", asOf: "2026-11", evidence: "estimate" }, feeds: ["serve"] }),
  jobs: group(jobs, { doc: "How the work of all classes comes." }),
  classes: list(classJobs, { doc: "What is other for single classes.", max: 64 }),
  workload: text({ doc: "A file of jobs beside the scenario that stands in place of the classes' own; left out, there is none. The command line reads it.", fallback: "", feeds: ["serve"] }),
  workloadFormat: choice(["by-content", "swf", "sbatch", "sacct", "kubernetes", "openai-batch", "batsim", "gaia", "gavel", "azure", "mooncake", "servegen", "rates"], { doc: "What the file is; by-content: as its name and its first line say. A processor or GPU of it is a node.", fallback: "by-content", feeds: ["serve"] }),
  workloadReading: group(reading, { doc: "What such a file does not say." }),
  policy: group(policy, { doc: "Who goes first, and what jobs must bear." }),
  maintenance: list(maintenance, { doc: "Windows in which a site or platforms are out of service, known to the scheduler ahead: nothing runs in them.", max: 256 }),
  jurisdictions: list(jurisdiction, { doc: "Which law holds where, for classes with a jurisdiction.", max: 512 }),
} as const;
