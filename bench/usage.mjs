// Loaded into a measured process by --import: writes its own CPU time and peak memory when it ends.
import { writeFileSync } from "node:fs";

const file = process.env["DAWNDUSK_BENCH_USAGE"];
process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(file, JSON.stringify({ cpu_s: (userCPUTime + systemCPUTime) / 1e6, rss_MB: maxRSS / 1024 }));
});
