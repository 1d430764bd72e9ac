import type { AskedOf } from "#db/answers.ts";
import { stockOfLines } from "#db/brief-facts.ts";
import type { Cart } from "#db/carts.ts";
import { signLink } from "#db/link-tokens.ts";
import type { Scope } from "#db/scope.ts";
import { getBrand, getTenant } from "#db/tenants.ts";
import type { AnswerFacts, AnswerIntent } from "#domain/answer-facts.ts";
import { topicsIn } from "#domain/answer-topics.ts";
import { framed } from "#domain/answer-words.ts";
import { briefFor, fewestLeft, mostLines } from "#domain/brief.ts";
import type { Brief, StorePolicies } from "#domain/draft.ts";
import { spokenLanguage } from "#domain/inspect/spoken-language.ts";
import { knownLanguage, type Language, languageOf } from "#domain/language.ts";
import { slotFactsOf } from "#domain/slot-facts.ts";
import { fillWords, type SlotFacts } from "#domain/slots.ts";
import { env } from "#env";
import { policiesIn } from "./load-slot-rows.ts";

/** What an answer is written from, and what its slots are filled with. */
export type AnswerGround = { brief: Brief; facts: SlotFacts };

const mostSaid = 4_000;

/** Puts together from rows what the writer is told of a mail. There is never an incentive: no answer offers one. */
export async function loadAnswerGround(scope: Scope, asked: AskedOf): Promise<AnswerGround> {
  const { mail, cart, contact, order } = asked;
  const [tenant, brand] = [await getTenant(scope), await getBrand(scope)];
  const language = languageOfMail(asked, tenant.language);
  const left = cart ? await stockOfLines(scope, cart.shopId, cart.lines.slice(0, mostLines)) : [];
  const store = policiesIn(language, tenant, brand);
  const cartLink = linkTo(scope, asked);
  const answer: AnswerFacts = {
    intent: intentOf(asked),
    topics: mail.intent === "question" ? topicsIn(`${mail.subject}\n${mail.text}`, language) : [],
    said: mail.text.replace(/\s+/g, " ").trim().slice(0, mostSaid),
    hasOrder: order !== null,
    hasCartLink: cartLink !== null,
  };
  const brief = { ...briefOf(asked, { language, stock: left, brand, store }), answer };
  const facts = slotFactsOf({
    ...{ language, timeZone: tenant.timeZone, firstName: contact?.firstName ?? null, incentive: null },
    ...{ firstTitle: cart?.lines[0]?.title ?? null, lineCount: cart?.lines.length ?? 0, total: totalOf(cart) },
    ...{ stockLeft: fewestLeft(left), store, brandName: brand.name, cartLink },
    order: order && { name: order.number, placedAt: order.orderedAt },
  });
  return { brief, facts };
}

function intentOf({ mail }: AskedOf): AnswerIntent {
  return mail.intent === "complaint" || mail.intent === "bought_elsewhere" ? mail.intent : "question";
}

/** The language that they wrote in, else the one that they are written to in. */
function languageOfMail({ mail, contact }: AskedOf, home: string): Language {
  return knownLanguage(mail.language) ?? spokenLanguage(mail.text) ?? languageOf(contact?.language ?? home);
}

const totalOf = (cart: Cart | null) => cart && { amount: cart.totals.total, currency: cart.currency };

/** By the message that they answered, so that a click counts for it; none to a cart that was bought or emptied. */
function linkTo(scope: Scope, { conversation: { messageId }, cart }: AskedOf): string | null {
  if (!messageId || !cart || cart.orderedAt || cart.lines.length === 0) return null;
  return `${env().APP_URL}/r/${signLink({ kind: "r", tenantId: scope.tenantId, messageId })}`;
}

type Told = { language: Language; stock: (number | null)[]; brand: Brief["brand"]; store: StorePolicies };

function briefOf({ contact, cart }: AskedOf, { language, stock, brand, store }: Told): Brief {
  return briefFor({
    ...{ language, stock, brand, store, incentive: null, loyaltyLine: false },
    step: { purpose: "help", template: "reminder", position: 0 },
    contact: { firstName: contact?.firstName ?? null, orders: 0, lastOrderDays: null, recoveries: 0, spent: null },
    lines: cart?.lines ?? [],
    total: totalOf(cart),
    hints: { shippingCostSeen: false, device: null, hoursAway: null },
  });
}

/** The answer as it is sent: its slots filled, and the mailbox's signature below. */
export function answerText(paragraphs: string[], { facts }: AnswerGround, signature: string): string {
  return [...fillWords(framed(paragraphs), facts).paragraphs, signature.trim()].filter(Boolean).join("\n\n");
}
