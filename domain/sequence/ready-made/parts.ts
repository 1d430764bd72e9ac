import type { Condition, Test } from "../../condition.ts";
import type { TemplateName } from "../../sequence.ts";
import type { GraphStep, MessageStep, SequenceGraph, SplitStep, Trigger } from "../../sequence-graph.ts";

/** A sequence to begin with: what it is for, when each message leaves, and why so. */
export type ReadyMade = { key: string; name: string; purpose: string; timing: string; graph: SequenceGraph };

/** The question whether a cart is worth so many units of the tenant's currency. */
export type Worth = (amount: number) => Test;

export const hour = 60;
export const day = 24 * hour;

type Words = { template: TemplateName } & Partial<Pick<MessageStep, "purpose" | "offer" | "oversight" | "resendOf">>;

export function message(id: string, next: string | null, words: Words): MessageStep {
  const usual = {
    channel: "email",
    purpose: "reminder",
    offer: { kind: "none" },
    oversight: null,
    resendOf: null,
  } as const;
  return { id, kind: "message", ...usual, ...words, next };
}

export const wait = (id: string, minutes: number, next: string | null): GraphStep => ({
  ...{ id, kind: "wait", minutes, from: "here", next },
});
export const split = (id: string, when: Condition, ways: Pick<SplitStep, "yes" | "no">): GraphStep => ({
  ...{ id, kind: "split", when, ...ways },
});

/** A wait before each message, one after the other. */
export function line(...stations: [minutes: number, id: string, words: Words][]): GraphStep[] {
  return stations.flatMap(([minutes, id, words], place) => {
    const after = stations[place + 1];
    return [wait(`${id}-wait`, minutes, id), message(id, after ? `${after[1]}-wait` : null, words)];
  });
}

export function graph(
  trigger: Trigger["kind"] | Trigger,
  steps: GraphStep[],
  entry: Condition | null = null,
): SequenceGraph {
  const begun = typeof trigger === "string" ? triggerOf(trigger) : trigger;
  const leaving = { kind: "unsubscribe" } as const;
  const buying = begun.kind === "order_placed" || begun.kind === "order_recovered";
  const exits = buying ? [leaving] : [{ kind: "order" as const }, leaving, ...emptied(begun)];
  return { version: 2, trigger: begun, entry, exits, start: steps[0]?.id ?? null, steps };
}

const triggerOf = (kind: Trigger["kind"]): Trigger => (kind === "time_since_order" ? { kind, days: 90 } : { kind });
const emptied = ({ kind }: Trigger) =>
  kind === "cart_abandoned" || kind === "checkout_abandoned" ? [{ kind: "cart_emptied" as const }] : [];

export const all = (...of: Test[]): Condition => ({ kind: "all", of });
export const orders = (op: "eq" | "gte", value: number): Test => ({
  kind: "test",
  field: "customer.orders",
  op,
  value,
});
export const clicked = (step: string): Test => ({ kind: "test", field: "step.clicked", step, op: "eq", value: true });
export const byRules = { kind: "rules" } as const;
