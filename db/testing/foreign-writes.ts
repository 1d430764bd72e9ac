import { classicLadder } from "#domain/sequence.ts";
import { createKey, recordKeyUse, revokeKey, widenKey } from "../api-keys.ts";
import { recordAudit } from "../audit.ts";
import { deleteCart, recordEnrollmentRefusal, saveCart, saveCarts } from "../carts.ts";
import { tokenKey } from "../case-keys.ts";
import { addAllKeys, addKeys, settle, settleAll } from "../cases.ts";
import { answerCompliance } from "../compliance.ts";
import { recordConsent, saveContact, upsertContact, upsertContacts } from "../contacts.ts";
import { recordDecision } from "../decisions.ts";
import { recordDigest, saveDigestChoice } from "../digests.ts";
import { saveDraft } from "../drafts.ts";
import { closeEnrollment, closeEnrollmentsOf, setNextDue, startEnrollment } from "../enrollments.ts";
import { eraseBodies } from "../erase-bodies.ts";
import { eraseWords } from "../erase-words.ts";
import { erasePerson } from "../erasure.ts";
import { archiveIncentive, createIncentive, replaceRules, saveIncentive } from "../incentives.ts";
import { createMember, recordSignIn, removeMember, saveName, savePassword, saveRole } from "../members.ts";
import {
  failMessage,
  keepClaimed,
  postponeMessage,
  queueMessage,
  recordMessageEvent,
  stopMessage,
  storePayload,
} from "../messages.ts";
import { saveOrder, saveOrders } from "../orders.ts";
import { recordTold, removeReviewWebhook, saveReviewWebhook } from "../review-webhooks.ts";
import { createSequence, publishVersion, saveVersion, withdrawSequence } from "../sequences.ts";
import { storeSettled } from "../settled-cases.ts";
import { createShop, rotateSecret, saveShop } from "../shops.ts";
import { saveSignInToken } from "../sign-in-tokens.ts";
import { createStarterPlan } from "../starter-plan.ts";
import { suppress, takeBackUnsubscribe } from "../suppressions.ts";
import { blankSignInLink, recordSystemMail, saveSystemMail } from "../system-mails.ts";
import { createTenant, saveBrand, savePolicy, saveTenant } from "../tenants.ts";
import { recordFault, settleWebhook, settleWebhooks } from "../webhook-events.ts";
import type { Call } from "./foreign-reads.ts";
import { briefOf, cartOf, offer, orderOf, personOf } from "./foreign-words.ts";

const steps = classicLadder({ freeShippingId: "inc_free", percentId: "inc_ten" });
const payload = { subject: "x", html: "x", text: "x", headers: {}, targetUrl: "https://x.example" };

