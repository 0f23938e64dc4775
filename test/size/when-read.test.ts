import { expect, test } from "vitest";
import { whenRead } from "../../src/size/when-read.ts";

const counted = () => {
  let times = 0;
  const record = whenRead({ id: "a" }, { words: () => `made ${++times}` });
  return { record, times: () => times };
};

test("a field is made when it is first read, and once", () => {
  const { record, times } = counted();
  expect(record.id).toBe("a");
  expect(times()).toBe(0);
  expect([record.words, record.words]).toEqual(["made 1", "made 1"]);
  expect(times()).toBe(1);
});

test("it is a field like others to JSON, spread, clone, comparison", () => {
  const plain = { id: "a", words: "made 1" };
  expect(JSON.stringify(counted().record)).toBe(JSON.stringify(plain));
  expect({ ...counted().record }).toEqual(plain);
  expect(structuredClone(counted().record)).toEqual(plain);
  expect(counted().record).toEqual(plain);
  expect(Object.keys(counted().record)).toEqual(["id", "words"]);
});

test("records keep theirs apart", () => {
  const [one, other] = [1, 2].map((n) => whenRead({ n }, { double: () => 2 * n }));
  expect([one!.double, other!.double]).toEqual([2, 4]);
});
