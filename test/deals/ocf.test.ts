import { Ajv } from "ajv";
import { beforeAll, describe, expect, test } from "vitest";
import { capTable, enactDeals, exact, ocfManifest, readOcf, stateOf, writeOcf, type OcfFiles, type OcfObject } from "../../src/deals/index.ts";
import { goldenJson } from "../golden/golden-file.ts";
import { founders, history, preferred, roundOf, safeOf } from "./company.ts";
import { loadExample } from "../support/run-example.ts";

const BASE = "https://raw.githubusercontent.com/Open-Cap-Table-Coalition/Open-Cap-Format-OCF/main/schema/files/";
let ajv: Ajv;
beforeAll(() => {
  // Schema d5226fb (2026-06-28), see test/golden/ocf/README.md.
  ajv = new Ajv({ strict: false, validateFormats: false, schemas: goldenJson<object[]>("ocf/schema.json") });
});

const faults = (file: string, content: unknown): unknown => {
  const validate = ajv.getSchema(`${BASE}${file}.schema.json`)!;
  return validate(content) === true ? [] : validate.errors;
};
const FILES = { stakeholders_files: "StakeholdersFile", stock_classes_files: "StockClassesFile", stock_plans_files: "StockPlansFile", transactions_files: "TransactionsFile" } as const;
const objectsOf = ({ files }: OcfFiles): readonly OcfObject[] => files.flatMap(({ content }) => content["items"] as readonly OcfObject[]);

/** All kinds of entry: conversion in part of a warrant, options, both promises, a split, protection, sales, a conversion. */
const full = () => history([preferred("a", { antiDilution: "full-ratchet", participation: "capped", cap: 2 }), preferred("b", { participation: "full", seniority: 2 })], [
  founders(8_000_000), { id: "plan", kind: "pool", shares: exact(1_000_000) },
  { id: "grant", kind: "grant", holder: "staff", class: "common", shares: exact(400_000), strike: exact("0.5") },
  safeOf("safe", { amount: 1e6, cap: 10e6 }), safeOf("note", { amount: 5e5, cap: 8e6, discount: 0.2, interest: 0.05, form: "note" }),
  { id: "warrant", kind: "warrant", holder: "bank", class: "common", shares: exact(100_000), part: null, strike: exact("0.01") },
  { ...roundOf("a", { pre: 20e6, pool: 0.1 }, { fund: 5e6 }), date: "2028-01-01" },
  { id: "split", kind: "split", ratio: exact(4), date: "2028-04-01" },
  { id: "some-options", kind: "exercise", of: "grant", part: exact("0.25"), date: "2028-07-01" }, { id: "some-warrants", kind: "exercise", of: "warrant", part: exact("0.5"), date: "2028-07-01" },
  { ...roundOf("b", { pre: 10e6 }, { lab: 6e6 }), date: "2029-01-01" },
  { id: "buy", kind: "purchase", seller: "founders", buyer: "lab", class: "", shares: null, part: exact("0.3"), price: exact(1), date: "2029-04-01" },
  { id: "to-common", kind: "conversion", class: "a", holder: "fund", date: "2029-07-01" },
]);

describe("Open Cap Format", () => {
  test.each([["every kind of entry", () => ({ log: full().log, holders: [] })], ["the example stoke-control", () => {
    const { history: done, agreement } = enactDeals(loadExample("stoke-control"), [{ id: "nova-first-flight", outcome: "cleared", quarter: 2027 * 4 }, { id: "foreign-investment", outcome: "cleared", quarter: 2028 * 4 }])!;
    return { log: done.log, holders: agreement.holders };
  }]] as const)("files of %s hold to the published schema", (_, of) => {
    const files = writeOcf({ name: "Company", country: "US", ...of() });
    for (const { list, content } of files.files) expect(faults(FILES[list as keyof typeof FILES], content)).toEqual([]);
    expect(faults("OCFManifestFile", ocfManifest(files, () => "c3e68dd645c6ab810f036923706355c8"))).toEqual([]);
  });

  test("a log written and read again is the same table, claims and all", () => {
    const { log } = full();
    const files = writeOcf({ name: "Company", country: "US", holders: [], log });
    const back = readOcf(files.issuer, objectsOf(files));
    expect(back.unsupported).toEqual([]);
    const [before, after] = [stateOf(log), stateOf(back.log)];
    const at = { date: "2030-01-01", holders: ["founders", "staff", "bank", "fund", "lab", "safe", "note"] };
    const [a, b] = [capTable(before, at), capTable(after, at)];
    a.owned.forEach((one, i) => {
      const other = b.owned[i]!;
      for (const field of ["shares", "diluted", "votes"] as const) expect(other[field]).toBeCloseTo(one[field], 2);
      expect(other.diluted_frac).toBeCloseTo(one.diluted_frac, 8);
    });
    expect(b.pool.shares).toBeCloseTo(a.pool.shares, 2);
    expect(after.classes.map(({ id, participation, antiDilution, cap, preference }) => ({ id, participation, antiDilution, cap, preference })).toSorted((x, y) => (x.id < y.id ? -1 : 1)))
      .toEqual(before.classes.map(({ id, participation, antiDilution, cap, preference }) => ({ id, participation, antiDilution, cap, preference })).toSorted((x, y) => (x.id < y.id ? -1 : 1)));
  });

  // The coalition's own samples: single objects, one of each kind, most of them of securities that no file issues.
  test("of the published samples each transaction is read, without effect, or named", () => {
    const items = (name: string): readonly OcfObject[] => goldenJson<{ items: OcfObject[] }>(`ocf/${name}.ocf.json`).items;
    const transactions = items("Transactions");
    const got = readOcf(goldenJson<{ issuer: OcfObject }>("ocf/Manifest.ocf.json").issuer, [...items("Stakeholders"), ...items("StockClasses"), ...items("StockPlans"), ...transactions]);
    expect(got.company).toBe("ACME Industries");
    const idle = Object.values(got.withoutEffect).reduce((a, b) => a + b, 0);
    const used = new Set(got.log.filter(({ event }) => event !== "classes" && event !== "plan").map(({ event }) => event));
    expect(idle + got.unsupported.filter(({ type }) => type.startsWith("TX_")).length + used.size).toBe(transactions.length);
    for (const { why } of got.unsupported) expect(why.length).toBeGreaterThan(10);
    expect(() => stateOf(got.log)).not.toThrow();
  });
});
