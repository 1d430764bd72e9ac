import type { OrganicReason } from "#domain/attribution.ts";
import type { Words } from "#domain/draft.ts";
import type { HoldReason } from "#domain/draft-life.ts";
import { patternOf } from "#domain/draft-pattern.ts";
import type { Step } from "#domain/sequence.ts";
import { draftHash } from "../drafts.ts";
import { touchpoints } from "../schema/attribution.ts";
import { carts, conversions, orderCarts, orders } from "../schema/carts.ts";
import { contacts } from "../schema/contacts.ts";
import { decisions, drafts, messages } from "../schema/messages.ts";
import { enrollments, publications, sequences, sequenceVersions } from "../schema/sequences.ts";
import { shops } from "../schema/shops.ts";
import { type Scope, withScope } from "../scope.ts";
import { createTenant } from "../tenants.ts";

export const words: Words = {
  subject: "Your kettle is waiting",
  preheader: "Still in your cart",
  heading: "Hello {{contact.firstName}}",
  paragraphs: ["You left {{cart.firstItem}} behind."],
  button: "Back to my cart",
};

const ladder: Step[] = [2, 24, 72].map((hours, position) => ({
  id: `step-${position + 1}`,
  delayMinutes: hours * 60,
  purpose: position === 0 ? "reminder" : "incentive",
  template: position === 0 ? "reminder" : "percent-off",
  offer: { kind: "none" },
  oversight: null,
}));

/** A tenant with one shop and one published sequence; ids end with `name`. */
export async function tellTenant(name: string, now: Date): Promise<string> {
  const tenantId = `ten_${name}`;
  await withScope(tenantId, async (scope) => {
    await createTenant(scope, { name, currency: "EUR", language: "en", timeZone: "Europe/Berlin", now });
    await scope.db.insert(shops).values({
      ...{ tenantId, id: `shop_${name}`, platform: "custom", name: `${name} shop`, url: `https://${name}.example` },
      ...{ hosts: [`${name}.example`], currency: "EUR", secret: "", createdAt: now },
    });
    const sequence = { tenantId, id: `seq_${name}`, name: "Classic ladder", createdAt: now };
    await scope.db.insert(sequences).values(sequence);
    const version = { tenantId, id: `ver_${name}`, sequenceId: sequence.id, number: 1 };
    await scope.db.insert(sequenceVersions).values({ ...version, steps: ladder, frozen: true, updatedAt: now });
    const live = { tenantId, id: `pub_${name}`, sequenceId: sequence.id, versionId: version.id };
    await scope.db.insert(publications).values({ ...live, by: null, at: now });
  });
  return tenantId;
}

export type Told = {
  /** Ends the ids of everything in this story. */
  key: string;
  at: Date;
  tenant: string;
  currency?: string;
  total?: number;
  holdout?: boolean;
  held?: HoldReason;
  sentAt?: Date;
  clickedAt?: Date;
  order?: { at: Date; total: number; credited: boolean; organicReason?: OrganicReason };
};

/** One cart's way as far as `told` says: abandoned at `at`, then enrolled, drafted, sent, clicked, ordered. */
export async function tellCart(told: Told): Promise<void> {
  await withScope(`ten_${told.tenant}`, async (scope) => {
    await tellAbandonment(scope, told);
    if (!told.holdout) await tellDraft(scope, told);
    if (told.sentAt) await tellMessage(scope, told, told.sentAt);
    if (told.order) await tellOrder(scope, told, told.order);
  });
}

