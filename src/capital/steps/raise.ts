/**
 * Draws of a quarter: first what comes all at once, then, in their order, those that are drawn as needed, until what is due, the reserve and the
 * least cash are paid for. Debt goes no further than gearing allows and not at all while a covenant stops it.
 *
 *   gearing: D + k X <= g (D + k X + E + Y), X debt and Y equity drawn, D what is owed with the interest that will be added to it while it is built, k the most
 *   that a dollar drawn now grows to so. Where equity can fill what debt may not, X <= (g (E + D + N) - D) / (k (1 - g) + g), N = X + Y.
 */
import type { Work } from "../columns.ts";
import { opening, roomOf } from "./accrue.ts";

/** Free cash before draws, and all that is to be paid out of it. */
export interface Need {
  readonly t: number;
  readonly free: number;
  readonly uses: number;
}

/** Net of fees, what is drawn; the columns have it gross. */
export const raise = (x: Work, { t, free, uses }: Need): number => {
  let debtLeft = debtRoom(x, t, Math.max(0, uses - free));
  let raised = 0;
  for (const i of x.atOnce) {
    if (windowFrom(x, i) !== t) continue;
    const amount = isDebt(x, i) ? Math.min(roomOf(x, i, t), debtLeft) : roomOf(x, i, t);
    if (isDebt(x, i)) debtLeft = Math.max(0, debtLeft - amount);
    raised += draw(x, i, { t, amount });
  }
  for (const group of x.groups) {
    const short = uses - free - raised;
    if (short <= 0) break;
    const [got, debt] = drawGroup(x, group, { t, short, debtLeft });
    raised += got;
    debtLeft = Math.max(0, debtLeft - debt);
  }
  return raised;
};

const windowFrom = (x: Work, i: number): number => {
  const one = x.instruments[i]!;
  return "atOnce" in one && one.window.from <= one.window.until ? one.window.from : -1;
};

const isDebt = (x: Work, i: number): boolean => x.instruments[i]!.kind === "debt" || x.instruments[i]!.kind === "convertible";

const feeOf = (x: Work, i: number): number => {
  const one = x.instruments[i]!;
  return one.kind === "debt" || one.kind === "convertible" ? one.upfrontFee_frac : 0;
};

const draw = (x: Work, i: number, { t, amount }: { readonly t: number; readonly amount: number }): number => {
  const at = i * x.T + t;
  const fee = amount * feeOf(x, i);
  x.drawn[at]! += amount;
  x.fee[at]! += fee;
  x.assetLeft[i]! += fee;
  x.drawnSum[i]! += amount;
  return amount - fee;
};

/** In proportion to what each has left. Net of fees, and gross of the debt in it. */
const drawGroup = (x: Work, group: readonly number[], { t, short, debtLeft }: { readonly t: number; readonly short: number; readonly debtLeft: number }): readonly [number, number] => {
  const debtRooms = group.reduce((sum, i) => sum + (isDebt(x, i) ? roomOf(x, i, t) : 0), 0);
  const debtShare = debtRooms > debtLeft ? debtLeft / debtRooms : 1;
  const rooms = group.map((i) => roomOf(x, i, t) * (isDebt(x, i) ? debtShare : 1));
  const whole = rooms.reduce((sum, room, k) => sum + (room === Infinity ? 0 : room * (1 - feeOf(x, group[k]!))), 0);
  const endless = rooms.indexOf(Infinity);
  if (endless >= 0) return [draw(x, group[endless]!, { t, amount: short / (1 - feeOf(x, group[endless]!)) }), 0];
  const part = whole <= short ? 1 : short / whole;
  let [net, debt] = [0, 0];
  group.forEach((i, k) => {
    const amount = rooms[k]! * part;
    if (amount <= 0) return;
    net += draw(x, i, { t, amount });
    if (isDebt(x, i)) debt += amount;
  });
  return [net, debt];
};

const debtRoom = (x: Work, t: number, need: number): number => {
  if (t > 0 && x.stopped[t - 1] === 1) return 0;
  const g = x.stack.gearingMax_frac;
  if (g === null) return Infinity;
  let [debt, equity, equityRoom] = [0, t === 0 ? x.stack.openingCash_usd : x.paidIn[t - 1]!, 0];
  for (const { i } of x.preferred) equity += opening(x, i, t);
  for (const { i, one } of [...x.preferred, ...x.common]) if (!one.atOnce || one.window.from === t) equityRoom += roomOf(x, i, t);
  for (const i of x.loans) debt += (opening(x, i, t) + x.interest[i * x.T + t]! + x.drawn[i * x.T + t]! - x.converted[i * x.T + t]!) * x.growth[i * x.T + t]!;
  const k = growthAt(x, t);
  const filled = (g * (equity + debt + need) - debt) / (k * (1 - g) + g);
  const most = g >= 1 ? Infinity : ((g / (1 - g)) * (equity + equityRoom) - debt) / k;
  return Math.max(0, Math.min(filled, most));
};

/** The most that a dollar of any loan that is open grows to by interest that is added to it. */
const growthAt = (x: Work, t: number): number => {
  let most = 1;
  for (const { i, one } of x.debts) if (t >= one.window.from && t <= one.window.until) most = Math.max(most, x.growth[i * x.T + t]!);
  return most;
};
