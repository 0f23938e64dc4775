/** A thread that answers calls one after another with this machine's solver, a campaign with all its threads. Runs and evaluators of the last cases are kept. */
import { availableParallelism } from "node:os";
import { parentPort } from "node:worker_threads";
import { answering, type Answering, type ComputeShards } from "../../service/index.ts";
import { highsSolver } from "../../solver/index.ts";
import { folderOf, runOnThreads, SCENARIO_MODULE, scenarioCampaign, shardColumns, storeOf } from "../campaign/index.ts";
import { failed, type CallJob, type CallLine } from "./call-record.ts";

const port = parentPort;
if (port === null) throw new Error("call-thread is a thread of the studio's local process, not a program");
const say = (line: CallLine): void => port.postMessage(line);

/** Of the call under way: a thread has one at a time. */
let folder = "";

const computeOnThreads: ComputeShards = async ({ scenario, base, evaluator, plan }, told) => {
  const asked = { scenario, base, evaluator, correlations: plan.correlations, design: plan.design.kind, asked: { blocks: plan.design.samples }, seed: plan.design.seed, secondOrder: plan.design.secondOrder };
  const { campaign } = await scenarioCampaign(asked);
  const own = folderOf(folder, campaign);
  const end = await runOnThreads(campaign, { folder: own, module: SCENARIO_MODULE, workers: availableParallelism(), onProgress: ({ samples }) => told({ done: samples, of: plan.points }) });
  return { campaign: end.campaign.id, shards: shardColumns(plan, end.finished, storeOf(own)), leftOut: end.aside, alarms: [], interrupted: end.interrupted };
};

const answers: Answering = answering({ solve: highsSolver(), compute: computeOnThreads });

const answerTo = async ({ call, asked, scratch }: CallJob): Promise<void> => {
  folder = scratch;
  const answer = answers[call] as (asked: unknown, calling: { readonly tell: (told: unknown) => void; readonly signal: AbortSignal }) => Promise<unknown>;
  try {
    say({ kind: "answer", answer: await answer(asked, { tell: (told) => say({ kind: "told", told }), signal: new AbortController().signal }) });
  } catch (error) {
    say(failed(error));
  }
};

port.on("message", (job: CallJob) => void answerTo(job));
