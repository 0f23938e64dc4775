export { findingsFold, SHARES, type CampaignFindings, type OutcomeFindings } from "./findings.ts";
