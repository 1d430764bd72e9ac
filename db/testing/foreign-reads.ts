import { sql } from "drizzle-orm";
import { findCart, findCarts } from "../api-cart-views.ts";
import { listApiConversions } from "../api-conversion-views.ts";
import { listApiDecisions } from "../api-decision-views.ts";
import { listKeys } from "../api-keys.ts";
import { listApiMessages } from "../api-message-views.ts";
import { readArms } from "../arm-views.ts";
import { listAudit } from "../audit.ts";
import { listLinks, verifyAudit } from "../audit-chain.ts";
import { contactHistory, stockOfLines } from "../brief-facts.ts";
import { readCartClock } from "../cart-clock-views.ts";
import { listCarts, readCart } from "../cart-views.ts";
import { getCart } from "../carts.ts";
import { emailKey } from "../case-keys.ts";
import { lockCases } from "../cases.ts";
import { contactsAt } from "../contact-search.ts";
import { findContact, latestConsent } from "../contacts.ts";
import { contactOf } from "../decision-facts.ts";
import { finalDecision, getDecision } from "../decisions.ts";
import { digestChoiceOf, listReviewers, readWaiting, wasTold } from "../digests.ts";
import { filtered } from "../draft-filters.ts";
import { countWaiting, listDrafts, readDraft } from "../draft-views.ts";
import { chosenDraft, getDraft } from "../drafts.ts";
import { getEnrollment } from "../enrollments.ts";
import { subjectsNamed } from "../erase-bodies.ts";
import { exportPerson } from "../export-person.ts";
import { availableIncentives, getIncentive, listIncentives, listRules } from "../incentives.ts";
import { findMember, listMembers, passwordHashOf } from "../members.ts";
import { listMails, readMail } from "../message-views.ts";
import { findByProviderId, getMessage, messageOf } from "../messages.ts";
import { getOrder } from "../orders.ts";
import { readOverview } from "../overview-views.ts";
import { listHoldoutShares } from "../policy-views.ts";
import { instantOf, listCurrencies, readResults, revenueByDay } from "../result-views.ts";
import { getReviewWebhook, reviewWebhookSecret } from "../review-webhooks.ts";
import type { Scope } from "../scope.ts";
import { type Found, searchContacts, searchWords } from "../search-words.ts";
import { listSequences, readSequence } from "../sequence-views.ts";
import { isLive, latestVersion, liveOrResting, liveVersions, stepsOf } from "../sequences.ts";
import { listShopPulses } from "../shop-pulses.ts";
import { getShop, listShops } from "../shops.ts";
import { listSuppressions, suppressionOf } from "../suppressions.ts";
import { listSystemMails } from "../system-mails.ts";
import { countOrdersSince } from "../template-facts.ts";
import { getBrand, getPolicy, getTenant, lockPolicy, lockTenant } from "../tenants.ts";
import { readTimeline } from "../timeline-views.ts";
import { lockPendingWebhook, lockPendingWebhooks } from "../webhook-events.ts";
import type { Owned } from "./foreign-owned.ts";

/** One tenant's scope, what another tenant owns, and an instant after everything that has happened. */
export type Call = (scope: Scope, of: Owned, now: Date) => Promise<unknown>;

const long = new Date("2020-01-01T00:00:00Z");
const since = sql`'2020-01-01'::timestamptz`;

const foundIn = (scope: Scope, found: Found) =>
  scope.db.execute(sql`select subject_id from search_words where ${found.of(sql`subject_id`)}`);

