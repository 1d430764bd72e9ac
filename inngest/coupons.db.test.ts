import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { followLink } from "#app/r/follow-link.ts";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import { acrossTenantsClaimMessages } from "#db/across-tenants-jobs.ts";
import { closeConnections, connectTo, workerSql } from "#db/connections.ts";
import { couponOf } from "#db/coupons.ts";
import { saveCredentials } from "#db/credentials.ts";
import { signLink } from "#db/link-tokens.ts";
import { messages } from "#db/schema/messages.ts";
import { withScope } from "#db/scope.ts";
import { type CouponRequest, type Platform, PlatformFault, platforms } from "#integrations/platforms.ts";
import { mintCoupon } from "./mint-coupon.ts";
import { prepareMessage } from "./prepare-message.ts";
import { linkRequest } from "./testing/clicking.ts";
import { queueFirstMessages } from "./testing/queue.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";

let database: TestDatabase;
const custom = { ...platforms.custom };
const now = new Date();

beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
});
afterEach(() => {
  platforms.custom = { ...custom };
});
afterAll(async () => {
  await closeConnections();
  await database.drop();
});

function answering(change: Partial<Platform>): void {
  platforms.custom = { ...custom, apiBase: () => "https://shop.example/api", ...change };
}

type Story = { tenant: TestTenant; messageId: string; decisionId: string; draftId: string };

/** A first message whose decision offers ten percent, under the shop's own code BACK10. */
async function offered(email: string, credentials: Record<string, string> = { token: "t" }): Promise<Story> {
  const tenant = await createLadderTenant(now);
  const { tenantId, shopId } = tenant;
  const [queued] = await queueFirstMessages(tenant, [email], now);
  const messageId = queued?.id ?? "";
  await workerSql()`update messages set incentive_id = (select id from incentives where tenant_id = ${tenantId} and percent = 10)
    where id = ${messageId}`;
  await workerSql()`update decisions d set incentive_id = m.incentive_id from messages m
    where m.id = ${messageId} and d.id = m.decision_id and d.tenant_id = m.tenant_id`;
  const [row] = await withScope(tenantId, async (scope) => {
    await saveCredentials(scope, shopId, credentials, now);
    return scope.db.select().from(messages).where(eq(messages.id, messageId));
  });
  return { tenant, messageId, decisionId: row?.decisionId ?? "", draftId: row?.draftId ?? "" };
}

const couponFor = ({ tenant, decisionId }: Story) => withScope(tenant.tenantId, (scope) => couponOf(scope, decisionId));

async function targetOf({ tenant, messageId }: Story): Promise<string> {
  const [claimed] = await acrossTenantsClaimMessages([{ tenantId: tenant.tenantId, id: messageId }], "run", now, 300);
  if (!claimed) throw new Error("the message could not be claimed");
  await prepareMessage(claimed, true, now);
  const [row] = await workerSql()<{ target_url: string }[]>`select target_url from messages where id = ${messageId}`;
  return row?.target_url ?? "";
}

test("mints one code per message in the shop, with its expiry; the link of the mail applies that code", async () => {
  const asked: CouponRequest[] = [];
  answering({
    applyCode: (url, code) => `${url}?code=${code}`,
    mintCoupon: async (_, coupon) => {
      asked.push(coupon);
      return { code: coupon.code };
    },
  });
  const story = await offered("mint@example.com");
  await mintCoupon(story.tenant.tenantId, story.draftId, now);
  await mintCoupon(story.tenant.tenantId, story.draftId, now);
  expect(asked).toMatchObject([{ currency: "EUR", incentive: { percent: 10 } }]);
  expect(asked[0]?.code).toMatch(/^BACK10-[2-9A-Z]{8}$/);
  expect(asked[0]?.expiresAt).toEqual(new Date(now.getTime() + 48 * 3_600_000));
  expect(await couponFor(story)).toMatchObject({ status: "minted", code: asked[0]?.code });
  expect(await targetOf(story)).toBe(`https://shop.example/cart/cart-mint@example.com?code=${asked[0]?.code}`);
});

