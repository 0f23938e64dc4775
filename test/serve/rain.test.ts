import { build } from "esbuild";
import { expect, test } from "vitest";
import { stationRain } from "../../src/serve/index.ts";
import { RACK, scenarioOf } from "../support/scenario.ts";

test("rain at the stations is that of the maps", async () => {
  const scenario = scenarioOf(RACK, "network.stations=[{id: here, station: ksat-singapore}]", "network.downlink={kind: radio, frequency: 26 GHz, eirp: 35 dBW, gOverT: 32 dB/K, bandwidth: 500 MHz}");
  const rain = await stationRain(scenario);
  expect(Object.keys(rain!)).toEqual(["here"]);
  // P.837-7 and P.839-4 near the equator: some 100 mm/h, rain up to 4.5-5 km.
  expect(rain!["here"]!.rain001_mm_per_h).toBeGreaterThan(85);
  expect(rain!["here"]!.rain001_mm_per_h).toBeLessThan(115);
  expect(rain!["here"]!.rainHeight_km).toBeGreaterThan(4.4);
  expect(rain!["here"]!.rainHeight_km).toBeLessThan(5.2);
});

test("the front door does not carry the maps: a bundler puts them in a chunk of their own, loaded when asked for", async () => {
  const { metafile } = await build({
    entryPoints: [new URL("../../src/index.ts", import.meta.url).pathname],
    bundle: true, splitting: true, write: false, metafile: true, platform: "browser", format: "esm", target: "es2023", outdir: "out-of-memory", logLevel: "silent",
  });
  const entry = Object.keys(metafile.outputs).find((path) => metafile.outputs[path]!.entryPoint?.endsWith("src/index.ts"))!;
  const reached = new Set([entry]);
  for (const path of reached) for (const one of metafile.outputs[path]!.imports) if (one.kind === "import-statement") reached.add(one.path);
  const carries = (path: string): boolean => Object.keys(metafile.outputs[path]!.inputs).some((input) => input.endsWith("rain-maps-data.ts"));
  expect([...reached].some(carries)).toBe(false);
  expect(Object.keys(metafile.outputs).some(carries)).toBe(true);
});
