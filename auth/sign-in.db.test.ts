import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { createMember, removeMember } from "#db/members.ts";
import { withScope } from "#db/scope.ts";
import { makeSignInToken, signInByLink, signInByPassword } from "./sign-in.ts";
import { createTwoTenants, type TestTenant } from "./testing/tenants.ts";

let database: TestDatabase;
let one: TestTenant;
let two: TestTenant;
const now = new Date("2026-11-01T12:00:00Z");
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
  ({ one, two } = await createTwoTenants());
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

function member(tenant: TestTenant, email: string, password?: string) {
  return withScope(tenant.tenantId, (scope) =>
    createMember(scope, { email, name: "Ida", role: "admin", password, now }),
  );
}

const enter = (email: string, password: string, origin = "test") => signInByPassword({ email, password, origin }, now);

test("lets a member in by password, however the address is written, and nobody by another password", async () => {
  const ida = await member(one, "ida@one.example", "correct horse battery");
  expect(await enter(" Ida@ONE.example ", "correct horse battery")).toEqual({
    memberId: ida.id,
    tenantId: one.tenantId,
  });
  expect(await enter("ida@one.example", "wrong")).toBeNull();
  expect(await enter("nobody@one.example", "correct horse battery")).toBeNull();
  expect(await enter("", "")).toBeNull();
});

test("one address in two tenants enters the one whose password it is", async () => {
  await member(one, "both@example.org", "password of one");
  const second = await member(two, "both@example.org", "password of two");
  expect(await enter("both@example.org", "password of two")).toEqual({ memberId: second.id, tenantId: two.tenantId });
});

test("refuses an address after ten wrong tries, the right password included", async () => {
  await member(one, "slow@one.example", "the right password");
  for (let tries = 0; tries < 10; tries++) expect(await enter("slow@one.example", "wrong")).toBeNull();
  await expect(enter("slow@one.example", "the right password")).rejects.toMatchObject({ code: "limited" });
});

test("a removed member or one without a password does not enter by password", async () => {
  await member(one, "invited@one.example");
  expect(await enter("invited@one.example", "")).toBeNull();
  const gone = await member(one, "gone@one.example", "a long password");
  await member(one, "boss@one.example", "another password");
  await withScope(one.tenantId, (scope) => removeMember(scope, gone.id, now));
  expect(await enter("gone@one.example", "a long password")).toBeNull();
});

test("a link lets in once, not after its time, and not who was removed since", async () => {
  const lea = await member(one, "lea@one.example");
  const link = () =>
    withScope(one.tenantId, (scope) => makeSignInToken(scope, { email: "lea@one.example", minutes: 20, now }));
  const first = await link();
  expect(await signInByLink(first, minutesLater(19))).toEqual({ memberId: lea.id, tenantId: one.tenantId });
  expect(await signInByLink(first, minutesLater(19))).toBeNull();
  expect(await signInByLink(await link(), minutesLater(20))).toBeNull();
  const late = await link();
  await withScope(one.tenantId, (scope) => removeMember(scope, lea.id, now));
  expect(await signInByLink(late, minutesLater(1))).toBeNull();
  expect(await signInByLink("nonsense", now)).toBeNull();
});
