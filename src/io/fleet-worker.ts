/** The thread of `threadCrew`: flies the tasks that are posted to it and posts them back, their arrays moved, not copied. */
import { parentPort, workerData } from "node:worker_threads";
import { fleetPilot } from "../fly/index.ts";
import type { FleetJob, FleetTask } from "../fly/index.ts";
import { fleetKernel } from "../kernel/index.ts";
import { arraysOf } from "./fleet-arrays.ts";

const port = parentPort;
if (port === null) throw new Error("fleet-worker is a thread of threadCrew, not a program");
const { job } = workerData as { readonly job: FleetJob };
const pilot = fleetPilot(job, fleetKernel);
port.on("message", (task: FleetTask) => {
  pilot(task);
  port.postMessage(task, arraysOf(task));
});
