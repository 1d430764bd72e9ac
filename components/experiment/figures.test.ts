import { expect, test } from "vitest";
import { intervalText, liftText, lossText } from "./figures.ts";

const share = { share: true, currency: "EUR" };
const money = { share: false, currency: "EUR" };

test("a lift that rounds to nothing has lost nothing", () => {
  expect(liftText(-0.0001, "relative", share)).toBe("+0.0%");
  expect(liftText(-0.3, "absolute", money)).toBe("+€0.00");
  expect(liftText(-0.012, "relative", share)).toBe("−1.2%");
});

test("an interval names its points once and its signs twice", () => {
  expect(intervalText({ low: -0.0042, high: 0.0051 }, "absolute", share)).toBe("−0.42 to +0.51 points");
  expect(intervalText({ low: -0.1, high: 0.2 }, "relative", share)).toBe("−10.0% to +20.0%");
  expect(intervalText({ low: -150, high: 90 }, "absolute", money)).toBe("−€1.50 to +€0.90");
});

test("an expected loss is never told as nothing", () => {
  expect(lossText(0.00001, "relative", share)).toBe("< 0.1%");
  expect(lossText(0.000001, "absolute", share)).toBe("< 0.01 points");
  expect(lossText(0.2, "absolute", money)).toBe("< €0.01");
  expect(lossText(0.058, "relative", share)).toBe("−5.8%");
});
