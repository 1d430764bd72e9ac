import type { Money } from "./money.ts";

/**
 * Every fact that a condition may ask for, with its type. Texts are compared exactly, countries in upper and languages in
 * lower case. `moment` is a time that may be "never", which is known, unlike a fact that nobody has told us.
 */
export const conditionFields = {
  "cart.value": "money",
  "cart.lines": "number",
  "cart.quantity": "number",
  "cart.products": "texts",
  "cart.categories": "texts",
  "cart.brands": "texts",
  "cart.discounted": "flag",
  "cart.phase": "text",
  "cart.shop": "text",
  "cart.loggedIn": "flag",
  "customer.lifetimeValue": "money",
  "customer.orders": "number",
  "customer.daysSinceOrder": "number",
  "customer.abandonments": "number",
  "customer.discountsUsed": "number",
  "contact.country": "text",
  "contact.language": "text",
  "contact.tags": "texts",
  "contact.loyaltyTier": "text",
  "contact.consent": "text",
  "engagement.opened": "moment",
  "engagement.clicked": "moment",
} as const;
export type ConditionFields = typeof conditionFields;
export type FieldName = keyof ConditionFields;
export type FieldType = ConditionFields[FieldName];
type FieldOf<T extends FieldType> = { [F in FieldName]: ConditionFields[F] extends T ? F : never }[FieldName];

/** What became of a message step of this enrollment. */
export const stepFields = ["step.sent", "step.opened", "step.clicked"] as const;
export type StepField = (typeof stepFields)[number];
export type StepResult = { sent: boolean; opened: boolean; clicked: boolean };

export const comparisons = ["eq", "ne", "lt", "lte", "gt", "gte"] as const;
export type Comparison = (typeof comparisons)[number];

/**
 * One question about one fact. `contains` asks a text for a part and a list for a member, `in` for any of several,
 * `within` whether a moment lies within so many days before now, `set` whether the fact is known (of a moment: ever).
 */
export type Test =
  | { kind: "test"; field: FieldOf<"money">; op: Comparison; value: Money }
  | { kind: "test"; field: FieldOf<"number">; op: Comparison; value: number }
  | { kind: "test"; field: FieldOf<"text">; op: "eq" | "ne" | "contains"; value: string }
  | { kind: "test"; field: FieldOf<"text">; op: "in"; value: string[] }
  | { kind: "test"; field: FieldOf<"texts">; op: "contains"; value: string }
  | { kind: "test"; field: FieldOf<"texts">; op: "in"; value: string[] }
  | { kind: "test"; field: FieldOf<"flag">; op: "eq"; value: boolean }
  | { kind: "test"; field: FieldOf<"moment">; op: "within"; value: number }
  | { kind: "test"; field: FieldName; op: "set"; value: boolean }
  | { kind: "test"; field: StepField; step: string; op: "eq"; value: boolean };

/** A yes/no question over facts. `all` of nothing holds, `any` of nothing does not. */
export type Condition =
  | { kind: "all"; of: Condition[] }
  | { kind: "any"; of: Condition[] }
  | { kind: "not"; of: Condition }
  | Test;

/** An amount to be compared with one of the same currency; zero without a currency is zero in all of them. */
export type MoneyFact = { amount: number; currency: string | null };
export type FactValues = {
  money: MoneyFact;
  number: number;
  text: string;
  texts: string[];
  flag: boolean;
  moment: Date | "never";
};

/** What is known at one moment; a fact that is absent is unknown. `steps` is absent where no sequence is walked. */
export type ConditionFacts = {
  now: Date;
  values: { [F in FieldName]?: FactValues[ConditionFields[F]] };
  steps?: Record<string, StepResult>;
};
