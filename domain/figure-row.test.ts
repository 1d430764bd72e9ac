import fc from "fast-check";
import { expect, test } from "vitest";
import { dimensions, measures } from "./explore.ts";
import { armChoices, type Figure, figureOf, filtersOf, queryOfFigure, stages } from "./figure-row.ts";

const span = { from: "2026-01-01", to: "2026-01-31", currency: "EUR" };
const money = ["orders", "revenue", "discount", "costMicros"];
const value = fc.string({ minLength: 1, maxLength: 40 });
const figures: fc.Arbitrary<Figure> = fc.oneof(
  fc
    .record({
      measure: fc.constantFrom(...measures),
      basis: fc.constantFrom("own_day" as const, "sent_day" as const),
      filters: fc.dictionary(
        fc.constantFrom(...dimensions),
        value.map((one) => [one]),
        { maxKeys: 3 },
      ),
    })
    .map(({ basis, ...rest }) => ({
      ...{ ...span, kind: "messages" as const, ...rest },
      basis: money.includes(rest.measure) ? ("sent_day" as const) : basis,
    })),
  fc
    .record({
      stage: fc.constantFrom(...stages),
      arm: fc.constantFrom(...armChoices),
      sequence: fc.constantFrom(null, "seq_1"),
    })
    .map((rest) => ({ ...span, kind: "enrollments" as const, ...rest })),
  fc.constantFrom("orders" as const, "drafts" as const, "arms" as const).map((kind) => ({ ...span, kind })),
);

test("a figure comes back from its own address", () => {
  fc.assert(
    fc.property(figures, (figure) => {
      const texts = Object.fromEntries(new URLSearchParams(queryOfFigure(figure)));
      const filters = figure.kind === "messages" ? filtersOf(texts, dimensions) : {};
      expect(figureOf(texts, span, filters)).toEqual(figure);
    }),
  );
});

test("an address that names nothing known opens what was sent", () => {
  const texts = { kind: "../../etc", measure: "<script>", basis: "never" };
  expect(figureOf(texts, span, {})).toEqual({
    ...span,
    kind: "messages",
    measure: "sent",
    basis: "own_day",
    filters: {},
  });
});
