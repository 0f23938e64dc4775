/** Who answers this page besides the sitting's quick model: workers of its own, each begun at its first question, so that a long flight holds up neither the sky nor a slider. */
import type { Model } from "../model/model.ts";
import { workerModel } from "../model/worker-model.ts";

const start = (): Worker => new Worker(new URL("../model/worker.ts", import.meta.url), { type: "module" });

/** Series, and the days of jobs: a question that is given up ends its worker. */
export const clockModels: { readonly flights: Model; readonly jobs: Model } = { flights: workerModel(start), jobs: workerModel(start) };
