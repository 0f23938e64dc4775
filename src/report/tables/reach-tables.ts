/** Users by region: what they ask and when, how far they are from both tiers; and what becomes of data made in orbit. */
import type { ClassReach, ImagePrice, ImagePrices, Images, ImageWay, RegionReach, UserReach } from "../../run/index.ts";
import { formatQuarter } from "../../units/index.ts";
import { formatFigure, formatPercent, scaleFor } from "../format.ts";
import { numberColumn, wordColumn, type Cell, type Table } from "../table.ts";

/** One table a class with users by region. */
export const reachTables = (reach: UserReach | null): readonly Table[] => (reach === null ? [] : reach.classes.map((one) => regionTable(one, reach)));

type Column = { readonly column: Table["columns"][number]; readonly of: (row: Omit<RegionReach, "id" | "region">) => Cell };

const peakHour = ({ requests_per_s_byHour: hours }: Pick<RegionReach, "requests_per_s_byHour">): number => hours.reduce((best, rate, hour) => (rate > hours[best]! ? hour : best), 0);

const pair = (spread: RegionReach["ground"]): Cell => (spread === null ? null : `${formatFigure(Math.round(spread.median_ms))} / ${formatFigure(Math.round(spread.p95_ms))}`);

const regionTable = ({ class: id, regions, all }: ClassReach, { quarter, routed }: UserReach): Table => {
  const columns: readonly Column[] = [
    { column: numberColumn("users", "M"), of: ({ weeklyUsers }) => weeklyUsers && weeklyUsers / 1e6 },
    { column: numberColumn("requests", "1/s"), of: ({ requests_per_s }) => requests_per_s },
    { column: numberColumn("at peak", "1/s"), of: (row) => row.requests_per_s_byHour[peakHour(row)]! },
    { column: wordColumn("peak, UTC"), of: (row) => `${peakHour(row)} h` },
    { column: numberColumn("peak/mean", ""), of: (row) => (row.requests_per_s === 0 ? null : row.requests_per_s_byHour[peakHour(row)]! / row.requests_per_s) },
    { column: numberColumn("to a site", "ms"), of: ({ ground }) => pair(ground) },
    ...(routed === null ? [] : [
      { column: numberColumn("to a platform", "ms"), of: ({ nearest }: Pick<RegionReach, "nearest">) => pair(nearest) },
      { column: numberColumn("out", "%"), of: ({ nearest }: Pick<RegionReach, "nearest">) => nearest && 100 * nearest.outage_frac },
      { column: numberColumn("to one platform", "ms"), of: ({ given }: Pick<RegionReach, "given">) => pair(given) },
    ]),
  ];
  const row = (name: string, one: Omit<RegionReach, "id" | "region">): readonly Cell[] => [name, ...columns.map(({ of }) => of(one))];
  return {
    id: `users-${id}`,
    title: `Users of ${id} by region`,
    columns: [wordColumn("region"), ...columns.map(({ column }) => column)],
    rows: [...regions.map((one) => row(one.id, one)), row("all", all)],
    note: `Demand of ${formatQuarter(quarter)}. Round trips, median / 95th percentile: through fibre to the nearest site${routed === null ? "" : `; routed over ${routed.satellites === 1 ? "one satellite" : `${routed.satellites} satellites`} every ${formatFigure(routed.step_s)} s of ${formatFigure(routed.days)} d, to the nearest platform and to a given one, weighed by who asks then${weatherText(routed)}`}. Nothing waits in queues.`,
  };
};

const weatherText = ({ weather }: NonNullable<UserReach["routed"]>): string => {
  const shares = Object.values(weather);
  return shares.length === 0 ? "" : `; weather leaves the stations ${formatPercent(shares.reduce((sum, share) => sum + share, 0) / shares.length)} of the time`;
};

/** Requests by the hour, and data made in orbit. */
export const reachDetailTables = (reach: UserReach | null): readonly Table[] =>
  reach === null ? [] : [...reach.classes.map(hourTable), ...(reach.routed === null || reach.routed.moved === null ? [] : [movedTable(reach.routed, reach.routed.moved)])];

/** Images worked on on board beside images sent down as they are, with what one costs where that is known; none where no image is made. */
export const imageTables = (reach: UserReach | null, prices: ImagePrices | null): readonly Table[] => {
  const images = reach?.routed?.images ?? null;
  return images === null ? [] : [imageTable(images, prices)];
};

