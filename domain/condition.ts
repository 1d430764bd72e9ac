import type { Money } from "./money.ts";

/**
 * Every fact that a condition may ask for, with its type. Texts are compared exactly, countries in upper and languages in
 * lower case. `moment` is a time or null for "never", which is known, unlike a fact that nobody has told us.
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
  "cart.device": "text",
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
 * `within` whether a moment lies within so many days before now, `set` whether there is anything: a fact that is known, a list
 * that is not empty, a moment that came.
 */
export type Test =
  | { kind: "test"; field: FieldOf<"money">; op: Comparison; value: Money }
  | { kind: "test"; field: FieldOf<"number">; op: Comparison; value: number }
  | { kind: "test"; field: FieldOf<"text">; op: "eq" | "ne"; value: string }
  | { kind: "test"; field: FieldOf<"text">; op: "contains"; value: string }
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
  moment: Date | null;
};

/** What is known at one moment; a fact that is absent is unknown. `steps` is absent where no sequence is walked. */
export type ConditionFacts = {
  now: Date;
  values: { [F in FieldName]?: FactValues[ConditionFields[F]] };
  steps?: Record<string, StepResult>;
};

/** True, false, or null where a fact is unknown. */
export type Answer = boolean | null;

/**
 * Whether a condition holds, in the three-valued logic of SQL (Kleene's strong one): a question about an unknown fact, or
 * about an amount in another currency, has no answer; `all` is false as soon as one is, `any` true as soon as one is, and
 * otherwise an unanswered part leaves the whole unanswered. `set` always answers.
 */
export function holds(condition: Condition, facts: ConditionFacts): Answer {
  switch (condition.kind) {
    case "all":
      return firstOf(false, condition.of, facts);
    case "any":
      return firstOf(true, condition.of, facts);
    case "not": {
      const answer = holds(condition.of, facts);
      return answer === null ? null : !answer;
    }
    case "test":
      return answerTo(condition, facts);
  }
}

function firstOf(deciding: boolean, parts: Condition[], facts: ConditionFacts): Answer {
  let whole: Answer = !deciding;
  for (const part of parts) {
    const answer = holds(part, facts);
    if (answer === deciding) return deciding;
    if (answer === null) whole = null;
  }
  return whole;
}

function answerTo(test: Test, facts: ConditionFacts): Answer {
  if ("step" in test) return facts.steps ? resultOf(test, facts.steps) === test.value : null;
  const fact = facts.values[test.field];
  if (test.op === "set") return isSet(fact) === test.value;
  if (fact === undefined) return null;
  if (fact === null || fact instanceof Date) return isWithin(test, fact, facts.now);
  if (Array.isArray(fact)) return listOf(test.value).some((one) => fact.includes(one));
  if (typeof fact === "number") return typeof test.value === "number" && compare(test.op, fact, test.value);
  if (typeof fact === "boolean") return fact === test.value;
  return typeof fact === "string" ? answerText(test, fact) : compareMoney(test, fact);
}

function resultOf(test: Extract<Test, { step: string }>, steps: Record<string, StepResult>): boolean {
  const result = steps[test.step];
  if (!result) return false;
  if (test.field === "step.sent") return result.sent;
  return test.field === "step.opened" ? result.opened : result.clicked;
}

type Fact = FactValues[FieldType];

function isSet(fact: Fact | undefined): boolean {
  return Array.isArray(fact) ? fact.length > 0 : fact !== undefined && fact !== null;
}

function compareMoney(test: Test, fact: MoneyFact): Answer {
  if (typeof test.value !== "object" || Array.isArray(test.value)) return null;
  if (fact.currency !== null && fact.currency !== test.value.currency) return null;
  return compare(test.op, fact.amount, test.value.amount);
}

function compare(op: Test["op"], fact: number, value: number): boolean {
  if (op === "eq") return fact === value;
  if (op === "ne") return fact !== value;
  if (op === "lt") return fact < value;
  if (op === "lte") return fact <= value;
  return op === "gt" ? fact > value : fact >= value;
}

function isWithin(test: Test, fact: Date | null, now: Date): boolean {
  if (fact === null || typeof test.value !== "number") return false;
  return fact.getTime() >= now.getTime() - test.value * 86_400_000;
}

function answerText(test: Test, fact: string): boolean {
  if (test.op === "contains") return typeof test.value === "string" && fact.includes(test.value);
  return listOf(test.value).includes(fact) === (test.op !== "ne");
}

function listOf(value: Test["value"]): string[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string" ? [value] : [];
}

/** Every question within a condition, in reading order. */
export function testsIn(condition: Condition): Test[] {
  if (condition.kind === "test") return [condition];
  return condition.kind === "not" ? testsIn(condition.of) : condition.of.flatMap(testsIn);
}
