import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { blockLabels, decisionReasonLabels } from "#components/cart/labels.ts";
import { listApiDecisions } from "#db/api-decision-views.ts";
import { readCartClock } from "#db/cart-clock-views.ts";
import { readCart } from "#db/cart-views.ts";
import { listCartWalks } from "#db/walk-views.ts";
import { cartStates } from "#domain/cart.ts";
import type { NextOnCart } from "#domain/cart-clock.ts";
import { closeReasons } from "#domain/enrollment.ts";
import { walkedKinds } from "#domain/sequence/walked.ts";
import { byId, id, instant, ours, reasonName } from "../shapes.ts";
import { decision } from "./shapes.ts";

const inWords = (description: string) => ours(z.string().meta({ description }));

const walk = z.strictObject({
  enrollmentId: id,
  sequenceId: id,
  sequence: z.string(),
  version: z.int(),
  standsAt: id.nullable().meta({ description: "The step that it waits at; null once it has ended" }),
  until: instant.nullable(),
  closedAt: instant.nullable(),
  closeReason: z.enum(closeReasons).nullable(),
  steps: z.array(
    z.strictObject({ stepId: id.nullable(), kind: z.enum(walkedKinds), outcome: z.string().nullable(), at: instant }),
  ),
});

const next = z.strictObject({
  kind: z.enum(["abandonment", "enrollment", "step", "review", "nothing"]),
  at: instant.nullable(),
  position: z.int().nullable().meta({ description: "Which of its sequence's messages, from 0" }),
  draftId: id.nullable().meta({ description: "The draft that waits for a person" }),
  reason: reasonName("Why nothing is sent, or what it waits for").nullable(),
});

export const explainCart = operation({
  id: "explain_cart",
  method: "GET",
  path: "/carts/{id}/explanation",
  tag: "Carts",
  summary: "Explain why a cart was or was not written to, and what comes next",
  description: "Its clock, every walk through a sequence, and every decision with its reason by name and in words.",
  scope: "read",
  params: byId,
  answer: z
    .strictObject({
      id,
      state: z.enum(cartStates),
      says: inWords("What comes next, or why nothing does, in one sentence"),
      lastActivityAt: instant,
      abandonmentDueAt: instant,
      abandonedAt: instant.nullable(),
      next,
      walks: z.array(walk),
      decisions: z.array(decision.extend({ says: inWords("The reason in words") })),
    })
    .meta({ id: "CartExplanation" }),
  example: { params: { id: "cart_01kh3…" } },
  run: async ({ scope, params, now }) => {
    const { id, state } = await readCart(scope, params.id);
    const { next: coming, ...clock } = await readCartClock(scope, id, now);
    const walks = await listCartWalks(scope, id);
    const decisions = await listApiDecisions(scope, id);
    return {
      ...{ id, state, says: saysOf(coming), ...clock, next: toldNext(coming) },
      walks: walks.map(({ id: enrollmentId, graph: _, versionId: __, steps, ...rest }) => ({
        ...{ enrollmentId, ...rest },
        steps: steps.map(({ ordinal: ___, ...step }) => step),
      })),
      decisions: decisions.map((one) => ({ ...one, says: one.reason ? decisionReasonLabels[one.reason] : "Sent" })),
    };
  },
});

type ToldNext = z.infer<typeof next>;

function toldNext(next: NextOnCart): ToldNext {
  const bare = { kind: next.kind, at: null, position: null, draftId: null, reason: null };
  if (next.kind === "nothing") return { ...bare, reason: next.reason };
  if (next.kind === "review") return { ...bare, at: next.at, draftId: next.draftId };
  if (next.kind === "step") return { ...bare, at: next.at, position: next.position, reason: next.waits };
  return { ...bare, at: next.at };
}

function saysOf(next: NextOnCart): string {
  switch (next.kind) {
    case "abandonment":
      return `Counts as abandoned at ${next.at} if it stays quiet`;
    case "enrollment":
      return "Is about to enter a sequence";
    case "review":
      return `A draft waits for a person${next.at ? ` until ${next.at}` : ""}`;
    case "step":
      return `Message ${next.position + 1} is taken up at ${next.at}${next.waits ? `: ${decisionReasonLabels[next.waits]}` : ""}`;
    case "nothing":
      return blockLabels[next.reason];
  }
}