const imageTable = (images: Images, prices: ImagePrices | null): Table => {
  const both = (name: string, unit: string, of: (way: ImageWay) => number | null): readonly Cell[] => [name, of(images.onBoard), of(images.bentPipe), unit];
  const priced = (name: string, of: (price: ImagePrice) => number): readonly Cell[] => [name, prices!.onBoard && of(prices!.onBoard), prices!.bentPipe && of(prices!.bentPipe), "$"];
  const { image_B, work_J, perDay, it_W } = images;
  return {
    id: "images",
    title: "Images: worked on on board, or sent down as they are",
    columns: [wordColumn(""), numberColumn("on board", ""), numberColumn("as they are", ""), wordColumn("")],
    rows: [
      both("sent down of one", "MB", ({ sent_B }) => sent_B / 1e6),
      both("delivered a day", "TB", ({ delivered_B_per_day }) => delivered_B_per_day / 1e12),
      both("arrives", "%", ({ delivered_frac }) => 100 * delivered_frac),
      both("lost, for the stores were full", "%", ({ lost_frac }) => 100 * lost_frac),
      both("waits for its link", "min", ({ meanWait_s }) => meanWait_s && meanWait_s / 60),
      ...(work_J === null ? [] : [["IT energy of one", work_J / 1000, work_J / 1000, "kJ"] as const]),
      ...(prices === null ? [] : [priced("IT of one that arrives", ({ compute_usd }) => compute_usd), priced("its data", ({ data_usd }) => data_usd), priced("one that arrives", ({ usd }) => usd), ["the same, IT in orbit idle otherwise", prices.onBoardAlone && prices.onBoardAlone.usd, null, "$"] as const]),
    ],
    note: `${formatFigure(perDay)} images of ${formatFigure(image_B / 1e6)} MB a day.${it_W === null ? "" : ` Worked on on board they take ${formatFigure(it_W)} W of each satellite's IT.`}${prices === null ? "" : " IT at the levelised cost of the tier's best option, data at network.dataPrice; camera and radio are in neither."}`,
  };
};

const hourTable = ({ class: id, regions, all }: ClassReach): Table => ({
  id: `hours-${id}`,
  title: `Requests of ${id} by hour`,
  columns: [wordColumn("UTC"), ...regions.map((one) => numberColumn(one.id, "1/s")), numberColumn("all", "1/s")],
  rows: all.requests_per_s_byHour.map((rate, hour) => [`${hour} h`, ...regions.map((one) => one.requests_per_s_byHour[hour]!), rate]),
  note: "",
});

const BYTES_PER_GB = 1e9;

const movedTable = ({ satellites, days, made_Gbps }: NonNullable<UserReach["routed"]>, moved: NonNullable<NonNullable<UserReach["routed"]>["moved"]>): Table => {
  const sum = (of: (flow: (typeof moved.flows)[number]) => number): number => moved.flows.reduce((total, flow) => total + of(flow), 0);
  const offered = sum(({ offered_GB }) => offered_GB);
  const scale = scaleFor(offered * BYTES_PER_GB, "B");
  const row = (name: string, GB: number): readonly Cell[] => [name, (GB * BYTES_PER_GB) / scale.divisor, offered === 0 ? null : (100 * GB) / offered];
  const delivered = sum(({ delivered_GB }) => delivered_GB);
  const wait_s = sum(({ delivered_GB, meanWait_s }) => delivered_GB * (meanWait_s ?? 0));
  return {
    id: "moved",
    title: "Data made in orbit",
    columns: [wordColumn(""), numberColumn("data", scale.unit), numberColumn("of what is sent down", "%")],
    rows: [
      row("to be sent", offered), row("delivered", delivered), row("waiting at the end", sum(({ stored_GB }) => stored_GB)), row("lost, for the stores were full", sum(({ dropped_GB }) => dropped_GB)),
      row("over links between satellites", moved.interlink_GB), row("over links to the ground", moved.ground_GB),
    ],
    note: `${satellites === 1 ? "One satellite" : `${satellites} satellites`}, ${formatFigure(days)} d, each making ${formatFigure(made_Gbps!)} Gb/s before work on board. ${delivered === 0 ? "Nothing is delivered." : `What is delivered waits ${formatFigure(wait_s / delivered / 60)} min in the mean.`} The fullest store held ${formatFigure(moved.flows.reduce((most, { storedMost_GB }) => Math.max(most, storedMost_GB), 0))} GB.`,
  };
};
