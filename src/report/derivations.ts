/** How the numbers that people ask about come about: the equation, the fields that go in, the page that has the rest. */

export interface Derivation {
  readonly equation: string;
  /** Where each symbol is from, in words. */
  readonly where: string;
  /** Fields that go in; a path that ends in "." stands for all below it, "*" for any id. */
  readonly inputs: readonly string[];
  /** Page of docs/theory with equation, source and limits. */
  readonly theory: string;
}

const LEVELISED = "docs/theory/finance.md, eq. 3-6";
const MONEY_INPUTS = ["finance.discount", "finance.orbitPremium", "money.inflation"];
const COST_INPUTS = [...MONEY_INPUTS, "ground.sites.*.", "orbit.life", "orbit.platform.", "launch.vehicles.*."];

const cost = (unit: string, output: string): Derivation => ({
  equation: `levelised cost = (Σ price / a(life) + yearly lines) / (${output} x f)`,
  where: `a(n) is the annuity factor at the real rate over a part's own life; f the share of nameplate delivered over life; the cheapest option of each tier, per ${unit}.`,
  inputs: COST_INPUTS, theory: LEVELISED,
});

/** By table and the first cell of a row; "" for every row of a table. */
const TABLE: Readonly<Record<string, Readonly<Record<string, Derivation>>>> = {
  cost: {
    "$/GPU-h": cost("accelerator-hour", "accelerators x 8,766 h"),
    "$/PFLOP-day": cost("PFLOP-day of dense BF16", "PFLOP/s x 365.25 days"),
    "$/kW-yr": cost("kilowatt-year of IT", "kW of IT nameplate"),
    "$/Mtoken": { ...cost("million tokens", "token/J x J of a year"), inputs: [...COST_INPUTS, "demand.classes.*."] },
    "$/W of capital": { equation: "capital = Σ price of purchases / W of IT nameplate", where: "Purchases of one unit of the cheapest option, launches among them.", inputs: COST_INPUTS, theory: "docs/theory/finance.md" },
    "share of nameplate delivered over life": { equation: "f = Σ w_y f_y (1 + r)^-(y+1) / a(life)", where: "f_y is what light, throttling and links of the flown period leave, less what has failed or worn by year y, less what lost launches take.", inputs: ["orbit.altitude", "orbit.ltan", "orbit.platform.failureRate", "orbit.life", "launch.vehicles.*.reliability"], theory: "docs/theory/finance.md, eq. 4; docs/theory/fly.md" },
  },
  money: {
    "net present value": { equation: "NPV = PV(revenue) - PV(cost), PV = Σ flow_q (1 + r)^-((q + 1/2)/4)", where: "r is the real rate, q the quarter of the plan; the market's payments are in it.", inputs: [...MONEY_INPUTS, "demand.classes.*.", "plan."], theory: "docs/theory/finance.md, eq. 8" },
    "break-even launch price": { equation: "price = (ground - orbit without its launch item) x delivered kW x a(life) / mass", where: "Both levelised; none where orbit without any launch price is dearer than ground.", inputs: COST_INPUTS, theory: "docs/theory/finance.md, eq. 7" },
  },
  flight: {
    delivered: { equation: "delivered = IT energy delivered / IT energy wanted", where: "Minute by minute: light by the shadow cones, battery, heat limit, load.", inputs: ["orbit.altitude", "orbit.ltan", "orbit.inclination", "orbit.platform.eclipse", "simulate."], theory: "docs/theory/fly.md" },
    "outside the umbra": { equation: "share of time with any part of the Sun in view", where: "Umbra and penumbra of the Earth, cones of the Sun's disc.", inputs: ["orbit.altitude", "orbit.ltan", "orbit.inclination", "simulate."], theory: "docs/theory/fly.md" },
  },
  energy: {
    "": { equation: "generated = IT + bus + conversion loss + battery loss + curtailed + change of charge", where: "Energy at the array bus over the flown period; the note has how far it closes.", inputs: ["orbit.platform.", "simulate."], theory: "docs/theory/heat-and-power.md" },
  },
  "delivered-walk": {
    "age, distance, heat (left)": { equation: "what is left = generated - nominal x share of the Sun's disc in view", where: "A residual, not worked out by itself: what age, the Sun's distance and the cells' temperature take together, of the flown period's mean.", inputs: ["orbit.platform.", "simulate."], theory: "docs/theory/heat-and-power.md" },
    "": { equation: "IT = nominal - shadow - what is left - curtailed - battery loss - change of charge - conversion loss - bus", where: "Mean power of the flown period; each of the rest is an energy of the flight over its time.", inputs: ["orbit.platform.", "simulate."], theory: "docs/theory/heat-and-power.md" },
  },
  "launch-chain": {
    "": { equation: "$/GPU-h = $/kg x kg/kW / (a(life) x f) x kW per accelerator / 8,766 h", where: "Launch price, mass launched a kilowatt, annuity factor, share of nameplate delivered.", inputs: ["launch.vehicles.*.", "orbit.platform.", "orbit.life", "finance.discount"], theory: LEVELISED },
  },
  ladder: {
    "": { equation: "each step: the input and end of its range that lower the ratio most, beside what was moved before", where: "The plan of the centre is held, flights are interpolated.", inputs: [], theory: "docs/theory/risk.md" },
  },
};

/** How a number of a table comes about; null where that is not told. */
export const derivationOf = (table: string, row: string): Derivation | null => TABLE[table]?.[row] ?? TABLE[table]?.[""] ?? null;

/** Whether a field's path is among the inputs of a derivation. */
export const isInput = ({ inputs }: Derivation, path: string): boolean =>
  inputs.some((input) => {
    const parts = input.split(".");
    const own = path.split(".");
    const open = input.endsWith(".");
    const wanted = open ? parts.slice(0, -1) : parts;
    return (open ? own.length > wanted.length : own.length === wanted.length) && wanted.every((part, i) => part === "*" || part === own[i]);
  });
