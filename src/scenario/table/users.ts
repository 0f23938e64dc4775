import { list, number, ref, text } from "../field.ts";

export const userRegion = {
  id: text({ doc: "Name of the region in this scenario." }),
  region: ref("regions", { doc: "Catalogue entry with the cities that its users are in.", feeds: ["serve"] }),
  share: number("1", { doc: "Share of the class's users, of the sum of all shares.", min: 0, max: 1e11, fallback: { catalog: "region", figure: "internetUsers" }, feeds: ["serve"] }),
} as const;

/** Where the users of a class are, and when they ask. */
export const users = {
  regions: list(userRegion, { doc: "Regions, each with its share of the users.", max: 64, feeds: ["serve"] }),
  day: ref("days", { doc: "How requests fall over the local day, at each place by mean solar time.", fallback: "servegen-m-small", feeds: ["serve"] }),
} as const;
