import { afterAll, beforeAll, expect, test } from "vitest";
import { asMember, createTwoTenants, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import type { Member } from "#db/members.ts";
import { withScope } from "#db/scope.ts";
import { listSystemMails } from "#db/system-mails.ts";
import { PATCH as patchProfile } from "../profile/route.ts";
import { POST as inviteAgain } from "./[id]/invitation/route.ts";
import { PATCH as changeRole, DELETE as remove } from "./[id]/route.ts";
import { POST as invite, GET as listMembers } from "./route.ts";

let database: TestDatabase;
let one: TestTenant;
let two: TestTenant;

beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
  ({ one, two } = await createTwoTenants());
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const mails = (tenant: TestTenant) => withScope(tenant.tenantId, (scope) => listSystemMails(scope, { limit: 20 }));

test("invites a member by a mail that is stored, sent, and holds the link", async () => {
  const admin = await asMember(one, "admin");
  const body = { name: "Nora", email: "Nora@one.example", role: "marketer" };
  const answer = await admin.call(invite, { body });
  expect(answer).toMatchObject({ status: 201, json: { email: "nora@one.example", lastSignInAt: null } });
  const [mail] = await mails(one);
  expect(mail).toMatchObject({ kind: "invitation", toAddress: "nora@one.example", status: "sent" });
  expect(mail?.text).toMatch(/\/sign-in\/link#[\w-]{40,}/);
  expect((await admin.call(invite, { body })).status).toBe(409);
  const { id } = answer.json as Member;
  expect((await admin.call(inviteAgain, { method: "POST", params: { id } })).status).toBe(204);
  expect((await mails(one)).filter((one) => one.toAddress === "nora@one.example")).toHaveLength(2);
});

test("admins neither make nor touch owners", async () => {
  const admin = await asMember(one, "admin");
  const owner = await asMember(one, "owner");
  const { id } = owner.member;
  const body = { name: "X", email: "x@one.example", role: "owner" };
  expect((await admin.call(invite, { body })).status).toBe(403);
  expect((await admin.call(changeRole, { method: "PATCH", params: { id }, body: { role: "viewer" } })).status).toBe(
    403,
  );
  expect((await admin.call(remove, { method: "DELETE", params: { id } })).status).toBe(403);
  const other = await asMember(one, "viewer");
  const params = { id: other.member.id };
  expect((await admin.call(changeRole, { method: "PATCH", params, body: { role: "owner" } })).status).toBe(403);
  expect((await admin.call(changeRole, { method: "PATCH", params, body: { role: "marketer" } })).status).toBe(200);
});

test("the last owner stays", async () => {
  const { one: fresh } = await createTwoTenants();
  const owner = await asMember(fresh, "owner");
  const params = { id: owner.member.id };
  expect((await owner.call(remove, { method: "DELETE", params })).status).toBe(409);
  expect((await owner.call(changeRole, { method: "PATCH", params, body: { role: "admin" } })).status).toBe(409);
  await asMember(fresh, "owner");
  expect((await owner.call(remove, { method: "DELETE", params })).status).toBe(204);
});

test("two owners who remove each other at the same moment leave one", async () => {
  const { one: fresh } = await createTwoTenants();
  const first = await asMember(fresh, "owner");
  const second = await asMember(fresh, "owner");
  const answers = await Promise.all([
    first.call(remove, { method: "DELETE", params: { id: second.member.id } }),
    second.call(remove, { method: "DELETE", params: { id: first.member.id } }),
  ]);
  expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1);
});

test("a foreign member is not found and stays a member", async () => {
  const member = await asMember(one, "viewer");
  const foreign = await asMember(two, "owner");
  const params = { id: member.member.id };
  for (const answer of [
    await foreign.call(changeRole, { method: "PATCH", params, body: { role: "admin" } }),
    await foreign.call(remove, { method: "DELETE", params }),
    await foreign.call(inviteAgain, { method: "POST", params }),
  ])
    expect(answer.status).toBe(404);
  expect(JSON.stringify((await foreign.call(listMembers)).json)).not.toContain(member.member.id);
  expect(await member.call(listMembers)).toMatchObject({ status: 200 });
});

test("who has a password must know it to change it; who has none sets one", async () => {
  const member = await asMember(one, "viewer");
  const patch = (body: unknown) => member.call(patchProfile, { method: "PATCH", body });
  expect(await patch({ password: "short" })).toMatchObject({ status: 422, json: { error: { field: "password" } } });
  expect((await patch({ password: "long enough one" })).status).toBe(204);
  expect(await patch({ password: "long enough two" })).toMatchObject({ json: { error: { field: "currentPassword" } } });
  expect((await patch({ password: "long enough two", currentPassword: "long enough one" })).status).toBe(204);
  expect((await patch({ name: "Ida Ny" })).status).toBe(204);
});
