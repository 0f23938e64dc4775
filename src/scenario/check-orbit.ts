/** What an orbit needs to have a shape, by its type, and which of its fields are then without effect. */
import type { Check } from "./check-rule.ts";
import { leavesEarth } from "./leaves-earth.ts";
import type { Complaint } from "./problem.ts";
import type { ScenarioFields } from "./table/index.ts";

type OrbitType = NonNullable<ScenarioFields["orbit"]>["type"];
type Use = "needed" | "used";

/** Fields of the shape: as written, and as resolved. */
const KEYS = {
  altitude: "altitude_km", ltan: "ltan_h", inclination: "inclination_deg", raan: "raan_deg",
  longitude: "longitude_deg", solarDistance: "solarDistance_au", phase: "phase_deg", insertion: "insertion",
} as const;
type ShapeField = keyof typeof KEYS;
const FIELDS = Object.keys(KEYS) as readonly ShapeField[];

const SHAPE: Readonly<Record<OrbitType, Readonly<Partial<Record<ShapeField, Use>>>>> = {
  "sun-synchronous": { altitude: "needed", ltan: "used" },
  circular: { altitude: "needed", inclination: "needed", raan: "used" },
  geostationary: { longitude: "used", insertion: "used" },
  "sun-earth-l1": {},
  heliocentric: { solarDistance: "needed", phase: "used", insertion: "used" },
};

const MISSING: Readonly<Partial<Record<ShapeField, Complaint>>> = {
  altitude: { found: "an orbit of the Earth without an altitude", expected: "a length from 200 km to 100000 km", hint: "add altitude: 650 km, or write a type that has none: geostationary, sun-earth-l1 or heliocentric" },
  inclination: { found: "a circular orbit without an inclination", expected: "an angle from 0 deg to 180 deg", hint: "add inclination: 53 deg, or write type: sun-synchronous" },
  solarDistance: { found: "an orbit about the Sun without a distance", expected: "a length from 0.05 au to 50 au", hint: "add solarDistance: 0.7 au" },
};

const WHY_UNUSED: Readonly<Record<OrbitType, string>> = {
  "sun-synchronous": "the plane of a sun-synchronous orbit is given by altitude and ltan",
  circular: "the orbit is circular, its plane is given by inclination and raan",
  geostationary: "a geostationary orbit is given by its longitude",
  "sun-earth-l1": "there is one point L1",
  heliocentric: "a heliocentric orbit is given by solarDistance and phase",
};

/** Complains of what is missing, and notes what is written in vain. */
export const orbitShape = ({ scenario, wrote, complain, note }: Check): void => {
  const { orbit } = scenario;
  if (!orbit || orbit.type === undefined) return;
  const { type } = orbit;
  // A section that is no map at all has its own message.
  const told = FIELDS.some((field) => wrote(["orbit", field])) || wrote(["orbit", "factoryRate"]);
  for (const field of FIELDS) if (told && SHAPE[type][field] === "needed" && orbit[KEYS[field]] === null) complain(["orbit", field], MISSING[field]!);
  if (type === "sun-synchronous" && typeof orbit.inclination_deg === "number") complain(["orbit", "inclination"], { found: "an inclination", expected: "none: that of a sun-synchronous orbit follows from its altitude", hint: "remove it, or write type: circular" });
  for (const field of FIELDS) {
    if (SHAPE[type][field] !== undefined || (type === "sun-synchronous" && field === "inclination")) continue;
    if (wrote(["orbit", field]) && orbit[KEYS[field]] !== null) note(`orbit.${field} is not used: ${WHY_UNUSED[type]}.`);
  }
  if (orbit.fleet && leavesEarth({ type })) complain(["orbit", "fleet"], { found: `shells about the Earth beside a platform ${type === "heliocentric" ? "about the Sun" : "at L1"}`, expected: "shells beside an orbit of the Earth only", hint: "remove fleet: orbit.target or fleetMax says how many platforms there are" });
};
