import type { CartStandsFor } from "./cart.ts";

export const enrollmentRefusals = [
  "no_contact",
  "suppressed",
  "no_consent",
  "already_enrolled",
  "sequence_withdrawn",
  "sequence_paused",
  "not_admitted",
] as const;
export type EnrollmentRefusal = (typeof enrollmentRefusals)[number];

/** Why a visit or an order let nobody into a sequence; `carted` visits ended in a basket, which has sequences of its own. */
export const triggerRefusals = [...enrollmentRefusals, "carted", "ordered", "nothing_to_show", "cancelled"] as const;
export type TriggerRefusal = (typeof triggerRefusals)[number];

export const closeReasons = [
  "ordered",
  "cart_emptied",
  "order_cancelled",
  "suppressed",
  "no_consent",
  "tenant_paused",
  "sequence_withdrawn",
  "expired",
  "superseded",
  "finished",
  "holdout",
  "stopped_by_member",
  "exit_condition",
] as const;
export type CloseReason = (typeof closeReasons)[number];

export const consentRules = ["not_withdrawn", "explicit"] as const;
/** `explicit`: only who said yes. `not_withdrawn`: who gave the address at checkout and never said no. */
export type ConsentRule = (typeof consentRules)[number];

/** Whether a contact's latest consent satisfies the tenant's rule. */
export function hasConsent(rule: ConsentRule, latest: "granted" | "withdrawn" | null): boolean {
  return rule === "explicit" ? latest === "granted" : latest !== "withdrawn";
}

/**
 * The rule for a cart: an address that only a browser claimed is written to when its person said yes, and so is whoever
 * only looked, for no checkout asked them. What follows an order keeps to the tenant's rule, like a cart.
 */
export function ruleFor(
  cart: { claimed: boolean; standsFor?: CartStandsFor },
  policy: { consentRule: ConsentRule },
): ConsentRule {
  return cart.claimed || cart.standsFor === "visit" ? "explicit" : policy.consentRule;
}

/** Why an abandoned cart may not enter a sequence, first reason wins; null when it may. */
export function enrollmentRefusal(facts: {
  hasContact: boolean;
  suppressed: boolean;
  consent: boolean;
  published: boolean;
  /** That what is published rests. */
  paused?: boolean;
  enrolledBefore: boolean;
}): EnrollmentRefusal | null {
  if (!facts.hasContact) return "no_contact";
  if (!facts.published) return "sequence_withdrawn";
  if (facts.paused) return "sequence_paused";
  if (facts.enrolledBefore) return "already_enrolled";
  if (facts.suppressed) return "suppressed";
  return facts.consent ? null : "no_consent";
}

/**
 * The arm of a contact: a hash of experiment and address picks a point in [0, 1) on the arms laid end to end.
 * Sticky by construction, independent between experiments. FNV-1a (Fowler, Noll, Vo) with Murmur3's finalizer.
 */
export function chooseArm<A extends { share: number }>(experimentId: string, address: string, arms: A[]): A | null {
  const whole = arms.reduce((sum, arm) => sum + arm.share, 0);
  let point = hashToUnit(`${experimentId}|${address}`) * whole;
  for (const arm of arms) {
    if (point < arm.share) return arm;
    point -= arm.share;
  }
  return arms.at(-1) ?? null;
}

/** A text's stable place in [0, 1), uniform to 32 bits. */
export function hashToUnit(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** The version that an enrollment walks: the one it entered on, or the later one that somebody moved it to. */
export function walkedVersion(enrollment: { versionId: string; movedToVersionId: string | null }): string {
  return enrollment.movedToVersionId ?? enrollment.versionId;
}
