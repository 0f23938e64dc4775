/** What must hold between the fields of a downlink, and of links between platforms. */
import { listOf, type Check } from "./check-rule.ts";
import { leavesEarth } from "./leaves-earth.ts";
import type { Complaint } from "./problem.ts";

const DOWNLINK = ["network", "downlink"] as const;

const RADIO = {
  frequency: ["frequency_GHz", "a frequency from 1 to 55 GHz", "add frequency: 26 GHz"],
  eirp: ["eirp_dBW", "the platform's EIRP in dBW", "add eirp: 35 dBW, power plus antenna gain"],
  gOverT: ["gOverT_dB_per_K", "the station's G/T in dB/K", "add gOverT: 32 dB/K"],
  bandwidth: ["bandwidth_MHz", "a bandwidth in MHz", "add bandwidth: 500 MHz"],
} as const;
const OF_RADIO = ["frequency", "eirp", "gOverT", "bandwidth", "modem", "rollOff", "noise", "losses", "availability", "radio"];
const OF_OPTICAL = ["terminal", "cloudAspect"];

/** Lowest elevation for which the loss in gas is defined. ITU-R P.676. */
const GAS_LOWEST_DEG = 5;

/** A radio or optical downlink has what it is computed from, and nothing is written in vain. */
export const downlinks = (check: Check): void => {
  const { scenario, complain } = check;
  const { downlink } = scenario.network ?? {};
  if (!downlink || downlink.kind === undefined) return;
  unusedDownlink(check, downlink.kind);
  if (downlink.kind === "written") return;
  const type = scenario.orbit?.type;
  if (type !== undefined && leavesEarth({ type })) complain([...DOWNLINK, "kind"], { found: `${downlink.kind} from ${type}`, expected: "written: no pass is computed so far out", hint: "write network.stationRate, and network.rateDistance, the distance it was measured over" });
  if (downlink.kind === "optical") opticalDownlink(check);
  else radioDownlink(check, downlink);
};

type Downlink = NonNullable<NonNullable<NonNullable<Check["scenario"]["network"]>["downlink"]>>;

const radioDownlink = ({ scenario, complain }: Check, downlink: Downlink): void => {
  for (const [name, [key, expected, hint]] of Object.entries(RADIO)) if (downlink[key] === null) complain([...DOWNLINK, name], { found: `a radio downlink without ${name}`, expected, hint });
  const lowest = scenario.network?.elevationMin_deg;
  if (lowest !== undefined && lowest < GAS_LOWEST_DEG) complain(["network", "elevationMin"], { found: `${lowest} deg beside a radio downlink`, expected: `at least ${GAS_LOWEST_DEG} deg: below it the loss in gas is not defined`, hint: "write elevationMin: 10 deg" });
};

const opticalDownlink = ({ scenario, complain }: Check): void => {
  if (scenario.network?.downlink?.terminal === null && scenario.orbit?.platform?.terminal === null) complain([...DOWNLINK, "terminal"], { found: "an optical downlink without a terminal", expected: "a catalogue entry in network.downlink.terminal or orbit.platform.terminal", hint: "add terminal: with an id that `dawndusk catalog terminals` lists" });
  if (scenario.network?.elevationMin_deg === 0) complain(["network", "elevationMin"], { found: "0 deg beside an optical downlink", expected: "above 0 deg: along the horizon there is always cloud", hint: "write elevationMin: 20 deg" });
};

/** Fields that the kind does not read. */
const unusedDownlink = ({ scenario, wrote, note }: Check, kind: Downlink["kind"]): void => {
  const idle = kind === "written" ? [...OF_RADIO, ...OF_OPTICAL, "acquisition", "slew", "onBoard"] : kind === "radio" ? OF_OPTICAL : OF_RADIO;
  for (const name of idle) if (wrote([...DOWNLINK, name])) note(`network.downlink.${name} is not used: the downlink is ${kind}.`);
  if (kind === "written") return;
  for (const name of ["stationRate", "rateDistance"]) if (wrote(["network", name])) note(`network.${name} is not used: the rate of a ${kind} downlink is computed.`);
  if (listOf(scenario.network?.stations).length === 0) note(`network.downlink is not used: there is no station.`);
};

/** Links between platforms have platforms to link, and something to link them with. */
export const interlinks = (check: Check): void => {
  const { scenario, complain } = check;
  const orbit = scenario.orbit;
  listOf(scenario.demand?.classes).forEach((one, i) => {
    if (typeof one.model !== "string") return;
    const path = ["demand", "classes", i, "model"];
    if (one.kind !== undefined && one.kind !== "training") complain(path, { found: `${one.model} in a class of kind ${one.kind}`, expected: "a model in classes of kind training only", hint: "write kind: training, or remove model" });
    else if (orbit?.interlink === null) check.note(`demand.classes.${one.id ?? i}.model is not used: there is no orbit.interlink.`);
  });
  if (!orbit?.interlink) return;
  const complaint = unlinked(orbit);
  if (complaint !== null) complain(["orbit", "interlink"], complaint);
};

const unlinked = ({ formation, fleet, interlink, platform }: NonNullable<Check["scenario"]["orbit"]>): Complaint | null => {
  if (formation === null && fleet === null) return { found: "links between platforms that fly alone", expected: "orbit.formation or orbit.fleet beside them", hint: "add formation: {radius: 1 km, spacing: 100 m}, or remove interlink" };
  if (interlink?.beams === null && platform?.terminal === null) return { found: "links without a terminal", expected: "orbit.platform.terminal, or beams", hint: "add beams: {} for Suncatcher's, or a terminal that `dawndusk catalog terminals` lists" };
  return null;
};
