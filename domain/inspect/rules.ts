import type { Brief, FindingCode, SlotName } from "../draft.ts";
import type { ClaimKind } from "./lexicons.ts";

/**
 * What a kind of claim is called, and the fact that backs it. A claim with a `slot` is backed only in a sentence in which
 * that slot stands: what the shop's rows say is then read right beside it.
 */
export type Rule = { code: FindingCode; factIn?: (brief: Brief) => string | null; slot?: SlotName };

const when = (holds: boolean, id: string) => (holds ? id : null);
const shippingFact = (brief: Brief) => when(brief.incentive?.kind === "free_shipping", "incentive.kind");

export const rules: Record<ClaimKind, Rule> = {
  leak: { code: "leaked_instruction" },
  scraps: { code: "leaked_instruction" },
  half: { code: "incentive_claim" },
  shipping: { code: "incentive_claim", factIn: shippingFact },
  costless: { code: "incentive_claim", factIn: shippingFact },
  discount: {
    code: "incentive_claim",
    factIn: (brief) => when(brief.incentive?.kind === "percent", "incentive.percent"),
  },
  gift: { code: "incentive_claim" },
  surprise: { code: "incentive_claim" },
  offer: { code: "incentive_claim", factIn: (brief) => when(brief.incentive !== null, "incentive.kind") },
  code: { code: "code", factIn: (brief) => when(brief.incentive?.hasCode === true, "incentive.code") },
  exactDeadline: { code: "deadline" },
  deadline: { code: "deadline", factIn: (brief) => when(brief.incentive?.hasDeadline === true, "incentive.deadline") },
  urgency: { code: "deadline" },
  delivery: { code: "deadline", slot: "store.shipping" },
  demand: { code: "stock" },
  scarce: { code: "stock", slot: "stock.left" },
  stock: { code: "stock", slot: "stock.left" },
  guarantee: { code: "guarantee" },
  returns: { code: "guarantee", slot: "store.returns" },
  review: { code: "review_claim" },
  praise: { code: "review_claim" },
  health: { code: "health_claim" },
  effect: { code: "health_claim" },
  history: { code: "history_claim", factIn: (brief) => when(brief.contact.returning, "contact.returning") },
  past: { code: "history_claim", factIn: (brief) => when(brief.contact.returning, "contact.returning") },
  price: { code: "currency", slot: "cart.total" },
  quantity: { code: "number" },
  spam: { code: "spam_phrase" },
};
