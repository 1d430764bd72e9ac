import { eq } from "drizzle-orm";
import { graphOfSteps } from "#domain/sequence-graph.ts";
import { hashToken } from "../api-keys.ts";
import { emailKey, tokenKey } from "../case-keys.ts";
import { encrypt } from "../encryption.ts";
import { newId } from "../ids.ts";
import { cartDeletions, carts, caseKeys } from "../schema/carts.ts";
import { consents, contactIdentities, suppressions } from "../schema/contacts.ts";
import { messageEvents, messages, reviews, systemMails } from "../schema/messages.ts";
import { digests, reviewWebhooks, systemMailPictures } from "../schema/notices.ts";
import { segments } from "../schema/segments.ts";
import {
  enrollments,
  incentiveRules,
  incentives,
  sequenceDrafts,
  sequences,
  sequenceVersions,
} from "../schema/sequences.ts";
import { complianceRequests, shops, webhookEvents } from "../schema/shops.ts";
import { apiKeys, auditEntries, members, policies, signInTokens } from "../schema/tenants.ts";
import { walkPlaces, walkSteps } from "../schema/walks.ts";
import { type Scope, withScope } from "../scope.ts";
import { addressHash } from "../suppressions.ts";
import { tellAnswers } from "./foreign-answer-calls.ts";
import { tellApi } from "./foreign-api-calls.ts";
import { tellAttribution } from "./foreign-attribution-calls.ts";
import { tellBudget } from "./foreign-budget-calls.ts";
import { tellDryRun } from "./foreign-dry-run-calls.ts";
import { tellExperiment } from "./foreign-experiment-calls.ts";
import { tellLetters } from "./foreign-letter-calls.ts";
import { tellMail } from "./foreign-mail-calls.ts";
import { tellOversight } from "./foreign-oversight-calls.ts";
import type { Owned, Rows } from "./foreign-owned.ts";
import { tellQueue } from "./foreign-queue-calls.ts";
import { tellShop } from "./foreign-shops.ts";
import { tellTemplates } from "./foreign-template-calls.ts";
import { tellHours } from "./foreign-timing-calls.ts";
import { tellTriggers } from "./foreign-trigger-rows.ts";
import { tellWebhooksOut } from "./foreign-webhook-calls.ts";
import { tellWriter } from "./foreign-writer-calls.ts";

type Known = Omit<Owned, keyof Rows>;

/** What both tenants have alike is called after its tenant, so that it can be told apart. */
async function tellNames({ db, tenantId }: Scope, name: string): Promise<void> {
  const ofTenant = { secret: `sealed ${name}` };
  await db.update(shops).set(ofTenant).where(eq(shops.tenantId, tenantId));
  const ladder = { name: `Ladder of ${name}` };
  await db.update(sequences).set(ladder).where(eq(sequences.tenantId, tenantId));
  const threshold = { abandonmentMinutes: 1_000 + name.length };
  await db.update(policies).set(threshold).where(eq(policies.tenantId, tenantId));
}

