/** Draws of a quarter (capital/steps/raise): what comes all at once, then by order until what is due, the reserve and the least cash are paid for. */
import type { Instrument, Stack } from "../../capital/index.ts";
import { coverBefore, opening } from "./before.ts";
import { at, inWindow, isDebtLike, isInstalment, isLoan, isOf, maybe, over, placesOf, put, sum, type Pass } from "./lines.ts";

/** Free cash before draws, and all that is to be paid out of it. */
export const need = (pass: Pass): void => {
  const { names, business, stack } = pass;
  const loans = placesOf(pass, isLoan);
  put(pass, "target", (t) => targetAt(pass, t), { label: "reserve that is asked" });
  put(pass, "capexCash", (t) => sum([business.capex.at(t)]) + placesOf(pass, isInstalment).map((i) => `-${at(pass, t, "drawn", i)}`).join(""), { label: "purchases paid in cash" });
  put(pass, "billsDue", (t) => sum([at(pass, t, "capexCash"), business.promised.at(t), at(pass, t - 1, "bills")]), { label: "purchases, commitments and bills to pay" });
  put(pass, "free", (t) => `${t === 0 ? names.openingCash : at(pass, t - 1, "cash")}+${at(pass, t, "cfads")}+${business.proceeds.at(t)}+${over(pass, t, "drawn", placesOf(pass, isOf("prepayment")))}-(${over(pass, t, "commitmentFee", loans)})`, { label: "free cash before draws" });
  put(pass, "uses", (t) => `${sum(loans.flatMap((i) => [at(pass, t, "dueInterest", i), at(pass, t, "duePrincipal", i)]))}+${at(pass, t, "billsDue")}+${names.minCash}+${at(pass, t, "target")}-${at(pass, t - 1, "reserve")}`, { label: "to be paid for" });
  if (stack.gearingMax_frac !== null || stack.covenants.some(({ then }) => then === "stop-draws" || then === "default")) put(pass, "debtRoom", (t) => debtRoom(pass, t), { label: "debt that may be drawn" });
};

/** Service of the coming months as the pass before had it. */
const targetAt = (pass: Pass, t: number): string =>
  sum(placesOf(pass, (one) => one.kind === "debt" && one.reserve_quarters > 0).flatMap((i) => {
    const one = pass.stack.instruments[i]!;
    const most = one.kind === "debt" ? Math.ceil(one.reserve_quarters) + 1 : 0;
    return Array.from({ length: most }, (_, k) => coverBefore(pass, t + k + 1, i)).flatMap((cover, k) => (cover === "0" ? [] : [`MAX(0,MIN(1,${pass.names.instruments[i]!["reserve"]}-${k}))*${cover}`]));
  }));

const ENOUGH = "1E+30";

const debtRoom = (pass: Pass, t: number): string => {
  const { names, stack } = pass;
  const stopped = t === 0 ? "" : at(pass, t - 1, "stopped");
  const orStopped = (words: string): string => (stopped === "" || stopped === "0" ? words : `IF(${stopped}=1,0,${words})`);
  if (names.gearingMax === null) return orStopped(ENOUGH);
  const g = names.gearingMax;
  const preferred = placesOf(pass, isOf("preferred"));
  const debt = `(${sum(placesOf(pass, isLoan).flatMap((i) => [opening(pass, t, i), at(pass, t, "interest", i), isInstalment(stack.instruments[i]!) ? at(pass, t, "drawn", i) : "0"].map((words) => grown(pass, t, i, words))))}${placesOf(pass, isOf("convertible")).map((i) => `-${at(pass, t, "converted", i)}`).join("")})`;
  const equity = `(${sum([t === 0 ? names.openingCash : at(pass, t - 1, "paidIn"), ...preferred.map((i) => opening(pass, t, i))])})`;
  const room = `(${sum(placesOf(pass, isOf("preferred", "equity")).map((i) => (isAtOnce(stack.instruments[i]!) ? `IF(${pass.names.instruments[i]!["from"]}=${pass.grid.place.at(t)},${at(pass, t, "room", i)},0)` : at(pass, t, "room", i))))})`;
  const wanted = `MAX(0,${at(pass, t, "uses")}-(${at(pass, t, "free")}))`;
  const k = growthAt(pass, t);
  return orStopped(`MAX(0,MIN((${g}*(${equity}+${debt}+${wanted})-${debt})/(${k}*(1-${g})+${g}),IF(${g}>=1,${ENOUGH},(${g}/(1-${g})*(${equity}+${room})-${debt})/${k})))`);
};

/** With the interest that is added to a loan until it is repaid. */
const grown = (pass: Pass, t: number, i: number, words: string): string => {
  const growth = pass.business.growth[i] ?? null;
  return growth === null || words === "0" ? words : `${words}*${growth.at(t)}`;
};

/** The most that a dollar of a loan that is open grows to so. */
const growthAt = (pass: Pass, t: number): string => `MAX(${["1", ...placesOf(pass, isOf("debt")).map((i) => `IF(${inWindow(pass, t, i)},${pass.business.growth[i]!.at(t)},1)`)].join(",")})`;

const isAtOnce = (one: Instrument): boolean => "atOnce" in one && one.atOnce;

/** Instruments drawn as needed by their order, first drawn first. */
const groupsOf = ({ instruments }: Stack): readonly (readonly number[])[] => {
  const orders = [...new Set(instruments.flatMap((one) => ("atOnce" in one && !one.atOnce ? [one.order] : [])))].toSorted((a, b) => a - b);
  return orders.map((order) => instruments.flatMap((one, i) => ("atOnce" in one && !one.atOnce && one.order === order ? [i] : [])));
};