async function tellAbandonment(
  { db, tenantId }: Scope,
  { key, at, tenant, total = 5000, currency = "EUR", ...told }: Told,
) {
  const contactId = `con_${key}`;
  const address = `${key}@example.com`;
  await db
    .insert(contacts)
    .values({ tenantId, id: contactId, address, firstName: key, sourceUpdatedAt: at, createdAt: at });
  const line = {
    id: "1",
    productId: null,
    variantId: null,
    sku: null,
    title: "Kettle",
    variantTitle: null,
    quantity: 1,
  };
  const lines = [{ ...line, unitPrice: total, lineTotal: total, imageUrl: null, url: null }];
  const totals = { subtotal: total, discount: 0, shipping: null, tax: null, total };
  const cart = {
    tenantId,
    id: `cart_${key}`,
    shopId: `shop_${tenant}`,
    externalId: key,
    contactId,
    saidContactId: contactId,
    currency,
    lines,
    totals,
    total,
  };
  const times = { sourceCreatedAt: at, sourceUpdatedAt: at, lastActivityAt: at, abandonedAt: at, createdAt: at };
  const ordered = told.order ? { orderedAt: told.order.at, orderId: `ord_${key}` } : {};
  await db.insert(carts).values({ ...cart, phase: "checkout", ...times, ...ordered });
  const closed = told.order ? { closedAt: told.order.at, closeReason: "ordered" as const } : {};
  await db.insert(enrollments).values({
    ...{
      ...{ tenantId, triggerKind: "cart_abandoned", triggerId: cart.id },
      id: `enr_${key}`,
      sequenceId: `seq_${tenant}`,
      versionId: `ver_${tenant}`,
      cartId: cart.id,
      contactId,
    },
    ...{ arm: told.holdout ? "holdout" : "messages", armKind: told.holdout ? "holdout" : "variant", cartTotal: total },
    ...{ currency, abandonedAt: at, startedAt: at, nextDueAt: told.order ? null : at, ...closed },
  });
}

async function tellDraft({ db, tenantId }: Scope, { key, at, held, tenant }: Told) {
  const segment = {
    sequenceId: `seq_${tenant}`,
    stepId: "step-1",
    language: "en",
    returning: false,
    incentiveId: null,
  };
  const decision = { tenantId, id: `dec_${key}`, enrollmentId: `enr_${key}`, position: 0, ordinal: 1 };
  await db.insert(decisions).values({ ...decision, kind: "send", at });
  await db.insert(drafts).values({
    ...{ tenantId, id: `drf_${key}`, decisionId: decision.id, attempt: 1, writer: "scripted", words, findings: [] },
    ...{
      pattern: patternOf(segment),
      wordsHash: draftHash(words, null),
      language: "en",
      chosen: true,
      mode: held ? "gated" : "monitored",
    },
    ...{ heldReason: held ?? null, reviewDueAt: held ? new Date(at.getTime() + 3_600_000) : null },
    ...{ inputTokens: 0, outputTokens: 0, latencyMs: 0, createdAt: at },
  });
}

async function tellMessage({ db, tenantId }: Scope, { key, clickedAt }: Told, sentAt: Date) {
  const contactId = `con_${key}`;
  const id = `msg_${key}`;
  await db.insert(messages).values({
    ...{ tenantId, id, decisionId: `dec_${key}`, channel: "email", enrollmentId: `enr_${key}`, cartId: `cart_${key}` },
    ...{
      contactId,
      draftId: `drf_${key}`,
      position: 0,
      toAddress: `${key}@example.com`,
      fromAddress: "shop@example.com",
    },
    ...{ subject: words.subject, html: "<p>Hello</p>", text: "Hello", headers: {}, status: "sent", dueAt: sentAt },
    ...{ sentAt, createdAt: sentAt },
  });
  const click = { tenantId, clickId: `clk_${key}`, messageId: id, enrollmentId: `enr_${key}`, contactId };
  if (clickedAt) await db.insert(touchpoints).values({ ...click, at: clickedAt });
}

async function tellOrder({ db, tenantId }: Scope, told: Told, order: NonNullable<Told["order"]>) {
  const { key, tenant, currency = "EUR", sentAt } = told;
  const id = `ord_${key}`;
  await db.insert(orders).values({
    ...{
      tenantId,
      id,
      shopId: `shop_${tenant}`,
      externalId: key,
      number: key,
      contactId: `con_${key}`,
      saidContactId: `con_${key}`,
      currency,
      lines: [],
    },
    ...{ subtotal: order.total, discount: 0, total: order.total, refunded: 0, status: "placed", orderedAt: order.at },
    ...{ sourceUpdatedAt: order.at, createdAt: order.at },
  });
  await db.insert(orderCarts).values({ tenantId, orderId: id, cartId: `cart_${key}` });
  const credit = order.credited ? { enrollmentId: `enr_${key}`, messageId: sentAt ? `msg_${key}` : null } : {};
  await db.insert(conversions).values({
    ...{
      tenantId,
      id: `cnv_${key}`,
      orderId: id,
      model: "last_click",
      amount: order.credited ? order.total : 0,
      currency,
    },
    ...{ organicReason: order.credited ? null : (order.organicReason ?? "no_click"), windowDays: 5, ...credit },
    ...{ orderedAt: order.at, createdAt: order.at },
  });
}
