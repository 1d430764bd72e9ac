import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestTenant, type TestTenant } from "#auth/testing/tenants.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "./connections.ts";
import { withScope } from "./scope.ts";
import { blankSignInLink, listSystemMails, saveSystemMail } from "./system-mails.ts";

let database: TestDatabase;
let tenant: TestTenant;
beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
  tenant = await createTestTenant();
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

test("a mail that has left keeps its words and loses its token", async () => {
  const link = "http://localhost:3000/sign-in/link#abc_DEF-123";
  const mail = { kind: "magic_link", toAddress: "ida@one.example", subject: "Sign in", now: new Date() } as const;
  const [kept] = await withScope(tenant.tenantId, async (scope) => {
    const { id } = await saveSystemMail(scope, { ...mail, html: `<a href="${link}">In</a>`, text: `Use ${link} soon` });
    await blankSignInLink(scope, id);
    return listSystemMails(scope, { limit: 5 });
  });
  expect(kept).toMatchObject({
    html: '<a href="http://localhost:3000/sign-in/link#…">In</a>',
    text: "Use http://localhost:3000/sign-in/link#… soon",
  });
});
