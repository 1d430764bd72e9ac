import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { type Cube, type Dimension, dimensions, type Filters, type Measure, measures } from "#domain/explore.ts";
import { closeConnections, connectTo } from "./connections.ts";
import { settleOldestDay } from "./rollup-cells.ts";
import { readCredits, readDays } from "./rollup-day-views.ts";
import { rebuildRollups } from "./rollup-rebuild.ts";
import { type FigureAsked, rowsBehind } from "./rollup-rows.ts";
import { readCube } from "./rollup-views.ts";
import { foldMarks } from "./rollups.ts";
import { type Scope, withScope } from "./scope.ts";
import { happen } from "./testing/rollup-stream.ts";
import { tellTenant } from "./testing/story.ts";

const database = await createTestDatabase();
const tenant = "views";
const year = { from: "2026-10-01", to: "2026-12-31" };
const within = <T>(work: (scope: Scope) => Promise<T>) => withScope(`ten_${tenant}`, work);

/** Six messages, of which some were clicked, bought from, refunded and complained of; some of it is not settled yet. */
beforeAll(async () => {
  await connectTo(database);
  await tellTenant(tenant, new Date("2026-10-01T00:00:00Z"));
  await rebuildRollups(within, new Date("2026-10-01T00:00:00Z"));
  const steps = ["draft", "enroll", "send", "deliver", "open", "click", "machine", "credit", "order"] as const;
  for (const [index, kind] of steps.entries())
    for (const place of [0, 1, 2, 3, 4])
      if (index < 5 || place !== index % 5)
        await happen(tenant, { kind, place, late: place * 150 + index * 20, amount: 1_000 * (place + 1) });
  await within(async (scope) => {
    await foldMarks(scope, 10_000);
    while ((await settleOldestDay(scope)) > 0);
  });
  await happen(tenant, { kind: "credit", place: 0, late: 900, amount: 777 });
  await happen(tenant, { kind: "complain", place: 1, late: 910, amount: 0 });
  await happen(tenant, { kind: "refund", place: 2, late: 920, amount: 0 });
  await within((scope) => foldMarks(scope, 10_000));
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const sumOf = (cube: Cube, measure: Measure) => cube.cells.reduce((sum, cell) => sum + cell[measure], 0);

/** All rows of a figure, three to a page, so that pages are turned. */
async function everyRow(scope: Scope, asked: FigureAsked): Promise<{ times: number; amount: number }> {
  let [times, amount] = [0, 0];
  const seen = new Set<string>();
  for (let after: string | null | undefined; after !== null; ) {
    const page = await rowsBehind(scope, { ...asked, after, limit: 3 });
    for (const row of page.rows) {
      expect(seen.has(row.messageId)).toBe(false);
      seen.add(row.messageId);
      times += row.times;
      amount += row.amount;
    }
    after = page.next;
  }
  return { times, amount };
}

const days = fc.tuple(fc.integer({ min: 0, max: 91 }), fc.integer({ min: 0, max: 91 })).map((ends) => {
  const [from, to] = ends.sort((a, b) => a - b).map((day) => new Date(Date.parse("2026-10-01") + day * 86_400_000));
  return { from: from?.toISOString().slice(0, 10) ?? "", to: to?.toISOString().slice(0, 10) ?? "" };
});
const narrow = dimensions.filter((one) => one !== "product" && one !== "subject");

test("something happened, so that figures mean something", async () => {
  const cube = await within((scope) => readCube(scope, { ...year, currency: "EUR", by: [] }));
  expect(sumOf(cube, "sent")).toBe(3);
  expect(sumOf(cube, "orders")).toBeGreaterThan(1);
  expect(sumOf(cube, "revenue")).toBeGreaterThan(1_000);
});

test("a figure of any days and any two dimensions is the sum of the rows behind it", async () => {
  await fc.assert(
    fc.asyncProperty(
      days,
      fc.subarray(narrow, { maxLength: 2 }),
      fc.constantFrom(...measures),
      async (span, by, measure) => {
        await within(async (scope) => {
          for (const currency of ["EUR", "PLN", "USD"]) {
            const cube = await readCube(scope, { ...span, currency, by });
            for (const cell of cube.cells) {
              const filters: Filters = Object.fromEntries(
                by.map((dimension, place) => [dimension, [cell.values[place] ?? ""]]),
              );
              const { times, amount } = await everyRow(scope, {
                ...span,
                currency,
                filters,
                measure,
                basis: "sent_day",
              });
              const isSum = ["revenue", "discount", "costMicros"].includes(measure);
              expect(isSum ? amount : times).toBe(cell[measure]);
            }
          }
        });
      },
    ),
    { numRuns: 40 },
  );
});

test("two dimensions read from cells are what the messages themselves say", async () => {
  await fc.assert(
    fc.asyncProperty(days, fc.subarray(narrow, { minLength: 2, maxLength: 2 }), async (span, by) => {
      await within(async (scope) => {
        const third: Filters = { step: ["1", "2", "3", "4"], language: ["de", "pl", "unknown"], arm: ["variant"] };
        const [one, other] = by;
        if (!one || !other) throw new Error("two dimensions are drawn");
        const cells = await readCube(scope, { ...span, currency: "EUR", by: [one, other] });
        const messages = await readCube(scope, { ...span, currency: "EUR", by: [one, other], filters: third });
        expect([cells.source, messages.source]).toEqual(["cells", "messages"]);
        const sorted = (cube: Cube) => cube.cells.map((cell) => JSON.stringify(cell)).sort();
        expect(sorted(messages)).toEqual(sorted(cells));
      });
    }),
    { numRuns: 40 },
  );
});

test("a day's figure is the number of messages to which it happened on that day", async () => {
  await within(async (scope) => {
    for (const row of await readDays(scope, year)) {
      for (const measure of ["sent", "delivered", "opened", "clicked", "machineClicked", "complained"] as const) {
        const span = { from: row.day, to: row.day, currency: row.currency };
        expect((await everyRow(scope, { ...span, measure, basis: "own_day" })).times).toBe(row[measure]);
      }
    }
  });
});

test("refuses three dimensions, a dimension twice, and a page that is none", async () => {
  const ask = (by: Dimension[]) => within((scope) => readCube(scope, { ...year, currency: "EUR", by }));
  await expect(ask(["step", "hour", "device"])).rejects.toThrow("At most two");
  await expect(ask(["step", "step"])).rejects.toThrow("At most two");
  const page = { ...year, currency: "EUR", measure: "sent", basis: "sent_day", after: "nowhere" } as const;
  await expect(within((scope) => rowsBehind(scope, page))).rejects.toThrow("does not exist");
});

test("keeps currencies apart in every list", async () => {
  const credits = await within((scope) => readCredits(scope, year));
  expect(new Set(credits.map((row) => row.currency))).toEqual(new Set(["EUR", "PLN"]));
});

test("counts the opens of persons, and none that only a provider reports or a machine made", async () => {
  const openedAfter = async (...kinds: Parameters<typeof happen>[1]["kind"][]) => {
    for (const kind of kinds) await happen(tenant, { kind, place: 6, late: 950, amount: 0 });
    return within(async (scope) => {
      await foldMarks(scope, 10_000);
      return sumOf(await readCube(scope, { ...year, currency: "EUR", by: [] }), "opened");
    });
  };
  const before = await openedAfter("enroll", "send");
  expect(await openedAfter("prefetch")).toBe(before);
  expect(await openedAfter("open")).toBe(before + 1);
});