test("a try that broke off asks for the same code again", async () => {
  const codes: string[] = [];
  const mint = async (_: unknown, { code }: CouponRequest) => {
    codes.push(code);
    if (codes.length === 1) throw new Error("the process died");
    return { code };
  };
  answering({ mintCoupon: mint });
  const story = await offered("again@example.com");
  await expect(mintCoupon(story.tenant.tenantId, story.draftId, now)).rejects.toThrow("died");
  await mintCoupon(story.tenant.tenantId, story.draftId, now);
  expect(codes[1]).toBe(codes[0]);
});

test("where the shop refuses, the incentive's own code goes out and the reason stays", async () => {
  answering({
    applyCode: (url, code) => `${url}?code=${code}`,
    mintCoupon: () => Promise.reject(new PlatformFault("unauthorized")),
  });
  const story = await offered("refused@example.com");
  await mintCoupon(story.tenant.tenantId, story.draftId, now);
  expect(await couponFor(story)).toMatchObject({ status: "refused", reason: "unauthorized" });
  expect(await targetOf(story)).toMatch(/\?code=BACK10$/);
});

test("without credentials nothing is minted and nothing is kept", async () => {
  answering({ mintCoupon: () => Promise.reject(new Error("must not be asked")) });
  const story = await offered("bare@example.com", {});
  await mintCoupon(story.tenant.tenantId, story.draftId, now);
  expect(await couponFor(story)).toBeNull();
});

async function click({ tenant, messageId }: Story): Promise<string | null> {
  const token = signLink({ kind: "r", tenantId: tenant.tenantId, messageId });
  return (await followLink(token, linkRequest(token))).headers.get("location");
}

test("a click gets a link made for it, with the code, to the shop's own hosts only", async () => {
  answering({
    applyCode: (url, code) => `${url}?code=${code}`,
    freshRecoveryUrl: async (_, cart) => `https://shop.example/fresh/${cart.externalId}`,
  });
  const story = await offered("fresh@example.com");
  expect(await click(story)).toBe("https://shop.example/fresh/cart-fresh@example.com?code=BACK10");
  answering({ freshRecoveryUrl: async () => "https://elsewhere.example/" });
  expect(await click(story)).toBe("https://shop.example/?discount=BACK10");
});

test("a click may lead to a host at which the platform itself restores carts, and to no other", async () => {
  const story = await offered("hosts@example.com");
  const restores = { freshRecoveryUrl: async () => "https://buy.vendor.example/r/1" };
  answering(restores);
  expect(await click(story)).toBe("https://shop.example/?discount=BACK10");
  answering({ ...restores, recoveryHosts: ["buy.vendor.example"] });
  expect(await click(story)).toBe("https://buy.vendor.example/r/1?discount=BACK10");
});

test("a link that the shop says is gone is not offered from memory", async () => {
  answering({});
  const story = await offered("gone@example.com");
  expect(await targetOf(story)).toContain("/cart/");
  answering({ freshRecoveryUrl: async () => null });
  expect(await click(story)).toBe("https://shop.example/?discount=BACK10");
});

test("an expired link is neither mailed nor followed: the shop itself is where the mail leads", async () => {
  const expire = (email: string, at: Date) =>
    workerSql()`update carts set recovery_expires_at = ${at} where external_id = ${`cart-${email}`}`;
  const late = await offered("expired-before@example.com", {});
  await expire("expired-before@example.com", now);
  expect(await targetOf(late)).toBe("https://shop.example/?discount=BACK10");
  const living = await offered("expires-later@example.com", {});
  await expire("expires-later@example.com", new Date(now.getTime() + 3_600_000));
  expect(await targetOf(living)).toContain("/cart/");
  expect(await click(living)).toContain("/cart/");
  await expire("expires-later@example.com", now);
  expect(await click(living)).toBe("https://shop.example/?discount=BACK10");
});

test("where no fresh link comes, or not in time, the click leads to the stored one", async () => {
  answering({});
  const story = await offered("late@example.com");
  const stored = await targetOf(story);
  answering({ freshRecoveryUrl: () => Promise.reject(new PlatformFault("server_error")) });
  expect(await click(story)).toBe(stored);
  answering({ freshRecoveryUrl: () => new Promise(() => undefined) });
  expect(await click(story)).toBe(stored);
});
