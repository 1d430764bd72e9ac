import fc from "fast-check";
import { expect, test } from "vitest";
import { currencyDigits, formatMoney, isCurrency, parseDecimal, percentOf } from "./money.ts";

test.each([
  ["19.90", "EUR", 1990],
  ["19.9", "EUR", 1990],
  ["1900", "JPY", 1900],
  ["1.2345", "KWD", 1235],
  ["-5.00", "USD", -500],
  ["0.005", "EUR", 1],
  ["-0.00", "EUR", 0],
])("reads %s %s as %d minor units", (text, currency, minor) => {
  expect(parseDecimal(text, currency)).toBe(minor);
});

test.each(["", "1,000.00", "1e3", "NaN", "--1", "1.2.3", "99999999999999999999"])("refuses %j", (text) => {
  expect(parseDecimal(text, "EUR")).toBeNull();
});

test("reads back what it would write, for every amount", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
      fc.constantFrom("EUR", "JPY", "KWD"),
      (amount, currency) => {
        const digits = currencyDigits(currency);
        expect(parseDecimal((amount / 10 ** digits).toFixed(digits), currency)).toBe(amount === 0 ? 0 : amount);
      },
    ),
  );
});

test("writes money the way the reader's language does", () => {
  expect(formatMoney({ amount: 123450, currency: "EUR" }, "de").replace(/\s/g, " ")).toBe("1.234,50 €");
  expect(formatMoney({ amount: 1900, currency: "JPY" }, "en")).toBe("¥1,900");
});

test("knows currencies and rounds percentages half up", () => {
  expect([isCurrency("EUR"), isCurrency("XQX"), isCurrency("eur")]).toEqual([true, false, false]);
  expect(percentOf(1990, 10)).toBe(199);
  expect(percentOf(1995, 10)).toBe(200);
});
