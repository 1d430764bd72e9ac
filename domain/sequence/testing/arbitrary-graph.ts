import fc from "fast-check";
import type { GraphStep, SequenceGraph } from "../../sequence-graph.ts";

const lead = (count: number) =>
  fc.option(
    fc.integer({ min: 0, max: count - 1 }).map((n) => `s${n}`),
    { nil: null },
  );

function step(id: string, count: number): fc.Arbitrary<GraphStep> {
  const to = lead(count);
  const message = { kind: "message", channel: "email", purpose: "reminder", template: "reminder" } as const;
  const arms = fc.array(fc.record({ name: fc.constant("arm"), weight: fc.constant(50), next: to }), { maxLength: 4 });
  return fc.oneof(
    to.map((next): GraphStep => ({ id, next, ...message, offer: { kind: "none" }, oversight: null, resendOf: null })),
    to.map((next): GraphStep => ({ id, kind: "wait", minutes: 60, from: "here", next })),
    fc.tuple(to, to).map(([yes, no]): GraphStep => ({ id, kind: "split", when: null, yes, no })),
    fc.tuple(to, to).map(
      ([came, timedOut]): GraphStep => ({
        ...{ id, kind: "wait_for_event", event: "message_opened", ofStep: null },
        ...{ timeoutMinutes: 60, came, timedOut },
      }),
    ),
    arms.map((all): GraphStep => ({ id, kind: "experiment", arms: all })),
    fc.constant<GraphStep>({ id, kind: "end" }),
  );
}

/** Any graph of up to twelve steps: with rings, with steps that nothing leads to, with ways that meet. */
export const arbitraryGraph: fc.Arbitrary<SequenceGraph> = fc.integer({ min: 1, max: 12 }).chain((count) =>
  fc.record({
    version: fc.constant(2 as const),
    trigger: fc.constant({ kind: "cart_abandoned" as const }),
    entry: fc.constant(null),
    exits: fc.constant([]),
    start: lead(count),
    steps: fc.tuple(...Array.from({ length: count }, (_, n) => step(`s${n}`, count))),
  }),
);
