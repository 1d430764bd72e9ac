import fc from "fast-check";
import {
  type Condition,
  comparisons,
  conditionFields,
  type FieldName,
  type FieldType,
  stepFields,
  type Test,
} from "../../condition.ts";

/** Few of each, so that random questions meet random facts. */
export const texts = [
  "DE",
  "de",
  "US",
  "en",
  "fr",
  "VIP",
  "sale",
  "Größe",
  "100%_",
  "never",
  "cart",
  "granted",
  "phone",
  "1",
  "2",
  "",
] as const;
export const currencies = ["EUR", "USD", "JPY"] as const;
export const amounts = [0, 1, 999, 1_000, 1_001, 5_000, -200] as const;
export const stepIds = ["first", "second"] as const;

const word = fc.constantFrom(...texts.filter((text) => text !== ""));
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 3 });
const count = fc.integer({ min: 0, max: 6 });
const comparison = fc.constantFrom(...comparisons);
const money = fc.record({
  amount: fc.constantFrom(...amounts.filter((amount) => amount >= 0)),
  currency: fc.constantFrom(...currencies),
});

const fieldsOf = <T extends FieldType>(type: T) =>
  fc.constantFrom(
    ...Object.keys(conditionFields).filter(
      (name): name is Extract<Test, { op: "set" }>["field"] => conditionFields[name as FieldName] === type,
    ),
  );

const kind = fc.constant("test" as const);
const op = <Name extends string>(name: Name) => fc.constant(name);

/** Questions of every kind, as they come out of the parser. */
export const test: fc.Arbitrary<Test> = fc.oneof(
  fc.record({ kind, field: fieldsOf("money"), op: comparison, value: money }),
  fc.record({ kind, field: fieldsOf("number"), op: comparison, value: count }),
  fc.record({ kind, field: fieldsOf("text"), op: fc.constantFrom("eq", "ne", "contains"), value: word }),
  fc.record({ kind, field: fieldsOf("text"), op: op("in"), value: words }),
  fc.record({ kind, field: fieldsOf("texts"), op: op("contains"), value: word }),
  fc.record({ kind, field: fieldsOf("texts"), op: op("in"), value: words }),
  fc.record({ kind, field: fieldsOf("flag"), op: op("eq"), value: fc.boolean() }),
  fc.record({ kind, field: fieldsOf("moment"), op: op("within"), value: count }),
  fc.record({
    ...{ kind, op: op("set"), value: fc.boolean() },
    field: fc.oneof(...(["money", "number", "text", "texts", "flag", "moment"] as const).map(fieldsOf)),
  }),
  fc.record({
    ...{ kind, op: op("eq"), value: fc.boolean() },
    ...{ field: fc.constantFrom(...stepFields), step: fc.constantFrom(...stepIds, "unknown") },
  }),
) as fc.Arbitrary<Test>;

export const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    test,
    fc.record({ kind: fc.constant("not" as const), of: tie("node") }),
    fc.record({ kind: fc.constantFrom("all" as const, "any" as const), of: fc.array(tie("node"), { maxLength: 3 }) }),
  ),
})).node;
