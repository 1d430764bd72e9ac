import { z } from "zod";
import {
  type Condition,
  comparisons,
  conditionFields,
  type FieldName,
  type FieldType,
  stepFields,
  type Test,
} from "../condition.ts";
import { isCurrency } from "../money.ts";

export const conditionFaults = [
  "not_a_condition",
  "unknown_field",
  "operator_mismatch",
  "type_mismatch",
  "condition_too_large",
] as const;
export type ConditionFault = (typeof conditionFaults)[number];

const mostTests = 100;
const mostLevels = 8;

/** Postgres holds neither NUL nor half a surrogate pair, and both evaluators must see the same text. */
const word = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => text.isWellFormed() && !text.includes("\0"));
const words = z.array(word).min(1).max(200);
const count = z.int().min(0).max(1_000_000_000);
const money = z.strictObject({ amount: z.int().min(0), currency: z.string().refine(isCurrency) });

/** By type of fact: its operators, each with what it is asked against. */
const operators: Record<FieldType, Partial<Record<Test["op"], z.ZodType>>> = {
  money: each(comparisons, money),
  number: each(comparisons, count),
  text: { eq: word, ne: word, contains: word, in: words },
  texts: { contains: word, in: words },
  flag: { eq: z.boolean() },
  moment: { within: z.int().min(0).max(36_500) },
};

function each(ops: readonly Test["op"][], value: z.ZodType): Partial<Record<Test["op"], z.ZodType>> {
  return Object.fromEntries(ops.map((op) => [op, value]));
}

const shape = z.strictObject({
  kind: z.literal("test"),
  field: z.string(),
  op: z.string(),
  value: z.unknown(),
  step: z.string().min(1).max(60).optional(),
});

const isField = (field: string): field is FieldName => Object.hasOwn(conditionFields, field);
const isStepField = (field: string) => stepFields.some((known) => known === field);

function testFault(raw: unknown): ConditionFault | null {
  const read = shape.safeParse(raw);
  if (!read.success) return "not_a_condition";
  const { field, op, value, step } = read.data;
  if (!isField(field) && !isStepField(field)) return "unknown_field";
  if ((step !== undefined) === isField(field)) return "not_a_condition";
  if (op === "set" && isField(field)) return typeof value === "boolean" ? null : "type_mismatch";
  const known = Object.entries(operators[isField(field) ? conditionFields[field] : "flag"]);
  const expected = known.find(([name]) => name === op)?.[1];
  if (!expected) return "operator_mismatch";
  return expected.safeParse(value).success ? null : "type_mismatch";
}

const test = z.unknown().transform((raw, context): Test => {
  const fault = testFault(raw);
  if (fault === null) return raw as Test;
  context.addIssue({ code: "custom", message: fault });
  return z.NEVER;
});

const node: z.ZodType<Condition> = z.lazy(() =>
  z.unknown().transform((raw, context): Condition => {
    const read = (groups[kindOf(raw)] ?? test).safeParse(raw);
    if (read.success) return read.data;
    for (const { path, message } of read.error.issues) context.addIssue({ code: "custom", path, message });
    return z.NEVER;
  }),
);
const part = z.array(node).max(mostTests);
const groups: Record<string, z.ZodType<Condition>> = {
  all: z.strictObject({ kind: z.literal("all"), of: part }),
  any: z.strictObject({ kind: z.literal("any"), of: part }),
  not: z.strictObject({ kind: z.literal("not"), of: node }),
};

function kindOf(raw: unknown): string {
  return typeof raw === "object" && raw !== null && "kind" in raw ? String(raw.kind) : "";
}

/** A condition from outside. Issues carry a `ConditionFault` as their message and point at the question that is wrong. */
export const conditionSchema: z.ZodType<Condition> = z
  .unknown()
  .transform((raw, context) => {
    if (isSmall(raw)) return raw;
    context.addIssue({ code: "custom", message: "condition_too_large" satisfies ConditionFault });
    return z.NEVER;
  })
  .pipe(node);

/** Level by level, because what is nested without end must not be walked into. */
function isSmall(raw: unknown): boolean {
  let level: unknown[] = [raw];
  let seen = 0;
  for (let depth = 0; level.length > 0; depth++) {
    seen += level.length;
    if (depth >= mostLevels || seen > mostTests * 2) return false;
    level = level.flatMap((one) => (typeof one === "object" && one !== null && "of" in one ? [one.of].flat(1) : []));
  }
  return true;
}
