/** A campaign as one self-contained page. */
import { sectionElement } from "../html-piece.ts";
import { el } from "../markup.ts";
import { pageText } from "../page.ts";
import { campaignFaults, campaignSays } from "./campaign-head.ts";
import type { CampaignReport } from "../../risk/index.ts";
import { campaignSections } from "./campaign-sections.ts";

/** Charts beside each other, as many as have room. */
const STYLE = `
.multiples{display:grid;grid-template-columns:repeat(auto-fill,minmax(20rem,1fr));gap:.4rem 1.4rem}
.multiples figure{margin:.8rem 0}.multiples svg.chart{min-width:0;max-width:24rem}
`;

export const campaignPage = (report: CampaignReport): string => {
  const { dawndusk, modelVersion, scenario, campaign } = report;
  const faults = campaignFaults(report);
  return pageText({ title: `Risk - ${scenario} - Dawndusk`, style: STYLE }, [
    el(
      "header", {},
      el("p", { class: "kicker" }, `Dawndusk ${dawndusk}: risk`),
      el("h1", {}, scenario),
      el("div", { class: faults.length === 0 ? "verdict" : "verdict no" }, ...campaignSays(report).map((text, i) => el("p", i === 0 ? {} : { class: "say" }, text)), ...(faults.length === 0 ? [] : [el("ul", {}, ...faults.map((fault) => el("li", {}, fault)))])),
    ),
    el(
      "main", {},
      ...campaignSections(report).map(sectionElement),
    ),
    el("footer", {}, `dawndusk ${dawndusk}, model ${modelVersion}, campaign ${campaign}`),
  ]);
};
