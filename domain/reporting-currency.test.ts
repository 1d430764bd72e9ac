import fc from "fast-check";
import { expect, test } from "vitest";
import { inCurrency } from "./reporting-currency.ts";

const rates = [
  { day: "2026-01-01", currency: "PLN", rate: 0.25 },
  { day: "2026-02-01", currency: "PLN", rate: 0.2 },
  { day: "2026-01-01", currency: "JPY", rate: 0.006 },
];

test("each amount is told by the newest rate up to its day, and the day of every rate is named", () => {
  const amounts = [
    { day: "2026-01-31", currency: "PLN", amount: 10_000 },
    { day: "2026-02-01", currency: "PLN", amount: 10_000 },
    { day: "2026-02-01", currency: "EUR", amount: 500 },
  ];
  expect(inCurrency(amounts, "EUR", rates)).toEqual({
    ...{ currency: "EUR", amount: 5_000, own: 500, missing: [] },
    converted: [
      {
        ...{ currency: "PLN", amount: 20_000, as: 4_500 },
        rates: [
          { day: "2026-01-01", rate: 0.25 },
          { day: "2026-02-01", rate: 0.2 },
        ],
      },
    ],
  });
});

test("currencies with other minor units are told in whole units: 10,000 yen at 0.006 are 60 euros", () => {
  const told = inCurrency([{ day: "2026-03-01", currency: "JPY", amount: 10_000 }], "EUR", rates);
  expect(told.amount).toBe(6_000);
});

test("what has no rate for its day is named and not in the sum", () => {
  const amounts = [
    { day: "2025-12-31", currency: "PLN", amount: 700 },
    { day: "2026-01-01", currency: "USD", amount: 900 },
  ];
  const missing = [
    { currency: "PLN", amount: 700 },
    { currency: "USD", amount: 900 },
  ];
  expect(inCurrency(amounts, "EUR", rates)).toMatchObject({ amount: 0, converted: [], missing });
});

test("nothing is lost: own, converted and missing amounts are all that came in", () => {
  const amount = fc.record({
    day: fc.constantFrom("2025-12-31", "2026-01-15", "2026-03-01"),
    currency: fc.constantFrom("EUR", "PLN", "JPY", "USD"),
    amount: fc.integer({ min: -100_000, max: 100_000 }),
  });
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 20 }), (amounts) => {
      const told = inCurrency(amounts, "EUR", rates);
      const of = (list: { currency: string; amount: number }[], currency: string) =>
        list.filter((one) => one.currency === currency).reduce((sum, one) => sum + one.amount, 0);
      for (const currency of ["PLN", "JPY", "USD"])
        expect(of(told.converted, currency) + of(told.missing, currency)).toBe(of(amounts, currency));
      expect(told.own).toBe(of(amounts, "EUR"));
      expect(told.amount).toBe(told.converted.reduce((sum, one) => sum + one.as, told.own));
    }),
  );
});
