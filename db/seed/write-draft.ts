import { briefFor } from "#domain/brief.ts";
import type { Finding, Words } from "#domain/draft.ts";
import { patternOf } from "#domain/draft-pattern.ts";
import type { Incentive } from "#domain/incentive.ts";
import type { Step } from "#domain/sequence.ts";
import { isSavedTemplate } from "#domain/template-ref.ts";
import { draftHash } from "../drafts.ts";
import { minute } from "./calendar.ts";
import { shop } from "./cast.ts";
import { chance } from "./chance.ts";
import type { Mail } from "./story.ts";
import { avoided, editedWords, wordsFor, wordsToQuestion } from "./words.ts";
import type { Mailing, Writing } from "./writing.ts";

type Drafting = { mail: Mail; step: Step; incentive: Incentive | null; decisionId: string };

/** The demo's own sequences wear built-in templates. */
const builtIn = ({ template }: Drafting["step"]) => (isSavedTemplate(template) ? "reminder" : template);

const rejections = ["Too chatty for a first note.", "She wrote to us yesterday, Tomasz answers by hand."];

/** The draft of a decision with its verdict; returns the one whose words were to be sent. */
export function writeDraft(writing: Writing, mailing: Mailing, drafting: Drafting): { id: string; words: Words } {
  const { facts, rows, newId } = writing;
  const { mail, step } = drafting;
  const { tenantId } = facts;
  const held = mail.oversight !== "automatic";
  const { language } = mailing.person;
  const plain = wordsFor(builtIn(step), language, chance(mailing.subject, `turn ${mail.position}`));
  const words = held ? wordsToQuestion(plain, language) : plain;
  const first = draftRow(writing, mailing, drafting, { words, attempt: 1, findings: held ? questioned(language) : [] });
  if (held) {
    first.heldReason = "finding";
    first.reviewDueAt = new Date(mail.decidedAt.getTime() + facts.reviewMinutes * minute);
  }
  rows.drafts.push(first);
  if (!mail.reviewedAt || mail.oversight === "waiting") return { id: first.id, words };
  const verdict = mail.oversight === "automatic" ? "approved" : mail.oversight;
  const edited =
    verdict === "edited" ? editedDraft(writing, mailing, drafting, { words, replacesDraftId: first.id }) : null;
  rows.reviews.push({
    tenantId,
    id: newId("review", mail.reviewedAt),
    draftId: first.id,
    kind: held ? verdict : "passed",
    verdict,
    ...{ sequenceId: facts.sequenceId, stepId: step.id, language },
    byKind: held ? "member" : "policy",
    byId: held ? facts.marketerId : null,
    reason: verdict === "rejected" ? (rejections[mail.position % rejections.length] ?? null) : held ? null : first.mode,
    wordsHash: first.wordsHash,
    editedDraftId: edited?.id,
    at: mail.reviewedAt,
  });
  if (edited) rows.drafts.push(edited);
  return edited ? { id: edited.id, words: editedWords(words) } : { id: first.id, words };
}

function editedDraft(
  writing: Writing,
  mailing: Mailing,
  drafting: Drafting,
  { words, replacesDraftId }: { words: Words; replacesDraftId: string },
) {
  const row = draftRow(writing, mailing, drafting, { words: editedWords(words), attempt: 2, findings: [] });
  const createdAt = drafting.mail.reviewedAt ?? row.createdAt;
  return {
    ...row,
    replacesDraftId,
    writer: "member" as const,
    authorId: writing.facts.marketerId,
    createdAt,
    latencyMs: 0,
  };
}

function draftRow(
  { facts, newId, ordersOf }: Writing,
  { person, cart, contactId, subject }: Mailing,
  { mail, step, incentive, decisionId }: Drafting,
  made: { words: Words; attempt: number; findings: Finding[] },
): Writing["rows"]["drafts"][number] {
  const createdAt = new Date(mail.decidedAt.getTime() + 120);
  const { language, firstName } = person;
  const orders = ordersOf.get(contactId) ?? 0;
  const brief = briefFor({
    language,
    step: { purpose: step.purpose, template: builtIn(step), position: mail.position },
    contact: { firstName, orders, lastOrderDays: null, recoveries: 0 },
    lines: cart.lines,
    total: { amount: cart.totals.total, currency: cart.currency },
    incentive,
    hints: { shippingCostSeen: (cart.totals.shipping ?? 0) > 0, device: cart.device ?? null, hoursAway: null },
    stock: [],
    loyaltyLine: true,
    brand: shop,
    store: { returns: shop.returnsPolicy, shipping: shop.shippingPolicy },
  });
  return {
    tenantId: facts.tenantId,
    id: newId("draft", createdAt),
    decisionId,
    attempt: made.attempt,
    writer: "scripted",
    pattern: patternOf({
      ...{ sequenceId: facts.sequenceId, stepId: step.id, language },
      ...{ returning: orders > 0, incentiveId: incentive?.id ?? null },
    }),
    brief,
    subjects: [made.words.subject],
    words: made.words,
    findings: made.findings,
    wordsHash: draftHash(made.words, brief),
    language,
    chosen: true,
    mode: "monitored",
    inputTokens: 0,
    outputTokens: 0,
    latencyMs: Math.round(2 + chance(subject, "latency") * 6),
    createdAt,
  };
}

/** What the inspection asks a person about: a word that the brand avoids, though here it is meant kindly. */
function questioned(language: "en" | "de"): Finding[] {
  return [{ code: "avoided_word", severity: "flag", field: "paragraphs", excerpt: avoided[language] }];
}
