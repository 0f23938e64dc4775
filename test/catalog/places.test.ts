/** Cities, regions of users, days and requests of the catalogue: against the lists and traces that they are cut from. */
import { gunzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CITIES, entries, find, regionPlaces } from "../../src/catalog/index.ts";
import { mixOf, stretchedMix } from "../../src/inference/index.ts";
import { USER_CITIES } from "../../src/serve/index.ts";

const columns = (path: string): readonly (readonly number[])[] => {
  const bytes = readFileSync(`test/golden/${path}`);
  const text = path.endsWith(".gz") ? gunzipSync(bytes).toString("utf8") : bytes.toString("utf8");
  return text.trim().split("\n").slice(1).map((row) => row.split(",").map(Number));
};

describe("cities", () => {
  test("a thousand, the first hundred being those of `serve`", () => {
    expect(CITIES.length).toBe(1000);
    for (const [i, city] of USER_CITIES.entries()) expect(CITIES[i]).toMatchObject({ name: city.name, latitude_deg: city.latitude_deg, longitude_deg: city.longitude_deg });
    expect(CITIES.every(({ latitude_deg, longitude_deg, country }) => Math.abs(latitude_deg) <= 90 && Math.abs(longitude_deg) <= 180 && /^[A-Z]{2}$/.test(country))).toBe(true);
  });

  test("countries where an atlas has them: on coasts, islands and borders", () => {
    // Any atlas; those that a coarse map would put at sea or across a border.
    const known = { Lagos: "NG", "København (Copenhagen)": "DK", Xiamen: "CN", Singapore: "SG", "Hong Kong": "HK", Strasbourg: "FR", "San Diego": "US", Tijuana: "MX", "El Paso": "US", Brazzaville: "CG", Kinshasa: "CD" };
    for (const [name, country] of Object.entries(known)) {
      const found = CITIES.find((city) => city.name === name || city.name.startsWith(`${name} `));
      if (found !== undefined) expect([name, found.country]).toEqual([name, country]);
    }
    expect(CITIES.filter(({ name }) => name === "Hyderabad").map(({ country }) => country)).toEqual(["IN", "PK"]);
  });
});

test("regions part the world: 4.9 of the 5.0 billion users of 2021, and their places weigh one", () => {
  const regions = entries("regions");
  // Our World in Data has 5,016,978,000 for the world in 2021, where countries without a figure of that year are filled in.
  const users = regions.reduce((sum, { figures }) => sum + figures["internetUsers"]!.value, 0);
  expect(users / 5_016_978_000).toBeGreaterThan(0.96);
  expect(users / 5_016_978_000).toBeLessThan(1);
  for (const { id } of regions) expect(regionPlaces(id).reduce((sum, { share_frac }) => sum + share_frac, 0), id).toBeCloseTo(1, 12);
  expect(new Set(regions.flatMap(({ id }) => regionPlaces(id).map(({ name, latitude_deg, longitude_deg }) => `${name} ${latitude_deg} ${longitude_deg}`))).size).toBe(regions.reduce((sum, { id }) => sum + regionPlaces(id).length, 0));
  expect(find("regions", "india")!.figures["internetUsers"]!.value).toBeCloseTo(654_917_800, -4);
  expect(() => regionPlaces("atlantis")).toThrow("atlantis");
});

test("days are the means of ServeGen's fourteen", () => {
  for (const size of ["small", "large"]) {
    const rates = columns(`ops/servegen_m-${size}.csv.gz`).map(([, rate]) => rate!);
    expect(rates.length).toBe(14 * 144);
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    const { figures } = find("days", `servegen-m-${size}`)!;
    for (let hour = 0; hour < 24; hour++) {
      const own = rates.filter((_, i) => Math.floor((i % 144) / 6) === hour);
      expect(figures[`h${hour}`]!.value).toBeCloseTo(own.reduce((sum, rate) => sum + rate, 0) / own.length / mean, 3);
    }
  }
});

test("requests are their traces'", () => {
  const traces = { "azure-code-2023": "inference/azure-code-2023.csv.gz", "mooncake-conversation": "inference/mooncake-conversation.csv.gz", sharegpt: "inference/rtx4090-llama-3.1-8b.csv" };
  for (const [id, path] of Object.entries(traces)) {
    const rows = columns(path);
    const at = id === "sharegpt" ? 1 : 0;
    const mix = mixOf({ input_tokens: Float64Array.from(rows, (row) => row[at]!), output_tokens: Float64Array.from(rows, (row) => row[at + 1]!) });
    const of = (name: string): number => find("requests", id)!.figures[name]!.value;
    const own = stretchedMix({ input_tokens: of("input"), output_tokens: of("output"), heldInput_tokens: of("heldInput"), outputSpread: of("outputSpread"), prompts_tokens: Array.from({ length: 16 }, (_, i) => of(`p${i + 1}`)) }, { input_tokens: of("input"), output_tokens: of("output") });
    for (const key of ["input_tokens", "output_tokens", "held_tokens", "outputSpread"] as const) expect(Math.abs(own[key] / mix[key] - 1), `${id} ${key}`).toBeLessThan(0.02);
    own.prompts_tokens.forEach((tokens, i) => expect(Math.abs(tokens / mix.prompts_tokens[i]! - 1), `${id} part ${i}`).toBeLessThan(0.01));
  }
});
