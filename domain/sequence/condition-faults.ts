import { type Condition, testsIn } from "../condition.ts";
import type { GraphFaultName } from "./fault-names.ts";

/** A condition that asks nothing, or asks after a message that the sequence does not hold. */
export function conditionFaultsOf(condition: Condition | null, messages: ReadonlySet<string>): GraphFaultName[] {
  if (!condition) return [];
  const tests = testsIn(condition);
  const lost = tests.some((test) => "step" in test && !messages.has(test.step));
  return [
    ...(tests.length === 0 ? ["empty_condition" as const] : []),
    ...(lost ? ["condition_of_no_message" as const] : []),
  ];
}
