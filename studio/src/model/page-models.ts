/** The models of a page. */
import { withLocal } from "./local.ts";
import type { Models } from "./model.ts";
import { workerModel } from "./worker-model.ts";

const startWorker = (): Worker => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });

export const pageModels = (): Models => ({ long: withLocal(workerModel(startWorker)), quick: workerModel(startWorker), near: workerModel(startWorker), campaign: withLocal(workerModel(startWorker)) });
