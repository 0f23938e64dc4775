/** Shells of the million-satellite filing (test/golden/physics/filed-shells.json, source there) as planes to fly. */
import { fleetPlanes } from "../../src/fly/index.ts";
import type { FleetPlane } from "../../src/fly/index.ts";
import { filedPlanes } from "../../src/physics/index.ts";
import type { FiledShells } from "../../src/physics/index.ts";
import { goldenJson } from "../golden/golden-file.ts";

export const FILED_CAP = 1_000_000;
export const FILED_SHELLS = goldenJson<{ readonly shells: readonly FiledShells[] }>("./physics/filed-shells.json").shells;

/** The filed planes at a Julian date, thinned to `cap` satellites; retrograde shells at LTAN 6 and 18. */
export const filedFleet = ({ cap, jd }: { readonly cap: number; readonly jd: number }): FleetPlane[] => fleetPlanes(filedPlanes({ rows: FILED_SHELLS, cap, jd, ltans_h: [6, 18] }));
