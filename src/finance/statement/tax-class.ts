/** In which class a purchase is written off for tax: what the scenario says of what is launched, and of the item of what is not; as in the books without a tax, and for a stake. */
import type { Scenario } from "../../scenario/index.ts";
import type { Flow } from "../flows/index.ts";
import type { TaxClass } from "./written-off.ts";

export const taxClassOf = ({ finance: { tax } }: Scenario, { launched, item, kind }: Pick<Flow, "launched" | "item" | "kind">): TaxClass => {
  if (tax === null || kind === "stake") return "book";
  if (launched) return tax.classes.platforms;
  switch (item) {
    case "it": return tax.classes.it;
    case "power": return tax.classes.power;
    case "heat-rejection": return tax.classes.heatRejection;
    case "structure": return tax.classes.structure;
    case "storage": return tax.classes.storage;
    case "links": return tax.classes.links;
    default: return "book";
  }
};
