/** Which question a figure answers: what its code asks again. */
import type { Calls } from "dawndusk/service";
import { createContext } from "react";

export const ASKABLE = ["run", "risk", "frontier", "ladder", "compare", "jobDays"] as const;
export type Askable = (typeof ASKABLE)[number];

export type Origin = { readonly [K in Askable]: { readonly call: K; readonly asked: Calls[K]["asks"] } }[Askable];

/** Null where a figure was put together by the page: no call gives its table. */
export const OriginContext = createContext<Origin | null>(null);