/** The rows that a story of carts leaves out. */
export function tellLooseEnds(owned: Known, name: string, at: Date): Promise<Rows> {
  return withScope(owned.tenantId, async (scope) => {
    await tellPeople(scope, owned, name, at);
    await tellRequests(scope, owned, name, at);
    await tellQueue(scope, owned, { name, at });
    await tellPlan(scope, owned, name, at);
    await tellOversight(scope, owned, { name, at });
    const { db } = scope;
    await tellNames(scope, name);
    const payload = { html: `<p>${name}</p>`, text: `for ${name}`, targetUrl: `https://${name}.example/back` };
    const [messageRow] = await db
      .update(messages)
      .set({ ...payload, providerId: owned.provider })
      .where(eq(messages.id, owned.message))
      .returning();
    const [cartRow] = await db
      .update(carts)
      .set({ recoveryUrl: `https://${name}.example/cart` })
      .where(eq(carts.id, owned.cart))
      .returning();
    const [enrollmentRow] = await db.select().from(enrollments).where(eq(enrollments.id, owned.enrollment));
    const half = { id: owned.sending, decisionId: `dec_${name}2`, status: "sending" as const, claim: `claim ${name}` };
    if (messageRow) await db.insert(messages).values({ ...messageRow, ...half, providerId: null, claimedAt: at });
    await tellShop(scope, owned, name, at);
    await tellWriter(scope, owned, name, at);
    for (const tell of [tellApi, tellDryRun, tellLetters, tellAnswers, tellMail, tellWebhooksOut])
      await tell(scope, owned, at);
    await tellAttribution(scope, owned, name, at);
    await tellHours(scope, owned, name);
    await tellTriggers(scope, owned, { name, at });
    await tellTemplates(scope, owned, { name, at });
    if (!messageRow || !cartRow || !enrollmentRow) throw new Error("the story left no message or cart");
    return { cartRow, messageRow, enrollmentRow };
  });
}

async function tellPeople(
  { db, tenantId }: Scope,
  { contact, member, identity, shop, message, ...owned }: Known,
  name: string,
  at: Date,
) {
  const person = {
    tenantId,
    id: member,
    email: `owner@${name}.example`,
    name: `Owner ${name}`,
    passwordHash: `hash ${name}`,
    report: "weekly" as const,
  };
  await db.insert(members).values([
    { ...person, role: "admin", report: "weekly", createdAt: at },
    { ...person, id: newId("member", at), email: `first@${name}.example`, role: "owner", createdAt: at },
  ]);
  await db.insert(signInTokens).values({ tenantId, tokenHash: `sign-in ${name}`, email: person.email, expiresAt: at });
  const key = { tenantId, id: owned.key, name: `Key ${name}`, prefix: `ck_${name}`, hash: hashToken(name) };
  await db.insert(apiKeys).values({ ...key, scopes: ["read"], createdBy: member, createdAt: at });
  const entry = { tenantId, id: newId("audit", at), actorKind: "member" as const, actorId: member };
  await db.insert(auditEntries).values({ ...entry, action: "key.created", change: { name: `Key ${name}` }, at });
  await db.insert(contactIdentities).values({ tenantId, shopId: shop, externalId: identity, contactId: contact });
  const consent = { tenantId, id: newId("consent", at), contactId: contact, channel: "email" as const };
  await db.insert(consents).values({ ...consent, state: "granted", source: `form of ${name}`, at });
  const address = `gone@${name}.example`;
  const entryOf = { tenantId, channel: "email" as const, address, addressHash: addressHash(address), at };
  await db.insert(suppressions).values({ ...entryOf, reason: "unsubscribed", messageId: message });
  const mail = { tenantId, id: owned.systemMail, kind: "invitation" as const, toAddress: person.email };
  const link = `http://localhost/sign-in/link#token-of-${name}`;
  const words = { subject: `Welcome to ${name}`, html: `<a href="${link}">In</a>`, text: `Welcome: ${link}` };
  await db.insert(systemMails).values({ ...mail, ...words, status: "queued", createdAt: at });
  await db
    .insert(systemMailPictures)
    .values({ tenantId, mailId: owned.systemMail, name: `chart of ${name}`, png: Buffer.from(`picture of ${name}`) });
  await db.insert(digests).values({ tenantId, memberId: member, occasion: "2026-03-05", mailId: owned.systemMail, at });
  // The secret reads as the address does: so it is known again, by a text that stands in the rows, when it is told unsealed.
  const url = `https://${name}.example/hook`;
  const secretEncrypted = encrypt(url, `review webhook ${tenantId}`);
  await db.insert(reviewWebhooks).values({ tenantId, url, secretEncrypted });
}

