/** Language models on replicas: what a replica serves within the promised times, and what tokens cost. */
import type { ServedModel, ServingRecord, TokenPrice } from "../../run/index.ts";
import { formatFigure } from "../format.ts";
import { numberColumn, wordColumn, type Cell, type Table } from "../table.ts";

const BINDS = { ttft: "time to first token", tpot: "time per token", sequences: "sequences at once", "KV room": "room for KV" } as const;

/** One row a class and server; none where no class names a model. */
export const servingTables = (serving: ServingRecord | null): readonly Table[] => (serving === null ? [] : [rateTable(serving.served)]);

const rateTable = (served: readonly ServedModel[]): Table => ({
  id: "serving",
  title: "Language models: one replica within the promised times",
  columns: [wordColumn("class, model, server"), numberColumn("chips", ""), numberColumn("requests", "1/s"), numberColumn("tokens a chip", "1/s"), numberColumn("first token", "s"), numberColumn("each token", "ms"), numberColumn("drawn", "W"), numberColumn("tokens", "1/J"), wordColumn("bound by")],
  rows: served.map(({ class: id, model, server, chips, kept, why }) => [
    `${id}, ${model}, ${server}`, chips,
    ...(kept === null ? [null, null, null, null, null, null, `not served: ${why.join("; ")}`] : [kept.requests_per_s, kept.tokens_per_s_per_chip, kept.ttft_s, 1000 * kept.tpot_s, kept.drawn_W, kept.tokensPerJoule, BINDS[kept.binds]]),
  ]),
  note: served.map(({ class: id, ttftMax_s, tpotMax_s, input_tokens, output_tokens }) => `${id}: ${formatFigure(input_tokens)} prompt and ${formatFigure(output_tokens)} generated tokens, promised ${formatFigure(ttftMax_s)} s to the first token and ${formatFigure(1000 * tpotMax_s)} ms for each after it, both as means.`).filter((text, i, all) => all.indexOf(text) === i).join(" ")
    + " Tokens count prompt and generated together. Drawn: from measured distributions of servers at work, not the nameplate, on which tiers are sized.",
});

/** What tokens cost by class and tier; none before there is a price. */
export const tokenPriceTables = (serving: ServingRecord | null): readonly Table[] => (serving === null || serving.prices.length === 0 ? [] : [priceTable(serving)]);

const priceTable = ({ served, prices }: ServingRecord): Table => {
  const ids = [...new Set(served.map((one) => one.class))];
  const on = (id: string, tier: "ground" | "orbit"): TokenPrice | null => prices.find((price) => price.class === id && price.tier === tier) ?? null;
  const row = (id: string, name: string, of: (price: TokenPrice) => number): readonly Cell[] => {
    const [ground, orbit] = [on(id, "ground"), on(id, "orbit")];
    return [`${id} (${served.find((one) => one.class === id)!.model}): ${name}`, ground && of(ground), orbit && of(orbit), ground === null || orbit === null ? null : of(orbit) / of(ground)];
  };
  return {
    id: "token-price",
    title: "Price of tokens",
    columns: [wordColumn("$/Mtoken"), numberColumn("ground", ""), numberColumn("orbit", ""), numberColumn("orbit/ground", "")],
    rows: ids.flatMap((id) => [
      row(id, "replicas always full", (price) => price.usd_per_Mtoken),
      row(id, "replicas for the highest hour", (price) => price.usdOverDay_per_Mtoken),
      row(id, "the same, of generated tokens", (price) => price.usdOverDay_per_Mtoken_output),
    ]),
    note: `The levelised $/GPU-h of the tier's option over what an accelerator makes within the promised times. The $/Mtoken above stands on a server's published rate instead. ${prices.map(({ class: id, tier, option, server }) => `${id}, ${tier}: ${option}, ${server}`).join("; ")}.`,
  };
};
