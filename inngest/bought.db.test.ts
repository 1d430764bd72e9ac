import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#bin/testing/database.ts";
import {
  acrossTenantsClaimMessages,
  acrossTenantsMarkAbandoned,
  acrossTenantsQuietCarts,
} from "#db/across-tenants-jobs.ts";
import { closeConnections, connectTo } from "#db/connections.ts";
import { chosenDraft } from "#db/drafts.ts";
import { newId } from "#db/ids.ts";
import { recordAct } from "#db/reviews.ts";
import { messages } from "#db/schema/messages.ts";
import { withScope } from "#db/scope.ts";
import { createShop } from "#db/shops.ts";
import { cartSaid, orderSaid, type Said, take, unsaid } from "#db/testing/stream.ts";
import type { ContactSnapshot } from "#domain/contact.ts";
import { decideStep } from "./decide-step.ts";
import { deliverMessages } from "./deliver-messages.ts";
import { draftStep } from "./draft-step.ts";
import { enrollCart } from "./enroll-cart.ts";
import { queueStep } from "./queue-step.ts";
import { renderMessage } from "./render-message.ts";
import { settleReview } from "./settle-review.ts";
import { createLadderTenant, type TestTenant } from "./testing/tenant.ts";

vi.mock("./render-message.ts", async (importOriginal) => {
  const real = await importOriginal<typeof import("./render-message.ts")>();
  return { ...real, renderMessage: vi.fn(real.renderMessage) };
});

const start = new Date("2026-03-02T10:00:00Z");
const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

let database: TestDatabase;
let tenant: TestTenant;
let otherShop: string;
beforeAll(async () => {
  database = await createTestDatabase();
  await connectTo(database);
});
afterAll(async () => {
  await closeConnections();
  await database?.drop();
});
beforeEach(async () => {
  vi.mocked(renderMessage).mockReset();
  tenant = await createLadderTenant(start, { policy: { oversightMode: "gated" } });
  const given = {
    platform: "custom" as const,
    name: "Second",
    url: "https://second.example",
    currency: "EUR",
    now: start,
  };
  otherShop = await withScope(tenant.tenantId, async (scope) => (await createShop(scope, given)).shop.id);
});

const mia: ContactSnapshot = {
  ...unsaid,
  email: "mia.holm+lamps@example.com",
  phone: "+47 912 34 567",
  externalId: "9007199254740993",
};
const stages = [
  "begun",
  "abandoned",
  "enrolled",
  "decided",
  "drafted",
  "approved",
  "queued",
  "claimed",
  "rendered",
] as const;
type Stage = (typeof stages)[number];
const tell = (said: Said, now: Date) => withScope(tenant.tenantId, (scope) => take(scope, said, now));

/** Takes one cart from stage to stage as the functions do; `between` may happen after any of them. */
async function walk(between: (stage: Stage, minute: number) => Promise<void>): Promise<void> {
  const { tenantId } = tenant;
  const cart = cartSaid("cart-1", at(0), { tokens: ["cart-1", "checkout-1"], phase: "checkout", contact: mia });
  await tell({ kind: "cart", shop: tenant.shopId, cart }, at(0));
  await between("begun", 10);
  const quiet = (await acrossTenantsQuietCarts(at(61), 500)).filter((one) => one.tenantId === tenantId);
  await acrossTenantsMarkAbandoned(quiet.map(({ id }) => ({ tenantId, id, abandonedAt: at(60) })));
  await between("abandoned", 62);
  const started = (await Promise.all(quiet.map(({ id }) => enrollCart(tenantId, id, at(63))))).flat()[0];
  await between("enrolled", 64);
  const enrollmentId = started?.data.enrollmentId ?? "";
  const decided = await decideStep(tenantId, enrollmentId, 0, at(200));
  await between("decided", 201);
  if (decided.kind !== "send") return;
  await draftStep(tenantId, decided.decisionId, at(202));
  await between("drafted", 203);
  await approve(decided.decisionId);
  await between("approved", 205);
  const settled = await settleReview(tenantId, decided.decisionId, at(206));
  const id = settled.kind === "send" ? await queueStep(tenantId, settled.draftId, at(206)) : null;
  await between("queued", 207);
  if (!id) return;
  await acrossTenantsClaimMessages([{ tenantId, id }], "run1", at(208), 300);
  await between("claimed", 209);
  const render = vi.mocked(renderMessage).getMockImplementation();
  vi.mocked(renderMessage).mockImplementationOnce(async (...given) => {
    const payload = await render?.(...given);
    await between("rendered", 210);
    return payload ?? null;
  });
  await deliverMessages([{ tenantId, id }], "run1", at(210));
}

