/** Templates that come with the package, for `extends: template:NAME` and `init`. */
import { groundOnly } from "./ground-only.ts";
import { orbitOnly } from "./orbit-only.ts";
import type { Template } from "./template.ts";
import { twoTier } from "./two-tier.ts";

export type { Template } from "./template.ts";

export const templates: readonly Template[] = [twoTier, groundOnly, orbitOnly];

/** Text of a template, or undefined. */
export const templateText = (name: string): string | undefined => templates.find((template) => template.name === name)?.text;