const feeOf = ({ names, stack }: Pass, i: number): string => (isDebtLike(stack.instruments[i]!) ? names.instruments[i]!["fee"]! : "0");
const net = (pass: Pass, i: number, words: string): string => (feeOf(pass, i) === "0" ? words : `${words}*(1-${feeOf(pass, i)})`);

/** Draws; the last line is what they bring net of fees. */
export const raise = (pass: Pass): void => {
  const { stack } = pass;
  const room = pass.lines.has("debtRoom") ? (t: number): string => at(pass, t, "debtRoom") : (): string => ENOUGH;
  const once = placesOf(pass, isAtOnce);
  once.forEach((i, k) => put(pass, "drawn", (t) => {
    const before = once.slice(0, k).filter((j) => isDebtLike(stack.instruments[j]!)).map((j) => `-${at(pass, t, "drawn", j)}`).join("");
    const amount = isDebtLike(stack.instruments[i]!) ? `MIN(${at(pass, t, "room", i)},MAX(0,${room(t)}${before}))` : at(pass, t, "room", i);
    return `IF(AND(${pass.names.instruments[i]!["from"]}=${pass.grid.place.at(t)},${pass.names.instruments[i]!["from"]}<=${pass.names.instruments[i]!["until"]}),${amount},0)`;
  }, { i, label: "drawn" }));
  const drawn: number[] = [...once];
  groupsOf(stack).forEach((group, n) => {
    drawGroup(pass, { group, n, drawn: [...drawn], room });
    drawn.push(...group);
  });
  for (const i of placesOf(pass, isDebtLike)) put(pass, "fee", (t) => `${at(pass, t, "drawn", i)}*${feeOf(pass, i)}`, { i, label: "fee kept back" });
  put(pass, "raised", (t) => sum(drawn.map((i) => net(pass, i, at(pass, t, "drawn", i)))), { label: "raised, net of fees" });
};

interface Group {
  readonly group: readonly number[];
  readonly n: number;
  /** Instruments drawn before it. */
  readonly drawn: readonly number[];
  readonly room: (t: number) => string;
}

/** In proportion to what each has left; who has no limit brings all that is missing. */
const drawGroup = (pass: Pass, { group, n, drawn, room }: Group): void => {
  const { stack } = pass;
  const isEndless = (i: number): boolean => { const one = stack.instruments[i]!; return (one.kind === "equity" || one.kind === "preferred") && one.limit_usd === Infinity; };
  const endless = group.filter(isEndless);
  const limited = group.filter((i) => !isEndless(i));
  const debts = limited.filter((i) => isDebtLike(stack.instruments[i]!));
  const drawnDebt = (t: number): string => drawn.filter((i) => isDebtLike(stack.instruments[i]!)).map((i) => `-${at(pass, t, "drawn", i)}`).join("");
  const name = (words: string): string => `${words}, order ${n + 1}`;
  put(pass, name("short"), (t) => `MAX(0,${at(pass, t, "uses")}-(${at(pass, t, "free")})${drawn.map((i) => `-${net(pass, i, at(pass, t, "drawn", i))}`).join("")})`, { label: name("missing before draws") });
  if (debts.length > 0) put(pass, name("debtShare"), (t) => {
    const rooms = `(${over(pass, t, "room", debts)})`;
    return `IF(${rooms}>MAX(0,${room(t)}${drawnDebt(t)}),MAX(0,${room(t)}${drawnDebt(t)})/${rooms},1)`;
  }, { label: name("share of debt that may be drawn"), unit: "1", format: "frac" });
  const offered = (t: number, i: number): string => (isDebtLike(stack.instruments[i]!) ? `${at(pass, t, "room", i)}*${at(pass, t, name("debtShare"))}` : at(pass, t, "room", i));
  if (limited.length > 0) {
    put(pass, name("offered"), (t) => sum(limited.map((i) => net(pass, i, offered(t, i)))), { label: name("offered, net of fees") });
    put(pass, name("part"), (t) => `IF(${at(pass, t, name("offered"))}<=${at(pass, t, name("short"))},1,${at(pass, t, name("short"))}/${at(pass, t, name("offered"))})`, { label: name("part of it that is drawn"), unit: "1", format: "frac" });
  }
  for (const i of limited) put(pass, "drawn", (t) => {
    const words = `IF(${at(pass, t, name("short"))}>0,${offered(t, i)}*${at(pass, t, name("part"))},0)`;
    return endless.length === 0 ? words : `IF(OR(${endless.map((j) => inWindow(pass, t, j)).join(",")}),0,${words})`;
  }, { i, label: "drawn" });
  endless.forEach((i, k) => put(pass, "drawn", (t) => `IF(${[inWindow(pass, t, i), ...endless.slice(0, k).map((j) => `NOT(${inWindow(pass, t, j)})`)].reduce((a, b) => `AND(${a},${b})`)},${at(pass, t, name("short"))},0)`, { i, label: "drawn" }));
};

/** Common equity and opening cash, with what was converted. */
export const paidIn = (pass: Pass): void => {
  const [common, notes] = [placesOf(pass, isOf("equity")), placesOf(pass, isOf("convertible"))];
  put(pass, "paidIn", (t) => sum([t === 0 ? pass.names.openingCash : at(pass, t - 1, "paidIn"), ...common.map((i) => at(pass, t, "drawn", i)), ...notes.map((i) => maybe(pass, t, "converted", i))]), { label: "common shares paid in" });
};
