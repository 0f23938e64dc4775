import { InvalidArgumentError, type Command } from "commander";
import type { Act } from "../act.ts";
import type { CatalogOptions } from "../show-catalog.ts";

/** The words of Evidence; kept here so that the command line starts without the catalogue. A test holds the two alike. */
export const EVIDENCE_WORDS = ["demonstrated", "listed", "claimed", "estimate", "target"] as const;

const evidence = (word: string): string => {
  if (EVIDENCE_WORDS.some((known) => known === word)) return word;
  throw new InvalidArgumentError(`one of ${EVIDENCE_WORDS.join(", ")}.`);
};

/** `catalog`: what can be named in a scenario, with sources. */
export const addCatalog = (program: Command, act: Act): void => {
  program
    .command("catalog")
    .description("what can be named in a scenario, with sources: the kinds, the entries of a kind, or one entry with every figure")
    .argument("[kind]", "chips, servers, vehicles, ...")
    .argument("[id]", "an entry of that kind")
    .option("--evidence <word>", `only figures that are ${EVIDENCE_WORDS.join(", ")}, and entries that have one`, evidence)
    .option("--where <text>", "only entries in whose id, name, maker, facts, notes or sources the text stands")
    .option("--json", "print one JSON document and nothing else")
    .option("--quiet", "no notes on standard error")
    .action((kind: string | undefined, id: string | undefined, options: Omit<CatalogOptions, "kind" | "id">) =>
      act(async (terminal) => {
        const { showCatalog } = await import("../show-catalog.ts");
        return showCatalog({ ...options, ...(kind === undefined ? {} : { kind }), ...(id === undefined ? {} : { id }) }, terminal);
      }),
    );
};
