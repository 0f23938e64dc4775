/** Small cases, one or more a constraint family, with their optima worked out by hand in the comments. */
import { fleet, problem, site, supply, vehicle, wants } from "./cases.ts";
import type { ProblemTest } from "./cases.ts";

export interface GoldenCase {
  readonly name: string;
  readonly problem: ProblemTest;
  /** M$, by hand. */
  readonly optimum: number;
}

export const cases: readonly GoldenCase[] = [
  // Nothing can serve: 2 MW x 2 quarters x 100 M$ = 400 M$.
  { name: "demand", problem: problem(2, { classes: [wants(2, { ground: false, orbit: false })] }), optimum: 400 },
  // 2 MW of IT need 2.5 MW of site power in both quarters: 2.5 x 10 to buy, 2.5 x 4/4 x 2 standing, 2 x 2/4 x 2 running = 25 + 5 + 2 = 32.
  { name: "ground", problem: problem(2, { sites: [site(2)], classes: [wants(2)] }), optimum: 32 },
  // Twice the mean at the peak: 5 MW of site power: 50 + 10 standing + 2 running = 62. A batch class of 1 MW more fills valleys: only running, 1.
  {
    name: "ground-peak",
    problem: problem(2, {
      sites: [site(2)],
      classes: [
        wants(2, { smoothing: [{ deferral_h: 0, peakToMean: 2 }, { deferral_h: 24, peakToMean: 1.2 }] }),
        wants(2, { id: "batch", name: "batch", wanted_MW: [1, 1], smoothing: [{ deferral_h: 24, peakToMean: 1.1 }] }),
      ],
    }),
    optimum: 63,
  },
  // Grid 2 then 4 MW, at most 1.5 MW a quarter: site 1.5 and 2.5 (IT 1.2, 2.0): 25 buy, (1.5 + 2.5) x 1 standing, (1.2 + 2) x 0.5 running,
  // 0.8 MW short in the first quarter = 80: 25 + 4 + 1.6 + 80 = 110.6.
  { name: "ground-limits", problem: problem(2, { sites: [site(2, { grid_MW: [2, 4], build_MW: [1.5, 1.5] })], classes: [wants(2)] }), optimum: 110.6 },
  // A megawatt lives one quarter, its servers too: all of the 32 less standing and running is paid twice: 50 + 5 + 2 = 57.
  {
    name: "ground-life",
    problem: problem(2, { sites: [site(2, { life: 1, capital: site(2).capital.map((part) => ({ ...part, life: 1 })) })], classes: [wants(2)] }),
    optimum: 57,
  },
  // One launch a quarter brings 2 x 0.5 = 1 platform of 0.5 MW: 0.5 MW, then 1 MW. Two launches 12, four platforms built 12, of which two arrive,
  // operations (1 + 2) x 0.1 = 0.3, short (1.5 + 1) x 100 = 250: 274.3.
  { name: "orbit", problem: problem(2, { vehicles: [vehicle(2)], fleet: fleet(2), classes: [wants(2)] }), optimum: 274.3 },
  // Three launches a quarter, but the factory makes 4: two arrive a quarter: 1 MW, 2 MW. It takes 2 launches a quarter: 24; 8 built: 24;
  // operations (2 + 4) x 0.1 = 0.6; short 100: 148.6.
  { name: "orbit-factory", problem: problem(2, { vehicles: [vehicle(2, { slots: [3, 3] })], fleet: fleet(2), classes: [wants(2)] }), optimum: 148.6 },
  // 1000 B/J is 1 GB/s a megawatt; 0.25 GB/s a platform: half the use of the fleet: 0.25 and 0.5 MW. 24.3 as in "orbit"; short 1.75 + 1.5: 325;
  // data 0.01 $/GB x 0.75 MW x 7,889,400 GB = 0.0591705: 349.3591705.
  {
    name: "orbit-link",
    problem: problem(2, { vehicles: [vehicle(2)], fleet: fleet(2, { link_B_per_s: 0.25e9, data: { ...fleet(2).data, usd: [0.01, 0.01] } }), classes: [wants(2, { data_B_per_J: 1000 })] }),
    optimum: 349.359_170_5,
  },
  // The same with stations that take 0.15 GB/s together and 0.1 GB/s a platform over a relay: one platform gets its 0.25 of 0.15 + 0.1; a second
  // would add the 0.1 of its relay: 10 M$ for 6 + 2 x 3.05. So one launch 6, two built 6.2; short 1.75 twice: 350; data 0.078894 x 0.5.
  {
    name: "orbit-antennas",
    problem: problem(2, { vehicles: [vehicle(2)], fleet: fleet(2, { link_B_per_s: 0.25e9, stations_B_per_s: 0.15e9, relay_B_per_s: 0.1e9, data: { ...fleet(2).data, usd: [0.01, 0.01] } }), classes: [wants(2, { data_B_per_J: 1000 })] }),
    optimum: 362.239_447,
  },
  // No demand, one platform in service in both quarters: one launch 6, one built 3, operations 2 x 0.1 x the half that arrives.
  { name: "orbit-target", problem: problem(2, { vehicles: [vehicle(2)], fleet: fleet(2, { target: [1, 1], fleetMax: [1, 2] }) }), optimum: 9.1 },
  // A platform lives one quarter: it is refreshed: twice 9.05.
  { name: "orbit-life", problem: problem(2, { vehicles: [vehicle(2)], fleet: fleet(2, { life: 1, target: [1, 1], capital: fleet(2).capital.map((part) => ({ ...part, life: 1 })) }) }), optimum: 18.1 },
  // 0.4 launches a quarter as whole launches over six quarters: none above one a quarter, and since the start no more than 0.4, 0.8, 1.2, 1.6, 2.0,
  // 2.4 rounded up: 1, 1, 2, 2, 2, 3; any four quarters hold two. All should fly early: quarters 1, 3 and 6. One platform of 0.5 MW each: in
  // service 1, 1, 2, 2, 2, 3; a tenth of it fails after the first year: 0.5, 0.5, 1, 1, 0.95, 1.45: 5.4 MW of 12 wanted: short 660;
  // launches 18; six built 18; operations 11 x 0.1 = 1.1.
  { name: "launch-slots", problem: problem(6, { vehicles: [vehicle(6, { slots: [0.4, 0.4, 0.4, 0.4, 0.4, 0.4] })], fleet: fleet(6), classes: [wants(6)] }), optimum: 697.1 },
  // The same, bought by the kilogram: 0.4 launches bring 0.4 platforms: MW 0.2, 0.4, 0.6, 0.8, then less a tenth of what is over a year old:
  // 0.2 x (4 + 0.9) = 0.98, 0.2 x (4 + 1.8) = 1.16: 4.14 MW; short 786; launches 2.4 x 6 = 14.4; built 4.8 x 3 = 14.4; operations 0.4 x 21 x 0.1 = 0.84.
  { name: "launch-by-kilogram", problem: problem(6, { vehicles: [vehicle(6, { slots: [0.4, 0.4, 0.4, 0.4, 0.4, 0.4], integer: false })], fleet: fleet(6), classes: [wants(6)] }), optimum: 815.64 },
  // As orbit-target, with salvage. Two quarters' use out of 20 leave 18/20 for the half that arrives, of the platform's 3 and of the half of the launch's 6
  // that it takes, for the launch would hold two: 9.1 - 0.45 x (3 + 3).
  { name: "orbit-salvage", problem: problem(2, { salvage: true, vehicles: [vehicle(2)], fleet: fleet(2, { target: [1, 1], fleetMax: [1, 2] }) }), optimum: 6.4 },
  // 15 M$ of own money a quarter: a megawatt of site asks for 10 + 1 + 0.4 = 11.4 in its first quarter and 1.4 in the next. 15/11.4 = 1.315789, then
  // (15 - 1.842105)/11.4 = 1.154201: 2.46999 of the 2.5 wanted. All 30 are spent; short 2 - 1.052632 and 2 - 1.975992: 97.137581.
  { name: "cash", problem: problem(2, { sites: [site(2)], classes: [wants(2)], cash: { own_usd: [15e6, 15e6], debtMax_usd: [0, 0], interest_per_quarter: 0, earned_usd_per_MWh: [[0, 0]] } }), optimum: 127.1375808 },
  // With 5 M$ of debt at 10 % a quarter: 20/11.4 = 1.754386; then 15 - 5.5 + 5 - 2.456140 = 12.043860 is enough for the 0.745614 that are left.
  // 25 to buy, 1.754386 + 2.5 standing, 0.5 x (1.403509 + 2) running, short 0.596491: 90.605263.
  { name: "cash-debt", problem: problem(2, { sites: [site(2)], classes: [wants(2)], cash: { own_usd: [15e6, 15e6], debtMax_usd: [5e6, 5e6], interest_per_quarter: 0.1, earned_usd_per_MWh: [[0, 0]] } }), optimum: 90.6052632 },
  // The launcher is one's own: two launches a quarter, of which others would buy 1.5 at 5 M$ above cost. The factory makes two platforms a quarter:
  // "orbit", 274.3, and two launches in the room of one: one sale given up.
  {
    name: "launch-owner",
    problem: problem(2, {
      vehicles: [vehicle(2, { slots: [2, 2], others: { launches: [1.5, 1.5], givenUp: { subsystem: "sales given up", boundary: "launch", source: "test", usd: [5e6, 5e6] } } })],
      fleet: fleet(2, { factory: [2, 2] }), classes: [wants(2)],
    }),
    optimum: 279.3,
  },
  // Case "orbit" with one platform in service, then two, each of which uses 0.2 t a quarter; half arrives: 0.4 and 0.8 t loaded, 0.5 and 1 t of the hold beside
  // two platforms of a tonne: 3 t and 2 + 1.6 = 3.6 m3, both full in the second quarter. 1.2 t x 1 M$ more: 275.5.
  { name: "cargo", problem: problem(2, { vehicles: [vehicle(2, { hold: { mass_t: 3, volume_m3: 3.6 } })], fleet: fleet(2), classes: [wants(2)], cargo: [supply(2)] }), optimum: 275.5 },
  // The hold is 2 t: x + 1.25 l = 2. A platform that arrived uses 0.2 t of which half is lost: l = 0.4 x 0.5 x: x = 1.6, l = 0.32, 0.4 MW. Then 0.8 stand:
  // l = 0.4 (0.8 + 0.5 x): x = 1.28, l = 0.576, 0.72 MW. Short 288, launches 12, platforms 8.64, operations 0.224, cargo 0.896: 309.76.
  { name: "cargo-room", problem: problem(2, { vehicles: [vehicle(2, { hold: { mass_t: 2, volume_m3: 100 } })], fleet: fleet(2), classes: [wants(2)], cargo: [supply(2)] }), optimum: 309.76 },
  // The same hold, and a gun that throws 0.1 t for 0.1 M$ and loses half: 0.5 and 1 t in 5 and 10 shots, 1.5 M$: 274.3 + 1.2 + 1.5 = 277.
  {
    name: "cargo-thrown",
    problem: problem(2, {
      vehicles: [
        vehicle(2, { hold: { mass_t: 2, volume_m3: 100 } }),
        vehicle(2, { id: "gun", name: "gun", perLaunch: 0, slots: [10, 10], integer: false, hold: { mass_t: 0.1, volume_m3: 0.2 }, launch: { ...vehicle(2).launch, usd: [0.1e6, 0.1e6] } }),
      ],
      fleet: fleet(2), classes: [wants(2)], cargo: [supply(2, { vehicles: [1] })],
    }),
    optimum: 277,
  },
  // Platforms come a quarter after their order, half of their price with it: servers at 2 M$ then and 4 M$ when they are had. Nothing flies in the first
  // quarter, short 200; two ordered there for 0.5 x (2 + 1) x 2 = 3; then one launch 6, the rest 0.5 x (4 + 1) x 2 = 5, one arrives: 0.1, short 150: 364.1.
  {
    name: "order-platforms",
    problem: problem(2, {
      vehicles: [vehicle(2)], classes: [wants(2)],
      fleet: fleet(2, { order: { lead: 1, deposit_frac: 0.5, held: 0 }, capital: fleet(2).capital.map((line) => (line.subsystem === "servers" ? { ...line, usd: [2e6, 4e6] } : line)) }),
    }),
    optimum: 364.1,
  },
  // "orbit" with launches reserved a quarter before, a quarter of the price with the contract; one is held at the start, its 1.5 paid before: 274.3 - 1.5.
  { name: "order-launches", problem: problem(2, { vehicles: [vehicle(2, { order: { lead: 1, deposit_frac: 0.25, held: 1 } })], fleet: fleet(2), classes: [wants(2)] }), optimum: 272.8 },
  // Two platforms fly in the second quarter, one of them held, one ordered in the first for 0.5 x (2 + 1) = 1.5; then a launch 6, the rest twice 0.5 x (4 + 1),
  // upkeep 0.1. 19/20 are left of what arrives, half: of the launch, which is full, of both rests, and of the one deposit that was paid here: 0.475 x 12.5.
  {
    name: "order-salvage",
    problem: problem(2, {
      salvage: true, vehicles: [vehicle(2)],
      fleet: fleet(2, { order: { lead: 1, deposit_frac: 0.5, held: 1 }, target: [0, 2], capital: fleet(2).capital.map((line) => (line.subsystem === "servers" ? { ...line, usd: [2e6, 4e6] } : line)) }),
    }),
    optimum: 6.6625,
  },
  // One platform with its deposit of 1.5 in the first quarter, all the money there is; launch 6, the rest 1.5 and upkeep 0.05 in the second, all of its
  // 7.55: half of it arrives, 0.25 MW: short 200 + 175; paid 9.05: 384.05, below the 400 of doing nothing.
  {
    name: "order-cash",
    problem: problem(2, {
      vehicles: [vehicle(2)], classes: [wants(2)], fleet: fleet(2, { order: { lead: 1, deposit_frac: 0.5, held: 0 } }),
      cash: { own_usd: [1.5e6, 7.55e6], debtMax_usd: [0, 0], interest_per_quarter: 0, earned_usd_per_MWh: [[0, 0]] },
    }),
    optimum: 384.05,
  },
];
