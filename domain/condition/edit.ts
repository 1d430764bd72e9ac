import {
  type Condition,
  conditionFields,
  type FieldName,
  type FieldType,
  type StepField,
  stepFields,
  type Test,
} from "../condition.ts";
import type { SavedSegment } from "../segment-view.ts";
import { conditionSchema } from "./schema.ts";

/** Where a new question needs something to ask against: the tenant's currency, and the first message of the sequence. */
export type TestBasis = {
  currency: string;
  messageIds: string[];
  /** Conditions that were saved under a name, to be taken over. */
  segments?: SavedSegment[];
};

/** The operators that fit a field, the likeliest first. */
export function operatorsOf(field: FieldName | StepField): Test["op"][] {
  if (isStepField(field)) return ["eq"];
  const byType: Record<FieldType, Test["op"][]> = {
    money: ["gte", "lt", "gt", "lte", "eq", "ne"],
    number: ["gte", "lt", "eq", "ne", "gt", "lte"],
    text: ["eq", "ne", "in", "contains"],
    texts: ["contains", "in"],
    flag: ["eq"],
    moment: ["within"],
  };
  return [...byType[conditionFields[field]], "set"];
}

/** A question about a field that can be asked as it stands, for an editor to begin with. */
export function newTest(field: FieldName | StepField, basis: TestBasis, op: Test["op"] | null = null): Test {
  const chosen = op ?? operatorsOf(field)[0] ?? "set";
  const raw = isStepField(field)
    ? { kind: "test", field, op: "eq", value: true, step: basis.messageIds[0] ?? "message" }
    : { kind: "test", field, op: chosen, value: firstValue(field, chosen, basis.currency) };
  const read = conditionSchema.safeParse(raw);
  if (read.success && read.data.kind === "test") return read.data;
  return { kind: "test", field: "cart.lines", op: "gte", value: 1 };
}

/** The same question against another value; null where the value does not fit it. */
export function withValue(test: Test, value: unknown): Test | null {
  const read = conditionSchema.safeParse({ ...test, value });
  return read.success && read.data.kind === "test" ? read.data : null;
}

export function isStepField(field: string): field is StepField {
  return stepFields.some((known) => known === field);
}

/** The condition that asks the opposite: a double "not" is none. */
export function negated(condition: Condition): Condition {
  return condition.kind === "not" ? condition.of : { kind: "not", of: condition };
}

function firstValue(field: FieldName, op: Test["op"], currency: string): unknown {
  const type = conditionFields[field];
  if (op === "set" || type === "flag") return true;
  if (type === "money") return { amount: 5_000, currency };
  if (type === "number") return 1;
  if (type === "moment") return 30;
  const word = firstWords[field] ?? "any";
  return op === "in" ? [word] : word;
}

const firstWords: { [F in FieldName]?: string } = {
  "cart.phase": "checkout",
  "cart.device": "phone",
  "contact.country": "DE",
  "contact.language": "en",
  "contact.tags": "vip",
  "contact.loyaltyTier": "gold",
  "contact.consent": "granted",
};
