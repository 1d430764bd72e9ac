import type { BrandVoice, Brief, ContactHistory, StorePolicies } from "./draft.ts";
import type { IncentiveKind } from "./incentive.ts";
import type { Money } from "./money.ts";
import type { StepPurpose, TemplateName } from "./sequence.ts";

/** From so many standing orders on a contact is treated as one of the shop's best. */
export const vipOrders = 5;

/** At most so many pieces left are called few. */
export const fewPieces = 5;

/** So many lines are told; of more, only the count. */
export const mostLines = 10;

/** The stored facts that a brief is put together from. `stock` counts the pieces left of each line, null where unknown. */
export type BriefSource = {
  language: string;
  step: { purpose: StepPurpose; template: TemplateName; position: number };
  contact: ContactHistory & { firstName: string | null };
  lines: { title: string; variantTitle: string | null; quantity: number }[];
  total: Money | null;
  incentive: { kind: IncentiveKind; percent: number | null; validHours: number | null; code?: string | null } | null;
  hints: Brief["hints"];
  stock: (number | null)[];
  loyaltyLine: boolean;
  brand: BrandVoice;
  store: StorePolicies;
};

/** Puts a brief together from stored facts, bounding every untrusted text. */
export function briefFor(source: BriefSource): Brief {
  const { incentive, contact, step } = source;
  const lines = source.lines.slice(0, mostLines).map((line, index) => ({
    id: `line.${index + 1}`,
    title: bound(line.title, 120),
    variantTitle: line.variantTitle ? bound(line.variantTitle, 60) : null,
    quantity: line.quantity,
  }));
  return {
    language: source.language,
    purpose: step.purpose,
    template: step.template,
    position: step.position,
    contact: {
      firstName: contact.firstName ? bound(contact.firstName, 40) : null,
      returning: contact.orders > 0,
      orders: contact.orders,
      lastOrderDays: contact.lastOrderDays,
      recoveries: contact.recoveries,
      spent: contact.spent ?? null,
      vip: contact.orders >= vipOrders,
    },
    lines,
    lineCount: source.lines.length,
    total: source.total,
    incentive: incentive && {
      kind: incentive.kind,
      percent: incentive.percent,
      hasDeadline: incentive.validHours !== null,
      hasCode: Boolean(incentive.code),
    },
    hints: source.hints,
    stock: lines.flatMap(({ id }, index) => {
      const left = source.stock[index] ?? null;
      return isFew(left) ? [{ lineId: id, left }] : [];
    }),
    loyaltyLine: source.loyaltyLine && contact.orders > 0,
    brand: boundVoice(source.brand),
    store: { returns: boundPolicy(source.store.returns), shipping: boundPolicy(source.store.shipping) },
  };
}

/** Whether so many pieces are few. Nothing left is not few: such a line cannot be bought at all. */
export function isFew(left: number | null): left is number {
  return left !== null && left > 0 && left <= fewPieces;
}

/** The fewest pieces left of any line, where these are few; `left` are the lines' counts, null where unknown. */
export function fewestLeft(left: (number | null)[]): number | null {
  const few = left.filter(isFew);
  return few.length > 0 ? Math.min(...few) : null;
}

function boundVoice({ name, tone, avoidWords, useWords, examples }: BrandVoice): BrandVoice {
  const words = (given: string[]) => given.slice(0, 50).map((word) => bound(word, 40));
  return {
    name: bound(name, 80),
    tone: bound(tone, 200),
    avoidWords: words(avoidWords),
    useWords: words(useWords),
    examples: examples.slice(0, 5).map((example) => bound(example, 300)),
  };
}

function boundPolicy(policy: string | null): string | null {
  return policy ? bound(policy, 200) || null : null;
}

function bound(text: string, length: number): string {
  return text
    .replace(/[\p{Cc}\p{Cf}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, length);
}
