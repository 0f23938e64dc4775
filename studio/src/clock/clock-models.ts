/** Who answers this page: workers of its own, each begun at its first question, so that a long flight holds up neither the sky nor a slider. */
import { workerModel, type Model } from "../model/model.ts";

const start = (): Worker => new Worker(new URL("../model/worker.ts", import.meta.url), { type: "module" });

/** The sky and its events; series; the days of jobs. */
export const clockModels: { readonly sky: Model; readonly flights: Model; readonly jobs: Model } = { sky: workerModel(start), flights: workerModel(start), jobs: workerModel(start) };
