/** 100,000 GAIA jobs over a year on two tiers (`schedule-year.ts`), as `serve` places them where it is to place them at the least cost. Run: npx tsx bench/tasks/schedule-planned.bench.ts */
import { PLANNED } from "../../src/schedule/index.ts";
import { year } from "../schedule-year.ts";

const before = process.cpuUsage();
const done = year(PLANNED);
const { user, system } = process.cpuUsage(before);

console.log(JSON.stringify({ task: "schedule-planned", node: process.version, year_cpu_s: (user + system) / 1e6, rss_MB: process.resourceUsage().maxRSS / 1024, done }));
