/** The built campaigns, in the source's types: their threads and processes begin in a tenth of the time that sources take. */
import { existsSync } from "node:fs";

const path = new URL("../../../dist/io/campaign/index.js", import.meta.url);
if (!existsSync(path)) throw new Error(`${path.pathname} is missing: npm run build makes it`);
const kernel = new URL("../../../dist/kernel/index.js", import.meta.url);

export const { campaignOf, clusterWorker, queryCampaign, readManifest, readShard, runOnCluster, runOnThreads, storeOf } = (await import(path.href)) as typeof import("../../../src/io/campaign/index.ts");
export const { randomDoubles } = (await import(kernel.href)) as typeof import("../../../src/kernel/index.ts");
