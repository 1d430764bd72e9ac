import { sql } from "drizzle-orm";
import type { ProductSnapshot, StockSnapshot } from "#domain/product.ts";
import { claimContacts, isTalkedTo, recordActivity } from "../claims.ts";
import { listCompliance, readExport } from "../compliance-views.ts";
import { nobody, recordConsents } from "../contacts.ts";
import { couponOf, offeredIn, reserveCoupon, settleCoupon } from "../coupons.ts";
import { credentialNames, credentialsOf, openShop, saveCredentials } from "../credentials.ts";
import { emptyShop } from "../empty-shop.ts";
import { listProducts } from "../product-views.ts";
import { saveProduct, saveStock } from "../products.ts";
import {
  countOutcomes,
  getReconciliation,
  latestTest,
  listSignatureFailures,
  readRhythm,
  saveReconciliation,
} from "../shop-health.ts";
import { closeShop, rotatePublicKey } from "../shops.ts";
import { sourceTimes, storeEvents } from "../stored-events.ts";
import { listWebhookLog, readWebhookLogEntry, replayFailed, replayWebhook, saveTestEvent } from "../webhook-log.ts";
import type { Owned } from "./foreign-owned.ts";
import type { Call } from "./foreign-reads.ts";

/** Within a week of all that the story tells. */
const told = new Date("2026-03-03T00:00:00Z");

const name = (a: Owned) => a.shop.slice("shop_".length);

function productOf(a: Owned, now: Date): ProductSnapshot {
  const variant = { externalId: `red-${name(a)}`, sku: "THEIRS", title: null, price: 1, currency: "EUR", stock: 0 };
  const unsaid = { url: null, imageUrl: null, deletedAt: null, sourceUpdatedAt: now, complete: true };
  const variants = [{ ...variant, imageUrl: null, inventoryItemId: null }];
  return { ...unsaid, externalId: `kettle-${name(a)}`, title: "Theirs", variants };
}

function stockOf(a: Owned, now: Date): StockSnapshot {
  const places = { variantExternalId: null, locationId: `cellar of ${name(a)}` };
  return { ...places, inventoryItemId: `inv-${name(a)}`, stock: 0, sourceUpdatedAt: now };
}

/** What can be read of a shop's intake, asked for what is another tenant's. */
export const shopReads: Record<string, Call> = {
  isTalkedTo: (b, a) => isTalkedTo(b, `${a.contact.slice(0, -1)}2`),
  couponOf: (b, a) => couponOf(b, a.decision),
  offeredIn: (b, a) => offeredIn(b, `${a.decision.slice(0, -1)}2`, { code: null }),
  countOutcomes: (b, a) => countOutcomes(b, a.shop, told),
  credentialNames: (b, a) => credentialNames(b, a.shop),
  credentialsOf: (b, a) => credentialsOf(b, a.shop),
  getReconciliation: (b, a) => getReconciliation(b, a.shop),
  latestTest: (b, a) => latestTest(b, a.shop),
  listCompliance: (b) => listCompliance(b, {}),
  listProducts: (b) => listProducts(b, {}),
  listSignatureFailures: (b, a) => listSignatureFailures(b, a.shop),
  listWebhookLog: (b) => listWebhookLog(b, {}),
  openShop: (b, a) => openShop(b, a.shop),
  readExport: (b, a) => readExport(b, a.compliance),
  readRhythm: (b, a) => readRhythm(b, a.shop, told),
  sourceTimes: (b, a) => sourceTimes(b, a.shop, [a.cartRow.externalId]),
  readWebhookLogEntry: (b, a) => readWebhookLogEntry(b, a.webhook),
};

/** What can be changed of it, told to change what is another tenant's. */
export const shopWrites: Record<string, Call> = {
  emptyShop: (b, a, now) => emptyShop(b, a.shop, now),
  claimContacts: (b, a, now) => {
    const said = { ...nobody, email: `new-${a.address}`, consent: "granted" as const };
    return claimContacts(b, [{ said, source: "theirs", at: now }], now);
  },
  recordActivity: async (b, a, now) => {
    // So that the owner's own cart is one that a browser claimed.
    await b.db.execute(
      sql`update carts set claimed = true, abandoned_at = null, ordered_at = null where id = ${a.cart}`,
    );
    await recordActivity(b, { shopId: a.shop, tokens: [a.cartRow.externalId], at: now }, now);
  },
  recordConsents: (b, a, now) =>
    recordConsents(b, [{ contactId: a.contact, state: "withdrawn", source: "theirs", at: now }]),
  rotatePublicKey: (b, a) => rotatePublicKey(b, a.shop),
  closeShop: (b, a, now) => closeShop(b, a.shop, now, now),
  replayFailed: (b, a) => replayFailed(b, { shop: a.shop, limit: 10 }),
  replayWebhook: (b, a) => replayWebhook(b, a.failed),
  saveCredentials: (b, a, now) => saveCredentials(b, a.shop, { token: "theirs" }, now),
  saveProduct: (b, a, now) => saveProduct(b, a.shop, productOf(a, now), now),
  saveStock: (b, a, now) => saveStock(b, a.shop, stockOf(a, now)),
  storeEvents: (b, a, now) =>
    storeEvents(b, a.shop, [{ kind: "cart_deleted", tokens: ["theirs"], deletedAt: now }], now),
  reserveCoupon: (b, a, now) => {
    const of = { shopId: a.shop, incentiveId: a.incentive, code: "THEIRS", expiresAt: null };
    return reserveCoupon(b, { ...of, decisionId: a.decision }, now);
  },
  settleCoupon: (b, a) => settleCoupon(b, a.decision, { status: "refused", reason: "theirs" }),
  saveReconciliation: (b, a, now) => saveReconciliation(b, a.shop, { cursor: "theirs", found: 1 }, now),
  saveTestEvent: (b, a, now) => saveTestEvent(b, a.shop, now),
};