function approve(decisionId: string): Promise<unknown> {
  return withScope(tenant.tenantId, async (scope) => {
    const draft = await chosenDraft(scope, decisionId);
    if (!draft?.heldReason) return null;
    const act = { draftId: draft.id, kind: "approved" as const, wordsHash: draft.wordsHash, subject: null };
    return recordAct(scope, act, { kind: "member", id: newId("member", start) }, at(204));
  });
}

const sent = () =>
  withScope(tenant.tenantId, async (scope) =>
    (await scope.db.select().from(messages)).filter((message) => message.status === "sent" || message.sentAt),
  );

test("without an order the walk ends with one mail", async () => {
  await walk(async () => undefined);
  expect(await sent()).toMatchObject([{ toAddress: "mia.holm+lamps@example.com" }]);
});

type Buyer = { tokens?: string[]; contact?: ContactSnapshot; elsewhere?: boolean };
const buyers: Record<string, Buyer> = {
  "the cart's token": { tokens: ["cart-1"] },
  "the checkout's token": { tokens: ["checkout-1"] },
  "the address in other case": { contact: { ...unsaid, email: " Mia.Holm+Lamps@EXAMPLE.com" } },
  "the phone, written otherwise": { contact: { ...unsaid, email: "other@example.com", phone: "0047 (912) 34567" } },
  "the phone alone": { contact: { ...unsaid, phone: "+4791234567" } },
  "the customer id": { contact: { ...unsaid, email: "mia@work.example", externalId: "9007199254740993" } },
  "the customer id alone": { contact: { ...unsaid, externalId: "9007199254740993" } },
  "the address, in another shop": { contact: { ...unsaid, email: "mia.holm+lamps@example.com" }, elsewhere: true },
  "the phone, in another shop": { contact: { ...unsaid, phone: "+4791234567" }, elsewhere: true },
};

describe.each(Object.entries(buyers))(
  "nobody is mailed who ordered by %s",
  (_, { tokens = [], contact = null, elsewhere }) => {
    test.each(stages)("once the cart was %s", async (when) => {
      await walk(async (stage, minute) => {
        if (stage !== when) return;
        const order = orderSaid("order-1", at(minute), { tokens, contact });
        await tell({ kind: "order", shop: elsewhere ? otherShop : tenant.shopId, order }, at(minute));
      });
      expect(await sent()).toEqual([]);
    });

    test("before we heard of the cart", async () => {
      const order = orderSaid("order-1", at(5), { tokens, contact });
      await tell({ kind: "order", shop: elsewhere ? otherShop : tenant.shopId, order }, at(5));
      await walk(async () => undefined);
      expect(await sent()).toEqual([]);
    });
  },
);

test("who ordered before they began this cart is mailed about it", async () => {
  const order = orderSaid("order-0", at(-60), { contact: mia });
  await tell({ kind: "order", shop: tenant.shopId, order }, at(-60));
  await walk(async () => undefined);
  expect(await sent()).toHaveLength(1);
});

test("another person's phone or customer number of another shop stops nobody's mail", async () => {
  await walk(async (stage, minute) => {
    if (stage !== "enrolled") return;
    const contact = { ...unsaid, email: "else@example.com", phone: "+47 999 99 123", externalId: mia.externalId };
    await tell({ kind: "order", shop: otherShop, order: orderSaid("order-9", at(minute), { contact }) }, at(minute));
  });
  expect(await sent()).toHaveLength(1);
});

test.each(stages.slice(2, -1))(
  "of two carts of one person only the newer is written about, begun once the first was %s",
  async (when) => {
    await walk(async (stage, minute) => {
      if (stage !== when) return;
      const cart = cartSaid("cart-2", at(minute), { contact: { ...unsaid, email: "mia.holm+lamps@example.com" } });
      await tell({ kind: "cart", shop: otherShop, cart }, at(minute));
    });
    expect(await sent()).toEqual([]);
    const quiet = (await acrossTenantsQuietCarts(at(400), 500)).filter((one) => one.tenantId === tenant.tenantId);
    expect(quiet).toHaveLength(1);
  },
);
