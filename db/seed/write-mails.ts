import type { Touchpoint } from "#domain/attribution.ts";
import { chooseIncentive, type Incentive, incentiveValue } from "#domain/incentive.ts";
import type { MessageEventKind } from "#domain/message.ts";
import type { TouchKind } from "#domain/touchpoint.ts";
import { signLink } from "../link-tokens.ts";
import { shop } from "./cast.ts";
import { chance } from "./chance.ts";
import { letter } from "./letter.ts";
import type { Mail } from "./story.ts";
import { writeDraft } from "./write-draft.ts";
import type { Mailing, Writing } from "./writing.ts";

/** Decisions, drafts, messages and what came back of one enrollment. */
export function writeMails(
  writing: Writing,
  mailing: Mailing,
): { touchpoints: Touchpoint[]; lastClicked: Incentive | null } {
  const touchpoints: Touchpoint[] = [];
  let lastClicked: Incentive | null = null;
  for (const mail of mailing.story.mails) {
    const step = writing.facts.steps[mail.position];
    if (!step) continue;
    const { totals, currency } = mailing.cart;
    const { incentives } = writing.facts;
    const incentive = chooseIncentive(step.offer, { subtotal: totals.subtotal, currency }, { incentives, rules: [] });
    const decisionId = decide(writing, mailing, mail, incentive);
    const draft = writeDraft(writing, mailing, { mail, step, incentive, decisionId });
    if (mail.oversight === "rejected" || mail.oversight === "waiting") continue;
    const messageId = writeMessage(writing, mailing, { mail, incentive, decisionId, draft });
    if (!mail.clickedAt) continue;
    const { position, clickedAt: at } = mail;
    const { enrollmentId } = mailing;
    touchpoints.push({ messageId, enrollmentId, channel: "email", position, kind: "click", by: "person", at });
    const clickedBeforeOrder = mailing.story.order !== null && mail.clickedAt < mailing.story.order.at;
    if (clickedBeforeOrder) lastClicked = incentive;
  }
  writeStop(writing, mailing);
  return { touchpoints, lastClicked };
}

function decide(
  { facts, rows, newId }: Writing,
  { enrollmentId, cart }: Mailing,
  mail: Mail,
  incentive: Incentive | null,
): string {
  const id = newId("decision", mail.decidedAt);
  const { position, decidedAt: at } = mail;
  const { tenantId } = facts;
  rows.decisions.push({
    tenantId,
    id,
    enrollmentId,
    position,
    ordinal: 1,
    kind: "send",
    incentiveId: incentive?.id,
    at,
  });
  if (incentive) {
    const amount = incentiveValue(incentive, cart.totals);
    const given = { tenantId, decisionId: id, incentiveId: incentive.id, validHours: incentive.validHours, at };
    rows.incentiveGrants.push({ ...given, amount, currency: cart.currency });
  }
  return id;
}

/** A refusal is a row too. Orders close an enrollment without asking for one. */
function writeStop({ facts, rows, newId }: Writing, { story, enrollmentId }: Mailing): void {
  const reason = story.closed?.reason;
  if (!story.closed || (reason !== "holdout" && reason !== "cart_emptied")) return;
  const { tenantId } = facts;
  const { at } = story.closed;
  const position = story.mails.length;
  rows.decisions.push({
    tenantId,
    id: newId("decision", at),
    enrollmentId,
    position,
    ordinal: 1,
    kind: "stop",
    reason,
    at,
  });
}

type Written = {
  mail: Mail;
  incentive: Incentive | null;
  decisionId: string;
  draft: { id: string; words: Parameters<typeof letter>[0]["words"] };
};

function writeMessage(
  { facts, rows, newId }: Writing,
  mailing: Mailing,
  { mail, incentive, decisionId, draft }: Written,
): string {
  const { cart, person, contactId, enrollmentId } = mailing;
  const { tenantId } = facts;
  const queuedAt = mail.reviewedAt ?? mail.decidedAt;
  const id = newId("message", queuedAt);
  const { lines, totals } = cart;
  const { language, firstName } = person;
  const sent = mail.sentAt;
  const link = (kind: "r" | "u") => `${facts.appUrl}/${kind}/${signLink({ kind, tenantId, messageId: id })}`;
  const links = { recovery: link("r"), unsubscribe: link("u") };
  const { subject, html, text } = letter({ words: draft.words, language, firstName, lines, totals, incentive, links });
  rows.messages.push({
    ...{ tenantId, id, decisionId, enrollmentId, contactId, html, text, subject },
    channel: "email",
    cartId: cart.id,
    draftId: draft.id,
    position: mail.position,
    incentiveId: incentive?.id,
    toAddress: person.address,
    fromAddress: `${shop.name} <${shop.senderAddress}>`,
    headers: {
      "List-Unsubscribe": `<${links.unsubscribe}/one-click>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
    targetUrl: withCode(cart.recoveryUrl ?? "", incentive?.code ?? null),
    status: sent ? "sent" : "stopped",
    reason: sent ? null : "ordered",
    dueAt: queuedAt,
    attempts: sent ? 1 : 0,
    mailer: sent ? "outbox" : null,
    providerId: sent ? `outbox_${id}` : null,
    sentAt: sent,
    createdAt: queuedAt,
  });
  writeReports({ facts, rows, newId }, mailing, mail, id);
  return id;
}

function writeReports(
  { facts, rows, newId }: Pick<Writing, "facts" | "rows" | "newId">,
  mailing: Mailing,
  mail: Mail,
  messageId: string,
): void {
  if (!mail.sentAt) return;
  const { tenantId } = facts;
  const report = (kind: MessageEventKind, at: Date) => {
    const id = newId("messageEvent", at);
    rows.messageEvents.push({ tenantId, id, messageId, providerEventId: `outbox_${id}`, kind, at });
  };
  const { ended } = mail;
  if (ended?.reason === "bounced") {
    report("bounced", ended.at);
    return;
  }
  const deliveredAt = new Date(mail.sentAt.getTime() + 800 + chance(messageId, "delivery") * 9000);
  if (deliveredAt <= facts.now) report("delivered", deliveredAt);
  const { enrollmentId, contactId } = mailing;
  const act = (kind: TouchKind, at: Date) =>
    rows.touchpoints.push({ tenantId, clickId: newId(kind, at), messageId, enrollmentId, contactId, kind, at });
  if (mail.openedAt) {
    report("opened", mail.openedAt);
    act("open", mail.openedAt);
  }
  if (ended?.reason === "complained") report("complained", ended.at);
  if (!mail.clickedAt) return;
  report("clicked", mail.clickedAt);
  act("click", mail.clickedAt);
}

function withCode(url: string, code: string | null): string {
  return code ? `${url}?discount=${encodeURIComponent(code)}` : url;
}
