/** Whether what came over the wire is a call that the local process answers: nothing of another shape reaches a thread. */
import { isCase } from "../../service/index.ts";
import type { DesignKind } from "../../risk/index.ts";
import { LOCAL_CALLS, type CallAsked } from "./call-record.ts";

type LocalCall = (typeof LOCAL_CALLS)[number];
type Raw = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";

const DESIGNS: Readonly<Record<DesignKind, true>> = { random: true, latin: true, sobol: true, saltelli: true, morris: true };

const isCompared = (value: unknown): boolean => isRecord(value) && isText(value["id"]) && (value["kind"] === "model" || (value["kind"] === "case" && isCase(value["case"])));

/** Of each call, whether it may be asked so. */
const SHAPES: Readonly<Record<LocalCall, (asked: unknown) => boolean>> = {
  run: isCase,
  book: isCase,
  compare: (asked) => Array.isArray(asked) && asked.every(isCompared),
  risk: (asked) => isRecord(asked) && isCase(asked["case"]) && isText(asked["design"]) && Object.hasOwn(DESIGNS, asked["design"]) && Number.isSafeInteger(asked["evaluations"]) && (asked["evaluations"] as number) > 0,
  frontier: (asked) => isRecord(asked) && isCase(asked["case"]) && Array.isArray(asked["drivers"]) && asked["drivers"].length === 2 && asked["drivers"].every(isText),
};

export type ReadCall = { readonly ok: true; readonly asked: CallAsked } | { readonly ok: false; readonly status: 400 | 404; readonly why: string };

/** The call in a request's body, or why there is none. */
export const readCall = (body: unknown): ReadCall => {
  if (!isRecord(body)) return { ok: false, status: 400, why: "no call" };
  const call = LOCAL_CALLS.find((one) => one === body["call"]);
  if (call === undefined) return { ok: false, status: 404, why: "no such call" };
  if (!SHAPES[call](body["asked"])) return { ok: false, status: 400, why: `"${call}" is not asked so` };
  return { ok: true, asked: { call, asked: body["asked"] as CallAsked["asked"] } };
};
