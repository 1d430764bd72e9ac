import type { GraphStep, GraphStepKind, SequenceGraph } from "../sequence-graph.ts";

/** A new step of a kind, as sensible as it can be before anybody has said more, leading nowhere. */
export function newGraphStep(kind: GraphStepKind, id: string): GraphStep {
  switch (kind) {
    case "message":
      return {
        ...{ id, kind, channel: "email", purpose: "reminder", template: "reminder", offer: { kind: "none" } },
        ...{ oversight: null, resendOf: null, next: null },
      };
    case "wait":
      return { id, kind, minutes: 24 * 60, from: "here", next: null };
    case "wait_until":
      return { id, kind, weekdays: [], hour: 10, minute: 0, next: null };
    case "wait_for_event":
      return { id, kind, event: "message_clicked", ofStep: null, timeoutMinutes: 24 * 60, came: null, timedOut: null };
    case "split":
      return { id, kind, when: null, yes: null, no: null };
    case "experiment":
      return {
        ...{ id, kind },
        arms: [
          { name: "A", weight: 50, next: null },
          { name: "B", weight: 50, next: null },
        ],
      };
    case "tag":
      return { id, kind, tag: "", act: "add", next: null };
    case "notify":
      return { id, kind, memberId: null, note: "", next: null };
    case "webhook":
      return { id, kind, url: "", next: null };
    case "end":
      return { id, kind };
  }
}

/** A sequence with a beginning and nothing behind it; it ends early as nearly every sequence should. */
export const emptyGraph: SequenceGraph = {
  version: 2,
  trigger: { kind: "cart_abandoned" },
  entry: null,
  exits: [{ kind: "order" }, { kind: "unsubscribe" }, { kind: "cart_emptied" }],
  start: null,
  steps: [],
};
