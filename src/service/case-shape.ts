/** Whether something that came from outside is a case. */
import type { Case } from "./case.ts";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";

export const isCase = (value: unknown): value is Case =>
  isRecord(value) && isText(value["scenario"]) && isRecord(value["files"]) && Object.values(value["files"]).every(isText) && Object.hasOwn(value["files"], value["scenario"]) && Array.isArray(value["set"]) && value["set"].every(isText);
