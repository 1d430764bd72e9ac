import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { periods } from "#domain/period.ts";
import { readAttribution } from "./attribution-results.ts";
import { closeConnections, connectTo, workerSql } from "./connections.ts";
import { readIncremental } from "./overview-figures.ts";
import { sumsSpeak } from "./result-sums.ts";
import { readResults } from "./result-views.ts";
import { rebuildRollups } from "./rollup-rebuild.ts";
import { foldMarks } from "./rollups.ts";
import { type Scope, withScope } from "./scope.ts";
import { listSequences, readSequence } from "./sequence-views.ts";
import { readStepFigures } from "./step-figures.ts";
import { type Happening, happen, happenings } from "./testing/rollup-stream.ts";
import { tellTenant } from "./testing/story.ts";

const database = await createTestDatabase();
const now = new Date("2026-11-20T11:00:00Z");
let made = 0;

beforeAll(() => connectTo(database));
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

/** All that pages of results ask, in both currencies and over spans that begin at other days. */
async function readAll(scope: Scope, name: string): Promise<unknown[]> {
  const found: unknown[] = [await listSequences(scope), await readSequence(scope, `seq_${name}`)];
  found.push(await readStepFigures(scope, `ver_${name}`));
  for (const currency of ["EUR", "PLN"]) {
    for (const period of periods) {
      found.push(await readResults(scope, { period, currency }, now));
      found.push(await readAttribution(scope, { period, currency }, now));
    }
    for (const from of ["2026-10-11", "2026-10-25", "2026-11-02"])
      found.push(await readIncremental(scope, { span: { from, to: "2026-11-09" }, currency }));
  }
  return found;
}

/** What was sent under a version and moved to another later counts where it was sent: rows know only where it is now. */
const stays = ({ kind }: Happening) => kind !== "move";

test("results from the sums are those from the rows", async () => {
  let ordered = 0;
  await fc.assert(
    fc.asyncProperty(happenings, async (stream) => {
      const name = `sums${made++}`;
      const tenantId = `ten_${name}`;
      const inScope = <T>(work: (scope: Scope) => Promise<T>) => withScope(tenantId, work);
      await tellTenant(name, new Date("2026-10-01T00:00:00Z"));
      await rebuildRollups(inScope, now);
      for (const one of stream.filter(stays)) await happen(name, one);
      await workerSql()`insert into rollup_marks (tenant_id, kind, subject_id) values (${tenantId}, 'message', 'msg_none')`;
      expect(await inScope(sumsSpeak)).toBe(false);
      const fromRows = await inScope((scope) => readAll(scope, name));
      await inScope((scope) => foldMarks(scope, 10_000));
      expect(await inScope(sumsSpeak)).toBe(true);
      expect(await inScope((scope) => readAll(scope, name))).toEqual(fromRows);
      ordered += JSON.stringify(fromRows).match(/"ordered":[1-9]/g)?.length ?? 0;
    }),
    { numRuns: 12 },
  );
  expect(ordered).toBeGreaterThan(5);
}, 240_000);

test("a tenant whose sums were never made, or are being made, is read from its rows", async () => {
  await tellTenant("unmade", now);
  expect(await withScope("ten_unmade", sumsSpeak)).toBe(false);
  await rebuildRollups((work) => withScope("ten_unmade", work), now);
  expect(await withScope("ten_unmade", sumsSpeak)).toBe(true);
  await workerSql()`update rollup_states set rebuilding_since = ${now.toISOString()} where tenant_id = 'ten_unmade'`;
  expect(await withScope("ten_unmade", sumsSpeak)).toBe(false);
});
