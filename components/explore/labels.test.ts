import { expect, test } from "vitest";
import { delayBands, depthBands } from "#domain/explore/bands.ts";
import { valueLabel } from "./labels.ts";

test("bands read as people write them", () => {
  expect(depthBands.map((band) => valueLabel("depth", band))).toEqual([
    ...["No percentage", "1–5%", "6–10%", "11–15%", "16–20%", "21–30%", "31% and more"],
  ]);
  expect(delayBands.map((band) => valueLabel("delay", band))).toEqual([
    ...["0–1 h", "1–4 h", "4–12 h", "12–24 h", "24–48 h", "48–96 h", "96 h and more", "Not known"],
  ]);
});

test("a name wins over an id, and a code that no list has stays as it is", () => {
  expect(valueLabel("sequence", "seq_1", { seq_1: "Classic ladder" })).toBe("Classic ladder");
  expect(valueLabel("country", "DE")).toBe("Germany");
  expect(valueLabel("country", "not a code")).toBe("not a code");
  expect(valueLabel("weekday", "7")).toBe("Sunday");
});