/** Every verb that writes, told to change what is another tenant's. */
export const foreignWrites: Record<string, Call> = {
  addAllKeys: (b, a) => addAllKeys(b, [{ subjectId: a.cart, keys: ["token:theirs"] }]),
  addKeys: (b, a) => addKeys(b, a.cart, ["token:theirs"]),
  answerCompliance: (b, a, now) => {
    const named = { email: null, customerExternalId: a.identity, orderExternalIds: [a.cartRow.externalId] };
    const asked = { request: "redact" as const, reference: null, ...named };
    return answerCompliance(b, { shopId: a.shop, webhookEventId: a.webhook, asked }, now);
  },
  archiveIncentive: (b, a, now) => archiveIncentive(b, a.incentive, now),
  blankSignInLink: (b, a) => blankSignInLink(b, a.systemMail),
  closeEnrollment: (b, a, now) => closeEnrollment(b, a.openEnrollment, "expired", now),
  closeEnrollmentsOf: (b, a, now) => closeEnrollmentsOf(b, `${a.contact.slice(0, -1)}2`, "expired", now),
  createIncentive: (b, _, now) => createIncentive(b, offer, now),
  createKey: (b, _, now) => createKey(b, { name: "Key", scopes: ["read"], createdBy: null, mode: "test", now }),
  createMember: (b, a, now) => createMember(b, { email: a.address, name: "New", role: "viewer", now }),
  createSequence: (b, _, now) => createSequence(b, { name: "Plan", steps }, null, now),
  createShop: (b, _, now) =>
    createShop(b, { platform: "custom", name: "New", url: "https://new.example", currency: "EUR", now }),
  createStarterPlan: (b, a, now) => createStarterPlan(b, { currency: "USD", by: a.member, now }),
  createTenant: (b, _, now) =>
    // Within a savepoint, so that the database's own refusal leaves the transaction as it was.
    b.db
      .transaction((db) =>
        createTenant({ ...b, db }, { name: "New", currency: "EUR", language: "en", timeZone: "UTC", now }),
      )
      .catch(refusedAsKnown),
  recordDigest: (b, a, now) => recordDigest(b, { memberId: a.member, occasion: "2026-03-06", mailId: "x" }, now),
  saveDigestChoice: (b, a) => saveDigestChoice(b, a.member, "hourly"),
  recordTold: (b, _, now) => recordTold(b, { count: 9, outcome: "ok" }, now),
  removeReviewWebhook: (b) => removeReviewWebhook(b),
  saveReviewWebhook: (b) => saveReviewWebhook(b, "https://hooks.example/b"),
  deleteCart: (b, a, now) => deleteCart(b, { shopId: a.shop, tokens: [a.token], deletedAt: now }, now),
  eraseBodies: (b, a) => eraseBodies(b, [a.cart], [a.address]),
  erasePerson: (b, a, now) => erasePerson(b, a.address, now),
  eraseWords: (b, a) => eraseWords(b, a.contact),
  failMessage: (b, a) => failMessage(b, a.sending, "no"),
  keepClaimed: (b, a, now) => keepClaimed(b, a.sending, { reason: "no", claim: "theirs" }, () => now),
  postponeMessage: (b, a, now) => postponeMessage(b, a.sending, "no", () => now),
  publishVersion: (b, a, now) => publishVersion(b, a.sequence, null, now),
  queueMessage: (b, a, now) => queueMessage(b, { ...a.messageRow, subject: "Theirs" }, now),
  recordAudit: (b, a, now) =>
    recordAudit(b, { actor: { kind: "member", id: a.member }, action: "key.revoked", subjectId: a.key, now }),
  recordConsent: (b, a, now) => recordConsent(b, a.contact, { state: "withdrawn", source: "theirs", at: now }),
  recordDecision: (b, a, now) =>
    recordDecision(b, { enrollmentId: a.openEnrollment, position: 0, incentiveId: null }, { kind: "send" }, now),
  recordEnrollmentRefusal: (b, a) => recordEnrollmentRefusal(b, a.cart, "suppressed"),
  recordFault: (b, a, now) => recordFault(b, a.webhook, now),
  recordKeyUse: (b, a, now) => recordKeyUse(b, a.key, now),
  recordMessageEvent: (b, a, now) =>
    recordMessageEvent(b, { messageId: a.message, providerEventId: "theirs", kind: "bounced", at: now }, now),
  recordSignIn: (b, a, now) => recordSignIn(b, a.member, now),
  recordSystemMail: (b, a) => recordSystemMail(b, a.systemMail, { status: "sent" }),
  removeMember: (b, a, now) => removeMember(b, a.member, now),
  replaceRules: (b, a, now) => replaceRules(b, [{ currency: "EUR", minTotal: 1, incentiveId: a.incentive }], now),
  revokeKey: (b, a, now) => revokeKey(b, a.key, now),
  widenKey: (b, a) => widenKey(b, a.key, ["send"]),
  rotateSecret: (b, a, now) => rotateSecret(b, a.shop, { now }),
  saveBrand: (b) => saveBrand(b, { name: "Theirs" }),
  saveCart: (b, a, now) => saveCart(b, a.shop, cartOf(a, now), now),
  saveCarts: (b, a, now) => saveCarts(b, [{ shopId: a.shop, said: cartOf(a, now) }], now),
  saveContact: (b, a, now) =>
    saveContact(b, personOf(a), { shopId: a.shop, sourceUpdatedAt: now, consentSource: "theirs" }, now),
  saveDraft: (b, a, now) => {
    const made = {
      decisionId: a.decision,
      brief: briefOf,
      attempt: 1,
      written: null,
      fallbackReason: null,
      pattern: "",
    };
    const oversight = { mode: "gated" as const, holds: ["gated" as const], approvals: 1 as const, sampled: false };
    const judged = { oversight, dueAt: now, atDeadline: "drop" as const };
    return saveDraft(b, { ...made, findings: [], chosen: true, authorId: null }, judged, now);
  },
  saveIncentive: (b, a) => saveIncentive(b, a.incentive, { percent: 99 }),
  saveName: (b, a) => saveName(b, a.member, "Theirs"),
  saveOrder: (b, a, now) => saveOrder(b, a.shop, orderOf(a, now), now),
  saveOrders: (b, a, now) => saveOrders(b, [{ shopId: a.shop, said: orderOf(a, now) }], now),
  savePassword: (b, a) => savePassword(b, a.member, "a password of theirs"),
  savePolicy: (b) => savePolicy(b, { abandonmentMinutes: 5 }),
  saveRole: (b, a) => saveRole(b, a.member, "viewer"),
  saveShop: (b, a) => saveShop(b, a.shop, { name: "Theirs" }),
  saveSignInToken: (b, a, now) =>
    saveSignInToken(b, { token: "theirs", email: `owner@${a.tenantId.slice(4)}.example`, expiresAt: now, now }),
  saveSystemMail: (b, a, now) =>
    saveSystemMail(b, { kind: "invitation", toAddress: a.address, subject: "x", html: "x", text: "x", now }),
  saveTenant: (b) => saveTenant(b, { name: "Theirs" }),
  saveVersion: (b, a, now) => saveVersion(b, { sequenceId: a.sequence, steps }, null, now),
  settle: (b, a, now) => settle(b, [tokenKey(a.shop, a.token)], now),
  setNextDue: (b, a, now) => setNextDue(b, a.openEnrollment, now),
  settleAll: (b, a, now) => settleAll(b, [[tokenKey(a.shop, a.token)]], now),
  settleWebhooks: (b, a, now) =>
    settleWebhooks(b, [{ id: a.webhook, outcome: "failed", reason: null, detail: null, subjectId: null }], now),
  settleWebhook: (b, a, now) =>
    settleWebhook(b, a.webhook, { outcome: "failed", reason: null, detail: null, subjectId: null }, now),
  startEnrollment: (b, a, now) => {
    const arm = { name: "theirs", kind: "variant" as const, share: 1, change: null };
    const place = {
      sequenceId: a.sequence,
      versionId: a.version,
      cart: a.cartRow,
      contactId: a.contact,
      arm,
      trigger: { kind: "cart_abandoned" as const, id: a.cart },
    };
    return startEnrollment(b, { ...place, abandonedAt: now, experimentId: null }, now);
  },
  storeSettled: (b, a, now) => {
    const cart = {
      id: a.cart,
      contactId: a.contact,
      orderId: a.order,
      orderedAt: now,
      deletedAt: now,
      mergedInto: null,
    };
    const settled = { ...cart, orderIds: [a.order], wasOrdered: false, wasMerged: false };
    return storeSettled(b, { carts: [settled], orders: [{ id: a.order, contactId: null }] }, now);
  },
  stopMessage: (b, a) => stopMessage(b, a.sending, "no"),
  storePayload: (b, a) => storePayload(b, a.message, payload),
  upsertContact: (b, a, now) =>
    upsertContact(b, personOf(a), { shopId: a.shop, sourceUpdatedAt: now, consentSource: "theirs" }, now),
  upsertContacts: (b, a, now) => {
    const source = { shopId: a.shop, sourceUpdatedAt: now, consentSource: "theirs" };
    return upsertContacts(b, [{ said: personOf(a), source }], now);
  },
  suppress: (b, a, now) => suppress(b, { address: a.address, reason: "manual", messageId: a.message }, now),
  takeBackUnsubscribe: (b, a) => takeBackUnsubscribe(b, `gone@${a.tenantId.slice(4)}.example`),
  withdrawSequence: (b, a, now) => withdrawSequence(b, a.sequence, null, now),
};

/** A tenant is made once; its own second making is the database's refusal, which is no word about anybody else. */
function refusedAsKnown(fault: unknown): { refused: true } {
  const cause = fault instanceof Error ? fault.cause : null;
  if (cause && typeof cause === "object" && "code" in cause && cause.code === "23505") return { refused: true };
  throw fault;
}
