import { afterAll, beforeAll, expect, test } from "vitest";
import { signInByPassword } from "#auth/sign-in.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { availableIncentives } from "#db/incentives.ts";
import { withScope } from "#db/scope.ts";
import { liveVersions } from "#db/sequences.ts";
import { listSystemMails } from "#db/system-mails.ts";
import { sendSignInLink } from "../sign-in-links/send-link.ts";
import { POST as setup } from "./route.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const given = {
  tenant: { name: "Kiosk", currency: "JPY", language: "ja", timeZone: "Asia/Tokyo" },
  owner: { name: "Aiko", email: "aiko@kiosk.example", password: "a long password" },
};
const now = new Date("2026-11-01T12:00:00Z");

function post(body: unknown, site = "same-origin"): Promise<Response> {
  const headers = { "content-type": "application/json", "sec-fetch-site": site };
  return setup(new Request("http://localhost:3000/api/setup", { method: "POST", headers, body: JSON.stringify(body) }));
}

test("of two first visitors one becomes the owner, and nobody after them", async () => {
  expect((await post(given, "cross-site")).status).toBe(403);
  expect((await post({ ...given, owner: { ...given.owner, password: "short" } })).status).toBe(422);
  const both = await Promise.all([
    post(given),
    post({ ...given, owner: { ...given.owner, email: "b@kiosk.example" } }),
  ]);
  expect(both.map((answer) => answer.status).sort()).toEqual([204, 409]);
  expect((await post(given)).status).toBe(409);
});

test("the owner signs in, finds rules in the tenant's own currency, and nothing is published yet", async () => {
  const session =
    (await signInByPassword({ ...given.owner, origin: "" }, now)) ??
    (await signInByPassword({ ...given.owner, email: "b@kiosk.example", origin: "" }, now));
  if (!session) throw new Error("nobody could sign in");
  await withScope(session.tenantId, async (scope) => {
    const { rules } = await availableIncentives(scope);
    expect(rules.map(({ currency, minTotal }) => `${currency} ${minTotal}`).sort()).toEqual(["JPY 100", "JPY 50"]);
    expect(await liveVersions(scope)).toEqual([]);
  });
});

test("a sign-in link goes to members only, and no more than four in ten minutes", async () => {
  const session =
    (await signInByPassword({ ...given.owner, origin: "" }, now)) ??
    (await signInByPassword({ ...given.owner, email: "b@kiosk.example", origin: "" }, now));
  if (!session) throw new Error("nobody could sign in");
  await sendSignInLink("nobody@kiosk.example", now);
  await sendSignInLink("no address", now);
  for (const email of [given.owner.email, "b@kiosk.example"]) {
    for (let sent = 0; sent < 4; sent++) await sendSignInLink(email, now);
    await expect(sendSignInLink(email, now)).rejects.toMatchObject({ code: "limited" });
  }
  const mails = await withScope(session.tenantId, (scope) => listSystemMails(scope, { limit: 50 }));
  expect(mails).toHaveLength(4);
  expect(mails[0]).toMatchObject({ kind: "magic_link", status: "sent" });
});
