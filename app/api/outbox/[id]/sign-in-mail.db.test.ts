import { afterAll, beforeAll, expect, test } from "vitest";
import { asKey, asMember, createTwoTenants, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { withScope } from "#db/scope.ts";
import { listSystemMails } from "#db/system-mails.ts";
import { sendSignInLink } from "../../sign-in-links/send-link.ts";
import { GET as readMail } from "./route.ts";

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

test("nobody but the addressee opens a sign-in link in the outbox", async () => {
  const owner = await asMember(one, "owner");
  await sendSignInLink(owner.member.email, new Date());
  const [mail] = await withScope(one.tenantId, (scope) => listSystemMails(scope, { limit: 1 }));
  const params = { id: mail?.id ?? "" };
  expect(await owner.call(readMail, { params })).toMatchObject({ status: 200, json: { to: owner.member.email } });
  expect((await (await asMember(one, "owner")).call(readMail, { params })).status).toBe(403);
  expect((await (await asMember(one, "viewer")).call(readMail, { params })).status).toBe(403);
  expect((await (await asKey(one, ["read", "admin"])).call(readMail, { params })).status).toBe(403);
  expect((await (await asMember(two, "owner")).call(readMail, { params })).status).toBe(404);
});
