/** A scenario to start from, with comments and the line from which editors complete it. */
import { nearest } from "./nearest.ts";
import { templates } from "./templates/index.ts";

/** Where an editor finds the schema: in the installed package. */
export const SCHEMA_LINE = "# yaml-language-server: $schema=./node_modules/dawndusk/schema/scenario-v1.json";

export type Starter = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly hint: string };

const HEAD = (about: string): string => `${SCHEMA_LINE}
#
# ${about}
#   dawndusk check scenario.yaml            says what is wrong with it, all at once
#   dawndusk run scenario.yaml              computes it
#   dawndusk explain orbit.altitude         says what a field means, with unit, range and default
#   dawndusk catalog servers                lists what can be named here, with sources
#
# A number may carry its origin:            altitude: {value: 650 km, source: our filing, low: 600 km, high: 700 km}
# be uncertain:                             altitude: {distribution: triangular, low: 600 km, mode: 650 km, high: 700 km}
# change over time:                         powerPrice: {schedule: {2027-Q1: 45 $/MWh, 2030-Q1: 60 $/MWh}}
# or come from a file beside this one:      powerPrice: {file: prices.csv, column: price, unit: $/MWh, time: utc, timezone: UTC}
# What is left out takes its default; \`dawndusk explain\` names it with its source.

`;

/** Text of a commented scenario from a template ("two-tier" where none is named). */
export const init = (name = "two-tier"): Starter => {
  const template = templates.find((t) => t.name === name);
  if (template) return { ok: true, text: HEAD(template.about) + template.text };
  const near = nearest(name, templates.map((t) => t.name));
  return { ok: false, hint: near ? `did you mean "${near}"?` : `templates are ${templates.map((t) => t.name).join(", ")}` };
};
