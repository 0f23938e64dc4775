/**
 * Images made in orbit, worked on on board or sent down as they are: how many arrive, how long they wait, what one takes and costs.
 *
 *   1. images a day = made x 86,400 s / size; IT of a satellite = work x its images a second
 *   2. sent down of one: size x kept on board, size as it is
 *   3. cost of one that arrives: on board = work x $/kWh of IT in orbit / share that arrives + sent x $/GB; as it is = work x $/kWh of IT on
 *      the ground + sent x $/GB, for what never arrives is not worked on; $/kWh = levelised $/kW-yr / 8,766 h
 *   4. the same where the platform's IT does nothing else: x nameplate x share delivered / IT of (1)
 *
 * Assumes: (3) takes it that other work fills the rest of the platform; the link's price is the scenario's dollars a gigabyte, both ways alike; an image is worked on in the time of the tier's own power, which is
 * not added to its wait; the radio's energy and the camera cost the same both ways and are in neither.
 */
import type { Finance } from "../finance/index.ts";
import type { DataMoved } from "../network/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { DAY_S, HOURS_PER_YEAR } from "../units/index.ts";

export interface Images {
  readonly image_B: number;
  /** Null where the work is not known. */
  readonly work_J: number | null;
  readonly perDay: number;
  /** IT that one satellite runs for it, on board. */
  readonly it_W: number | null;
  readonly onBoard: ImageWay;
  readonly bentPipe: ImageWay;
}

export interface ImageWay {
  /** Of one image. */
  readonly sent_B: number;
  readonly delivered_B_per_day: number;
  /** Of what is to be sent: what arrived, and what found the store full; the rest waits. */
  readonly delivered_frac: number;
  readonly lost_frac: number;
  /** From the image to the ground; null where nothing arrives. */
  readonly meanWait_s: number | null;
}

/** Of one image that arrives; null where a tier is missing or nothing arrives. */
export interface ImagePrices {
  readonly onBoard: ImagePrice | null;
  /** On board of platforms whose IT does nothing else. */
  readonly onBoardAlone: ImagePrice | null;
  readonly bentPipe: ImagePrice | null;
}

export interface ImagePrice {
  readonly compute_usd: number;
  readonly data_usd: number;
  readonly usd: number;
}

const BITS_PER_BYTE = 8;
const BYTES_PER_GB = 1e9;
const J_PER_KWH = 3.6e6;

interface Made {
  readonly image_B: number;
  readonly made_Gbps: number;
  readonly satellites: number;
  readonly onBoard: DataMoved;
  readonly bentPipe: DataMoved;
}

/** Both ways, from what was moved with and without work on board. */
export const imagesOf = ({ network }: Scenario, { image_B, made_Gbps, satellites, onBoard, bentPipe }: Made): Images => {
  const { work_kWh, kept_frac, days } = network.routes!;
  const perSecond = (made_Gbps * 1e9) / BITS_PER_BYTE / image_B;
  const work_J = work_kWh === null ? null : work_kWh * J_PER_KWH;
  return {
    image_B, work_J, perDay: satellites * perSecond * DAY_S, it_W: work_J === null ? null : work_J * perSecond,
    onBoard: wayOf(onBoard, { sent_B: image_B * kept_frac, days }), bentPipe: wayOf(bentPipe, { sent_B: image_B, days }),
  };
};

const wayOf = ({ flows }: DataMoved, { sent_B, days }: { readonly sent_B: number; readonly days: number }): ImageWay => {
  const sum = (of: (flow: DataMoved["flows"][number]) => number): number => flows.reduce((total, flow) => total + of(flow), 0);
  const offered = sum(({ offered_GB }) => offered_GB);
  const delivered = sum(({ delivered_GB }) => delivered_GB);
  return {
    sent_B, delivered_B_per_day: (delivered * BYTES_PER_GB) / days,
    delivered_frac: offered === 0 ? 1 : delivered / offered, lost_frac: offered === 0 ? 0 : sum(({ dropped_GB }) => dropped_GB) / offered,
    meanWait_s: delivered === 0 ? null : sum(({ delivered_GB, meanWait_s }) => delivered_GB * (meanWait_s ?? 0)) / delivered,
  };
};

interface PricedBy {
  readonly finance: Pick<Finance, "ground" | "orbit">;
  /** Of one platform; null without one. */
  readonly itNameplate_W: number | null;
  readonly dataPrice_usd_per_GB: number;
}

/** Equations 3 and 4. */
export const imagePrices = ({ work_J, it_W, onBoard, bentPipe }: Images, { finance, itNameplate_W, dataPrice_usd_per_GB }: PricedBy): ImagePrices => {
  const compute = (tier: Finance["ground"]): number | null => (work_J === null ? 0 : tier === null ? null : ((work_J / J_PER_KWH) * tier.usd_per_kW_yr) / HOURS_PER_YEAR);
  const data = ({ sent_B }: ImageWay): number => (sent_B / BYTES_PER_GB) * dataPrice_usd_per_GB;
  const priceOf = (way: ImageWay, compute_usd: number | null): ImagePrice | null =>
    way.delivered_frac === 0 || compute_usd === null ? null : { compute_usd, data_usd: data(way), usd: compute_usd + data(way) };
  const inOrbit = compute(finance.orbit);
  // All images are worked on on board, also those of which nothing arrives.
  const board = inOrbit === null ? null : inOrbit / onBoard.delivered_frac;
  const idle = finance.orbit === null || it_W === null || itNameplate_W === null ? null : (itNameplate_W * finance.orbit.delivered_frac) / it_W;
  return { onBoard: priceOf(onBoard, board), onBoardAlone: priceOf(onBoard, board === null || idle === null ? null : board * idle), bentPipe: priceOf(bentPipe, compute(finance.ground)) };
};
