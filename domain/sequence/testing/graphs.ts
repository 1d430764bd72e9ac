import type { ConditionFacts } from "../../condition.ts";
import type { GraphStep, MessageStep, SequenceGraph } from "../../sequence-graph.ts";
import type { Catalogue } from "../fault-names.ts";

export const message = (id: string, next: string | null, change: Partial<MessageStep> = {}): MessageStep => ({
  ...{ id, kind: "message", next, channel: "email", purpose: "reminder", template: "reminder" },
  ...{ offer: { kind: "none" }, oversight: null, resendOf: null, ...change },
});

export const wait = (id: string, minutes: number, next: string | null): GraphStep => ({
  ...{ id, kind: "wait", minutes, from: "here", next },
});

export const waitFromEntry = (id: string, minutes: number, next: string | null): GraphStep => ({
  ...{ id, kind: "wait", minutes, from: "entry", next },
});

export const graph = (steps: GraphStep[], change: Partial<SequenceGraph> = {}): SequenceGraph => ({
  ...{ version: 2, trigger: { kind: "cart_abandoned" }, entry: null, start: steps[0]?.id ?? null, steps },
  ...{ exits: [{ kind: "order" }, { kind: "unsubscribe" }, { kind: "cart_emptied" }], ...change },
});

export const catalogue: Catalogue = {
  templates: new Set(["reminder", "percent-off"]),
  channels: new Set(["email"]),
  incentives: new Map([
    ["inc_ten", { hasBudget: true }],
    ["inc_spent", { hasBudget: false }],
  ]),
  members: new Set(["mem_1"]),
};

export const startedAt = new Date("2026-03-10T08:00:00Z");
export const facts: ConditionFacts = {
  now: startedAt,
  values: { "cart.value": { amount: 12_000, currency: "EUR" }, "customer.orders": 0, "contact.tags": ["VIP"] },
};
export const above = (amount: number) => ({
  ...({ kind: "test", field: "cart.value", op: "gt" } as const),
  value: { amount, currency: "EUR" },
});
export const tier = { kind: "test", field: "contact.loyaltyTier", op: "eq", value: "gold" } as const;

/** A sequence with every kind of step. */
export const full = graph(
  [
    wait("first-wait", 120, "hello"),
    message("hello", "opened"),
    {
      ...{ id: "opened", kind: "wait_for_event", event: "message_opened", ofStep: "hello", timeoutMinutes: 1_440 },
      ...{ came: "big", timedOut: "again" },
    },
    message("again", "big", { resendOf: "hello" }),
    { id: "big", kind: "split", when: above(10_000), yes: "call", no: "test" },
    { id: "call", kind: "notify", memberId: "mem_1", note: "Give them a ring", next: "tell" },
    { id: "tell", kind: "webhook", url: "https://crm.example.com/hook", next: "test" },
    {
      ...{ id: "test", kind: "experiment" },
      arms: [
        { name: "morning", weight: 50, next: "morning" },
        { name: "nothing", weight: 50, next: "mark" },
      ],
    },
    { id: "morning", kind: "wait_until", weekdays: ["mon", "thu"], hour: 9, minute: 30, next: "offer" },
    message("offer", "mark", { purpose: "incentive", offer: { kind: "incentive", incentiveId: "inc_ten" } }),
    { id: "mark", kind: "tag", tag: "reminded", act: "add", next: "end" },
    { id: "end", kind: "end" },
  ],
  { entry: { kind: "not", of: tier } },
);
