import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "./connections.ts";
import { erasePerson } from "./erasure.ts";
import { countHours, dropHours, rebuildHours } from "./hours.ts";
import { touchpoints } from "./schema/attribution.ts";
import { cohortHours, contactHours, contacts } from "./schema/contacts.ts";
import { type Scope, withScope } from "./scope.ts";
import { createTenant } from "./tenants.ts";

const database = await createTestDatabase();
const now = new Date("2026-03-30T12:00:00Z");
beforeAll(() => connectTo(database));
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

let made = 0;
async function inShop(work: (scope: Scope) => Promise<void>, bestHour = true) {
  await withScope(`ten_hours_${made++}`, async (scope) => {
    const names = { name: "Shop", currency: "EUR", language: "en", timeZone: "Europe/Berlin" };
    await createTenant(scope, { ...names, now, policy: { bestHour } });
    await work(scope);
  });
}

async function person(scope: Scope, id: string, country: string | null) {
  const said = { address: `${id}@example.com`, country, sourceUpdatedAt: now, createdAt: now };
  await scope.db.insert(contacts).values({ tenantId: scope.tenantId, id, ...said });
}

async function act(scope: Scope, contactId: string, at: string, by: "person" | "machine" = "person") {
  const ids = { clickId: `clk_${made++}`, messageId: "msg_1", enrollmentId: "enr_1", contactId };
  await scope.db.insert(touchpoints).values({ tenantId: scope.tenantId, ...ids, by, at: new Date(at) });
  if (by === "person") await countHours(scope, [{ contactId, at: new Date(at), count: 1 }]);
}

/** What is known: of each person and each cohort the hours with acts. */
async function known({ db, tenantId }: Scope) {
  const own = await db.select().from(contactHours).where(eq(contactHours.tenantId, tenantId));
  const all = await db.select().from(cohortHours).where(eq(cohortHours.tenantId, tenantId));
  const hours = (acts: number[]) => Object.fromEntries(acts.flatMap((n, hour) => (n > 0 ? [[hour, n]] : [])));
  const sums = all.filter((row) => row.acts > 0).map((row) => `${row.cohort} ${row.hour}: ${row.acts}`);
  return { own: Object.fromEntries(own.map((row) => [row.contactId, hours(row.acts)])), sums: sums.sort() };
}

async function threePeople(scope: Scope) {
  await person(scope, "berlin", "DE");
  await person(scope, "tokyo", "JP");
  await person(scope, "alsoberlin", "DE");
  await act(scope, "berlin", "2026-03-28T19:30:00Z");
  await act(scope, "berlin", "2026-03-29T18:30:00Z");
  await act(scope, "alsoberlin", "2026-03-29T18:10:00Z");
  await act(scope, "tokyo", "2026-03-29T18:30:00Z");
  await act(scope, "tokyo", "2026-03-29T18:31:00Z", "machine");
}

const counted = {
  own: { berlin: { 20: 2 }, alsoberlin: { 20: 1 }, tokyo: { 3: 1 } },
  sums: ["country:DE 20: 3", "country:JP 3: 1"],
};

test("acts count by the person's own clock, over a change of clocks too, and machines' do not", () =>
  inShop(async (scope) => {
    await threePeople(scope);
    expect(await known(scope)).toEqual(counted);
  }));

test("counted anew, the hours are what they were counted act by act", () =>
  inShop(async (scope) => {
    await threePeople(scope);
    await dropHours(scope);
    expect(await known(scope)).toEqual({ own: {}, sums: [] });
    expect(await rebuildHours(scope, now)).toBe(4);
    expect(await known(scope)).toEqual(counted);
  }));

test("an act that turns out to be a machine's is taken back", () =>
  inShop(async (scope) => {
    await threePeople(scope);
    await countHours(scope, [{ contactId: "tokyo", at: new Date("2026-03-29T18:30:00Z"), count: -1 }]);
    expect(await known(scope)).toMatchObject({ own: { tokyo: {} }, sums: ["country:DE 20: 3"] });
  }));

test("an erased person's hours go, also from what others are judged by", () =>
  inShop(async (scope) => {
    await threePeople(scope);
    await erasePerson(scope, "berlin@example.com", now);
    const left = { own: { alsoberlin: { 20: 1 }, tokyo: { 3: 1 } }, sums: ["country:DE 20: 1", "country:JP 3: 1"] };
    expect(await known(scope)).toEqual(left);
    await rebuildHours(scope, now);
    expect(await known(scope)).toEqual(left);
  }));

test("a tenant that does not learn hours keeps none", () =>
  inShop(async (scope) => {
    await threePeople(scope);
    expect(await known(scope)).toEqual({ own: {}, sums: [] });
  }, false));
