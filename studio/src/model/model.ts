/** The model as the page sees it: calls that are answered elsewhere, in a worker of this page or by the local process behind it. */
import type { CallName, Calls } from "dawndusk/service";

export interface CallOptions<K extends CallName> {
  readonly onTold?: (told: Calls[K]["tells"]) => void;
  /** Ends the call, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface Model {
  readonly call: <K extends CallName>(name: K, asked: Calls[K]["asks"], options?: CallOptions<K>) => Promise<Calls[K]["answers"]>;
}

/** Workers, each begun at its first question. */
export interface Models {
  /** What takes long. */
  readonly long: Model;
  /** What must be answered while that runs. */
  readonly quick: Model;
  /** Holds what provisional answers come from. */
  readonly near: Model;
  /** A campaign, which goes on while the scenario is changed and run again. */
  readonly campaign: Model;
}
