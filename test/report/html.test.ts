import { describe, expect, test } from "vitest";
import { cellText, costChart, hourlyChart, htmlReport, lightChart } from "../../src/report/index.ts";
import type { Run } from "../../src/run/index.ts";
import { fixture } from "./fixture.ts";
import { allNodes, named, readMarkup, textOf, type Node } from "./well-formed.ts";

const DOCTYPE = "<!DOCTYPE html>\n";
const read = (run: Run): Node => {
  const html = htmlReport(run);
  expect(html.startsWith(DOCTYPE)).toBe(true);
  return readMarkup(html.slice(DOCTYPE.length).trimEnd());
};
const page = read(fixture);
const words = textOf(page).replace(/\s+/g, " ");

describe("one page that stands alone", () => {
  test("loads nothing, runs nothing, and says so to the browser", () => {
    for (const node of allNodes(page)) {
      expect(["script", "iframe", "img", "link", "object", "embed", "form", "base"]).not.toContain(node.name);
      for (const [name, value] of Object.entries(node.attributes)) {
        expect(name, node.name).not.toMatch(/^on|^src|^style$|^srcset|^action|^xlink/);
        if (name === "href") expect(value).toMatch(/^#/);
      }
    }
    expect(htmlReport(fixture)).not.toMatch(/url\(|@import|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
    const policy = named(page, "meta").find((m) => m.attributes["http-equiv"] === "Content-Security-Policy");
    expect(policy?.attributes.content).toBe("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
  });

  test("ids are unique and every anchor leads somewhere", () => {
    const ids = allNodes(page).flatMap((n) => n.attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of named(page, "a")) expect(ids).toContain(link.attributes.href!.slice(1));
    for (const svg of named(page, "svg")) for (const id of svg.attributes["aria-labelledby"]!.split(" ")) expect(ids).toContain(id);
  });

  test("the same run gives the same bytes", () => expect(htmlReport(fixture)).toBe(htmlReport(structuredClone(fixture))));
});

describe("what it says", () => {
  test("the verdict with its boundary right under it", () => {
    const box = allNodes(page).find((n) => n.attributes.class === "verdict")!;
    expect(textOf(box)).toMatch(/Orbit is 1\.78 times.*Inside the boundary.*Not inside.*taxes/s);
  });

  test("every section of a whole run", () => {
    expect(named(page, "section").map((s) => s.attributes.id)).toEqual(["cost", "platform", "flight", "service", "plan", "money", "assumptions", "notes", "reproduce"]);
  });

  test("every assumption with value, bounds, source, date, evidence, under where it came from", () => {
    for (const a of fixture.scenario.assumptions) {
      const group = allNodes(page).find((n) => n.attributes.id === `assumptions-${a.origin}`)!;
      const row = named(group, "tr").find((tr) => textOf(tr).startsWith(a.path))!;
      const cells = row.children.filter((c) => typeof c !== "string").map(textOf);
      expect(cells[1]).toBe(cellText(a.value));
      expect(cells[4]).toContain(a.source);
      expect(cells.slice(5)).toEqual([a.asOf, a.evidence ?? "-"]);
    }
    expect(words).toContain("3 to ?");
    expect(words).toContain("learning; scenario of the tests");
  });

  test("how to reproduce it", () => {
    for (const part of [fixture.dawndusk, fixture.modelVersion, fixture.scenarioHash]) expect(words).toContain(part);
  });

  test("reasons, when infeasible, and no verdict of money", () => {
    const why = "the radiator would need 412 m2; the limit is 300 m2";
    const infeasible = read({ ...fixture, sizing: { status: "infeasible", why: [why], platform: null, swarm: null, unheld: [], sites: [], claims: null, ledger: [], notes: [] }, flight: null, service: null, plan: null, finance: null });
    const box = allNodes(infeasible).find((n) => n.attributes.class === "verdict no")!;
    expect(textOf(box)).toContain(why);
    expect(textOf(infeasible)).not.toContain("Levelised");
  });
});

describe("charts", () => {
  const tables = new Map(named(page, "table").map((t) => [t.attributes.id, t]));
  const cells = (table: Node): string[] => [...named(table, "th"), ...named(table, "td")].map(textOf);

  test("each is an image with a title and a description, and its table follows it", () => {
    const siblings = named(page, "section").flatMap((s) => s.children.filter((c) => typeof c !== "string"));
    const figures = siblings.flatMap((node, i) => (node.name === "figure" ? [{ node, next: siblings[i + 1]! }] : []));
    expect(figures.length).toBe(12);
    for (const { node, next } of figures) {
      const [svg] = named(node, "svg");
      expect(svg!.attributes.role).toBe("img");
      expect(textOf(named(svg!, "title")[0]!)).not.toBe("");
      expect(textOf(named(svg!, "desc")[0]!)).not.toBe("");
      expect(next.name).toBe("details");
      expect(named(next, "table")).toHaveLength(1);
      expect(named(next, "tr").length).toBeGreaterThan(1);
    }
  });

  test("the tables hold the run's own numbers", () => {
    const items = tables.get("table-cost-items")!;
    for (const levelised of [fixture.finance.ground, fixture.finance.orbit]) for (const { usd_per_kW_yr } of levelised.items) expect(cells(items)).toContain(cellText(usd_per_kW_yr));
    const daily = named(tables.get("table-daily")!, "tr");
    expect(daily).toHaveLength(1 + 365);
    fixture.flight.summary.daily.delivered_frac.forEach((share, i) => expect(textOf(daily[i + 1]!)).toContain(cellText(share * 100)));
  });

  test("what waits in the replayed week is a series of its own", () => {
    const hourly = { wanted_W: [5e6, 5e6], ground_W: [2e6, 4e6], orbit_W: [1e6, 2e6], unserved_W: [0, 1e6] };
    const chart = hourlyChart({ ...fixture.service.replay, hourly });
    expect(chart.series.map((s) => chart.table.columns[s.column]!.name)).toEqual(["ground", "orbit", "unserved", "deferred", "wanted"]);
    // Two of five megawatts wait in the first hour; in the second more is done than is wanted, and nothing waits.
    expect(chart.table.rows).toEqual([["0", 2, 1, 0, 2, 5], ["1", 4, 2, 1, 0, 5]]);
  });

  test("bars are as long as their numbers", () => {
    const chart = costChart(fixture.finance)!;
    const svg = named(page, "svg").find((s) => s.attributes["aria-labelledby"]!.startsWith("chart-cost"))!;
    const bars = named(svg, "rect").filter((r) => r.children.length > 0);
    const parts = chart.bars.flatMap((b) => b.parts).filter((p) => p.value !== 0);
    expect(bars).toHaveLength(parts.length);
    const scale = Number(bars[0]!.attributes.width) / parts[0]!.value;
    bars.forEach((bar, i) => {
      expect(Number(bar.attributes.width)).toBeCloseTo(parts[i]!.value * scale, 1);
      expect(textOf(bar)).toContain(`${cellText(parts[i]!.value)} $/kW-yr`);
    });
  });

  test("lines pass through their numbers: the axis read back from its ticks", () => {
    const chart = lightChart(fixture.flight.summary);
    const svg = named(page, "svg").find((s) => s.attributes["aria-labelledby"]!.startsWith("chart-light"))!;
    const labels = named(svg, "text").filter((t) => t.attributes["text-anchor"] === "end");
    const [low, high] = [labels[0]!, labels.at(-1)!].map((t) => ({ value: Number(textOf(t)), y: Number(t.attributes.y) - 4.5 }));
    const valueAt = (y: number): number => low!.value + ((high!.value - low!.value) * (low!.y - y)) / (low!.y - high!.y);
    const points = named(svg, "path")[0]!.attributes.d!.slice(1).split("L").map((p) => Number(p.split(" ")[1]));
    expect(points).toHaveLength(365);
    points.forEach((y, i) => expect(valueAt(y)).toBeCloseTo(Number(chart.table.rows[i]![1]), 1));
  });
});

describe("hostile names", () => {
  const hostile = `</style><script>alert("1")</script><img src=x onerror='alert(2)'>&amp;\u0000\u001b`;
  const shown = hostile.replace(/[\u0000\u001b]+/g, " ");

  test("stand as text wherever a scenario can put them", () => {
    const node = read({
      ...fixture,
      notes: [hostile],
      scenario: { ...fixture.scenario, name: hostile, note: hostile, assumptions: [{ ...fixture.scenario.assumptions[0], path: hostile, source: hostile }] },
      service: { ...fixture.service, classes: [{ ...fixture.service.classes[0], id: hostile }], replay: { ...fixture.service.replay, byClass: [{ ...fixture.service.replay.byClass[0], id: hostile }] } },
      sizing: { ...fixture.sizing, platform: { ...fixture.sizing.platform, binds: hostile, mass: { ...fixture.sizing.platform.mass, parts_kg: { [hostile]: 5 } } } },
    });
    expect(named(node, "script")).toEqual([]);
    expect(named(node, "img")).toEqual([]);
    expect(textOf(named(node, "h1")[0]!)).toBe(shown);
    expect(textOf(named(node, "title")[0]!)).toContain("</style><script>");
  });
});