/** Every verb that reads, asked for what is another tenant's. */
export const foreignReads: Record<string, Call> = {
  availableIncentives,
  chosenDraft: (b, a) => chosenDraft(b, a.decision),
  contactHistory: (b, a, now) => contactHistory(b, a.contact, { currency: "EUR", now }),
  contactOf: (b, a) => contactOf(b, a.contact),
  contactsAt: (b, a) => contactsAt(b, a.address),
  countOrdersSince: (b, a, now) => countOrdersSince(b, a.shop, new Date(now.getTime() - 3_650 * 86_400_000)),
  countWaiting,
  exportPerson: (b, a) => exportPerson(b, a.address),
  filtered: async (b, a) =>
    b.db.execute(
      sql`select drafts.* from drafts where ${await filtered(b, { tab: "decided", search: a.address }, null)}`,
    ),
  finalDecision: (b, a) => finalDecision(b, a.enrollment, 0),
  findByProviderId: (b, a) => findByProviderId(b, a.provider),
  findCart: (b, a) => findCart(b, { shopId: a.shop, externalId: a.cartRow.externalId }),
  findCarts: (b, a) => findCarts(b, { contact: a.address }),
  findContact: (b, a) => findContact(b, a.address),
  findMember: (b, a) => findMember(b, a.member),
  getBrand,
  getCart: (b, a) => getCart(b, a.cart),
  getDecision: (b, a) => getDecision(b, a.decision),
  getDraft: (b, a) => getDraft(b, a.draft),
  getEnrollment: (b, a) => getEnrollment(b, a.enrollment),
  getIncentive: (b, a) => getIncentive(b, a.incentive),
  getMessage: (b, a) => getMessage(b, a.message),
  getOrder: (b, a) => getOrder(b, a.order),
  getPolicy,
  lockPolicy,
  lockTenant,
  getShop: (b, a) => getShop(b, a.shop),
  getTenant,
  instantOf: (b) => instantOf(b, since),
  isLive: (b, a) => isLive(b, a.sequence),
  latestConsent: (b, a) => latestConsent(b, a.contact),
  latestVersion: (b, a) => latestVersion(b, a.sequence),
  listApiConversions: (b) => listApiConversions(b, {}),
  listApiDecisions: (b, a) => listApiDecisions(b, a.cart),
  listApiMessages: (b, a) => listApiMessages(b, { contact: a.address }),
  listAudit: (b) => listAudit(b, { limit: 100 }),
  digestChoiceOf: (b, a) => digestChoiceOf(b, a.member),
  wasTold: (b, a) => wasTold(b, a.member, "2026-03-05"),
  listReviewers: (b) => listReviewers(b),
  readWaiting: (b) => readWaiting(b),
  getReviewWebhook: (b) => getReviewWebhook(b),
  reviewWebhookSecret: (b) => reviewWebhookSecret(b),
  listLinks: (b) => listLinks(b, 0),
  verifyAudit: (b) => verifyAudit(b),
  listCarts: (b) => listCarts(b, {}),
  listCurrencies: (b) => listCurrencies(b, { start: since, days: ["2020-01-01"], sums: false }, "EUR"),
  listDrafts: async (b) => [
    await listDrafts(b, { tab: "waiting" }),
    await listDrafts(b, { tab: "sent" }),
    await listDrafts(b, { tab: "decided" }),
  ],
  listHoldoutShares,
  listIncentives,
  listKeys,
  listMails: async (b, a) => [
    await listMails(b, { left: true }),
    await listMails(b, { left: false }),
    await listMails(b, { left: true, search: a.address }),
  ],
  listMembers,
  listRules,
  listSequences,
  listShopPulses,
  listShops,
  listSystemMails: (b) => listSystemMails(b, { limit: 100 }),
  liveOrResting,
  liveVersions,
  lockPendingWebhooks: (b, a) => lockPendingWebhooks(b, [a.webhook]),
  lockPendingWebhook: (b, a) => lockPendingWebhook(b, a.webhook),
  lockCases,
  messageOf: (b, a) => messageOf(b, a.decision),
  passwordHashOf: (b, a) => passwordHashOf(b, a.member),
  readArms: (b) => readArms(b, { from: long, currency: "EUR" }),
  readCart: (b, a) => readCart(b, a.cart),
  readCartClock: (b, a, now) => readCartClock(b, a.cart, now),
  readDraft: (b, a) => readDraft(b, a.draft),
  readMail: (b, a) => readMail(b, a.message),
  readOverview: (b, _, now) => readOverview(b, now),
  readResults: (b, _, now) => readResults(b, { period: "90d" }, now),
  readSequence: (b, a) => readSequence(b, a.sequence),
  readTimeline: (b, a) => readTimeline(b, a.cart),
  revenueByDay: (b) =>
    revenueByDay(b, { start: since, currency: "EUR", days: ["2026-03-01"], timeZone: "UTC", sums: false }),
  stockOfLines: (b, a) =>
    stockOfLines(b, a.shop, [{ productId: `kettle-${a.tenantId.slice(4)}`, variantId: `red-${a.tenantId.slice(4)}` }]),
  stepsOf: (b, a) => stepsOf(b, a.version),
  subjectsNamed: (b, a) => subjectsNamed(b, [emailKey(a.address)], null),
  searchContacts: async (b, a) => foundIn(b, await searchContacts(b, a.address)),
  searchWords: async (b, a) => foundIn(b, await searchWords(b, "contact", a.address)),
  listSuppressions: (b) => listSuppressions(b, { limit: 50 }),
  suppressionOf: (b, a) => suppressionOf(b, `gone@${a.tenantId.slice(4)}.example`),
};
