import type { Operation } from "#auth/operation.ts";
import * as account from "./account/operations.ts";
import { explainCart } from "./carts/explain-cart.ts";
import { getCart } from "./carts/get-cart.ts";
import { listAbandonedCarts, listCarts } from "./carts/list-carts.ts";
import { listConversions } from "./conversions/list-conversions.ts";
import * as domains from "./domains/operations.ts";
import { draftRecoveryEmail } from "./drafts/draft-email.ts";
import { listReviews } from "./drafts/list-reviews.ts";
import * as drafts from "./drafts/operations.ts";
import * as enrollments from "./enrollments/operations.ts";
import { concludeExperiment, getExperimentReading, listExperiments } from "./experiments/operations.ts";
import * as inbox from "./inbox/operations.ts";
import { replyEmail } from "./inbox/reply-email.ts";
import { waitForEmail } from "./inbox/wait-for-email.ts";
import { createCoupon } from "./incentives/create-coupon.ts";
import { listCoupons } from "./incentives/list-coupons.ts";
import * as incentives from "./incentives/operations.ts";
import { createApiKey, listApiKeys, revokeApiKey } from "./keys/operations.ts";
import { decideEmail, listPendingLetters } from "./letters/decide.ts";
import * as letters from "./letters/operations.ts";
import { scheduleEmail, sendEmail } from "./letters/send.ts";
import * as mailboxes from "./mailboxes/operations.ts";
import { cancelMessage } from "./messages/cancel-message.ts";
import { editMessage, getMessage, reschedule } from "./messages/change-message.ts";
import { listMessages } from "./messages/list-messages.ts";
import { getOrder, listOrders } from "./orders/operations.ts";
import * as contacts from "./people/contacts.ts";
import * as suppressions from "./people/suppressions.ts";
import * as rates from "./rates/operations.ts";
import { getAttribution } from "./results/get-attribution.ts";
import { getResults } from "./results/get-results.ts";
import { listFigureRows } from "./results/list-figure-rows.ts";
import { listSegments } from "./segments/list-segments.ts";
import { dryRunSequence, getDryRun } from "./sequences/dry-runs.ts";
import * as sequences from "./sequences/operations.ts";
import { getTemplate, listTemplates, renderTemplate } from "./templates/operations.ts";
import { applyUpgrade, requestUpgrade } from "./upgrades/operations.ts";
import * as deliveries from "./webhooks/deliveries.ts";
import * as webhooks from "./webhooks/operations.ts";

/** Everything that a program can do here, in the order of the reference. */
export const operations: Operation[] = [
  ...[listCarts, listAbandonedCarts, getCart, explainCart],
  ...[sequences.listSequences, sequences.getSequence, sequences.publishSequence],
  ...[sequences.pauseSequence, sequences.resumeSequence, sequences.withdrawSequence],
  ...[dryRunSequence, getDryRun, listTemplates, getTemplate, renderTemplate],
  ...[drafts.listDrafts, drafts.listPending, drafts.getDraft, drafts.decideDraft, drafts.undoDecision],
  ...[listReviews, draftRecoveryEmail],
  ...[sendEmail, scheduleEmail, letters.listLetters, letters.getLetter, letters.editScheduledEmail],
  ...[cancelMessage, letters.tagEmail, listPendingLetters, decideEmail],
  ...[mailboxes.listMailboxes, mailboxes.createMailbox, mailboxes.updateMailbox, mailboxes.configureMailbox],
  ...[mailboxes.deleteMailbox, domains.listDomains, domains.checkDomain],
  ...[inbox.checkInbox, inbox.getThread, inbox.closeConversation, inbox.readEmail, replyEmail, waitForEmail],
  inbox.downloadAttachment,
  ...[listMessages, getMessage, reschedule, editMessage, listConversions],
  ...[contacts.searchContacts, contacts.getContact, contacts.addContact, contacts.tagContact, contacts.recordConsent],
  ...[contacts.deleteContact, listSegments, listOrders, getOrder],
  ...[
    suppressions.checkSuppression,
    suppressions.listSuppressions,
    suppressions.addSuppression,
    suppressions.removeSuppression,
  ],
  ...[enrollments.listEnrollments, enrollments.startEnrollment, enrollments.stopEnrollment],
  ...[getResults, getAttribution, listFigureRows],
  ...[listExperiments, getExperimentReading, concludeExperiment],
  ...[incentives.listIncentives, incentives.createIncentive, incentives.archiveIncentive, createCoupon, listCoupons],
  ...[account.getAccount, account.updateAccount, account.getUsage, account.getAuditLog],
  ...[rates.listExchangeRates, rates.setExchangeRate, rates.deleteExchangeRate],
  ...[requestUpgrade, applyUpgrade, account.listMembers, account.listShops],
  ...[listApiKeys, createApiKey, revokeApiKey],
  ...[webhooks.listWebhooks, webhooks.createWebhook, webhooks.updateWebhook, webhooks.rotateWebhookSecret],
  ...[webhooks.deleteWebhook, webhooks.restoreWebhook, deliveries.getWebhookDeliveries],
  ...[deliveries.getWebhookDelivery, deliveries.testWebhook, deliveries.replayWebhookEvent],
];
