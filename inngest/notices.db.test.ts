import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsWithDraftsWaiting } from "#db/across-tenants-notices.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { saveDigestChoice } from "#db/digests.ts";
import { createMember } from "#db/members.ts";
import { getReviewWebhook, saveReviewWebhook } from "#db/review-webhooks.ts";
import { withScope } from "#db/scope.ts";
import { listSystemMails } from "#db/system-mails.ts";
import { tellCart, tellTenant } from "#db/testing/story.ts";
import { mailDigests } from "./mail-digests.ts";
import { tellReviewers } from "./tell-reviewers.ts";

const database = await createTestDatabase();
const tenantId = "ten_alpha";
const nine = new Date("2026-03-05T09:30:00Z");
const at = (hours: number) => new Date(nine.getTime() + hours * 3_600_000);
const mails = () => withScope(tenantId, (scope) => listSystemMails(scope, { limit: 50 }));

beforeAll(async () => {
  await connectTo(database);
  for (const tenant of ["alpha", "omega"]) await tellTenant(tenant, at(-2));
  await tellCart({ tenant: "alpha", key: "alpha-one", at: at(-1), held: "gated" });
  await tellCart({ tenant: "alpha", key: "alpha-two", at: at(-1), held: "gated" });
  await withScope(tenantId, async (scope) => {
    for (const [name, role, choice] of [
      ["mona", "marketer", "daily"],
      ["hugo", "admin", "hourly"],
      ["olga", "owner", "off"],
      ["vera", "viewer", "hourly"],
    ] as const) {
      const member = await createMember(scope, { email: `${name}@digest.test`, name, role, now: at(-2) });
      await saveDigestChoice(scope, member.id, choice);
    }
  });
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

const told = async () => (await mails()).filter((mail) => mail.toAddress.endsWith("@digest.test"));

test("finds the tenants where something waits, and no other", async () => {
  expect(await acrossTenantsWithDraftsWaiting()).toEqual([tenantId]);
});

test("each reviewer hears once per occasion what waits; who reviews nothing or wants none hears nothing", async () => {
  for (const now of [nine, at(0.1), at(1), at(2)]) await mailDigests(tenantId, now);
  const count = (name: string) => told().then((all) => all.filter((mail) => mail.toAddress.startsWith(name)).length);
  expect(await Promise.all(["mona", "hugo", "olga", "vera"].map(count))).toEqual([1, 3, 0, 0]);
  const [mail] = await told();
  expect(mail?.subject).toMatch(/^2 drafts wait for review at /);
  expect(mail?.text).toContain("step 1: 2");
  expect(mail?.status).toBe("sent");
});

test("the webhook hears a changed number once, signed so that the standard's own library accepts it", async () => {
  const heard: { body: string; headers: Record<string, string> }[] = [];
  let status = 503;
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      heard.push({ body, headers: request.headers as Record<string, string> });
      response.writeHead(status).end();
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  const secret = await withScope(tenantId, (scope) => saveReviewWebhook(scope, url));
  const inside = { allowPrivate: true };
  expect(await tellReviewers(tenantId, nine, { allowPrivate: false })).toBe("private_address");
  expect(heard).toHaveLength(0);
  expect(await tellReviewers(tenantId, at(1), inside)).toBe("status 503");
  status = 204;
  expect(await tellReviewers(tenantId, at(2), inside)).toBe("ok");
  expect(await tellReviewers(tenantId, at(3), inside)).toBeNull();
  server.close();
  const last = heard.at(-1);
  const payload = new Webhook(secret).verify(last?.body ?? "", last?.headers ?? {});
  expect(payload).toMatchObject({ type: "drafts.waiting", data: { count: 2 } });
  expect(await withScope(tenantId, getReviewWebhook)).toMatchObject({ toldCount: 2, outcome: "ok" });
  expect(await withScope("ten_omega", getReviewWebhook)).toBeNull();
});