async function tellRequests({ db, tenantId }: Scope, owned: Known, name: string, at: Date) {
  const { webhook, shop, cart, order, token, message, draft } = owned;
  const request = { tenantId, id: webhook, sourceId: shop, deliveryId: `delivery ${name}`, topic: "cart.updated" };
  const body = Buffer.from(`{"from":"${name}","address":"${owned.address}"}`);
  await db.insert(webhookEvents).values({ ...request, body, receivedAt: at, outcome: "pending", subjectId: cart });
  const demand = { tenantId, id: newId("compliance", at), shopId: shop, webhookEventId: `earlier ${name}` };
  const exportJson = `{"address":"${owned.address}"}`;
  await db.insert(complianceRequests).values({ ...demand, request: "data_request", receivedAt: at, exportJson });
  const key = tokenKey(shop, token);
  await db.insert(caseKeys).values([cart, order].map((subjectId) => ({ tenantId, key, subjectId })));
  await db.insert(caseKeys).values({ tenantId, key: emailKey(owned.address), subjectId: cart });
  await db.insert(cartDeletions).values({ tenantId, key, deletedAt: at });
  const report = { tenantId, id: newId("messageEvent", at), messageId: message, providerEventId: `report ${name}` };
  await db.insert(messageEvents).values({ ...report, kind: "delivered", at });
  const judged = { kind: "approved" as const, verdict: "approved" as const };
  const review = { tenantId, id: newId("review", at), draftId: draft, ...judged };
  const by = { byKind: "member" as const, byId: owned.member, reason: `seen by ${name}`, wordsHash: `hash ${name}` };
  await db.insert(reviews).values({ ...review, ...by, at });
}

async function tellPlan(scope: Scope, owned: Known, name: string, at: Date) {
  const { db, tenantId } = scope;
  const { incentive, sequence } = owned;
  const offer = { tenantId, id: incentive, name: `Offer ${name}`, kind: "percent" as const, percent: 10 };
  await db.insert(incentives).values({ ...offer, code: `CODE-${name}`, createdAt: at });
  const rule = { tenantId, id: newId("rule", at), currency: "EUR", incentiveId: null };
  await db.insert(incentiveRules).values({ ...rule, minTotal: 5_000 });
  const segment = { tenantId, id: owned.segment, name: `Segment of ${name}`, createdAt: at, updatedAt: at };
  const fits = { kind: "test", field: "cart.value", op: "gte" } as const;
  const value = { amount: 60_000, currency: "EUR" };
  await db.insert(segments).values({ ...segment, condition: { ...fits, value } });
  const graph = { ...graphOfSteps([]), entry: { ...fits, value } };
  const saved = { graph, revision: 1, savedBy: owned.member, savedAt: at };
  await db.insert(sequenceDrafts).values({ tenantId, sequenceId: sequence, ...saved });
  const walking = { tenantId, enrollmentId: owned.enrollment };
  await db.insert(walkPlaces).values({ ...walking, stepId: `step of ${name}`, startedAt: at, since: at, passed: 1 });
  const walked = { ordinal: 1, stepId: `passed by ${name}`, kind: "split" as const, outcome: "yes" };
  await db.insert(walkSteps).values({ ...walking, ...walked, at });
  const idle = { tenantId, id: owned.idleSequence, name: `Idle plan of ${name}` };
  await db.insert(sequences).values({ ...idle, createdAt: at, pausedAt: at });
  const call = { id: "call", kind: "notify" as const, memberId: owned.member, note: `Call ${name}`, next: null };
  const version = { tenantId, id: owned.idleVersion, sequenceId: owned.idleSequence, number: 1, steps: [] };
  const frozen = { ...version, graph: { ...graphOfSteps([]), start: "call", steps: [call] }, frozen: true };
  await db.insert(sequenceVersions).values({ ...frozen, updatedAt: at });
  await tellBudget(scope, owned, at);
  await tellExperiment(scope, owned, { name, at });
}
