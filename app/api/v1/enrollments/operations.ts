import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { listApiEnrollments } from "#db/api-enrollment-views.ts";
import { recordAudit } from "#db/audit.ts";
import { getCart } from "#db/carts.ts";
import { closeEnrollment, getEnrollment } from "#db/enrollments.ts";
import { AppError } from "#domain/app-error.ts";
import { closeReasons } from "#domain/enrollment.ts";
import { enterCart } from "#inngest/enroll-cart.ts";
import { announce, closures } from "#inngest/events.ts";
import { byId, id, instant, pageOf, paging } from "../shapes.ts";

const enrollment = z
  .strictObject({
    ...{ id, sequenceId: id, versionId: id, cartId: id, contactId: id, arm: z.string() },
    ...{ startedAt: instant, nextDueAt: instant.nullable(), closedAt: instant.nullable() },
    closeReason: z.enum(closeReasons).nullable(),
  })
  .meta({ id: "Enrollment", description: "One contact, one cart, one sequence version" });

export const listEnrollments = operation({
  id: "list_enrollments",
  method: "GET",
  path: "/enrollments",
  tag: "Enrollments",
  summary: "List enrollments, newest first",
  scope: "read",
  query: z.strictObject({
    open: z.stringbool().optional().meta({ description: "Only those that go on, or only the others" }),
    contact: z.string().min(1).max(320).optional().meta({ description: "Only those of this address" }),
    cartId: id.optional(),
    ...paging,
  }),
  answer: pageOf(enrollment),
  run: ({ scope, query }) => listApiEnrollments(scope, query),
});

export const startEnrollment = operation({
  id: "start_enrollment",
  method: "POST",
  path: "/carts/{id}/enrollments",
  tag: "Enrollments",
  summary: "Enter an abandoned cart into the live sequences that it may enter",
  description:
    "The same rules as when a cart is found abandoned: consent, suppression, entry filters, holdout, and once for each sequence. Answers with its open enrollments; none means that it may not enter.",
  scope: "send",
  params: byId,
  body: z.strictObject({
    sequenceId: id.optional().meta({ description: "Only into this one" }),
  }),
  answer: z.strictObject({ data: z.array(enrollment) }),
  example: { params: { id: "cart_01kh3…" }, body: {} },
  run: async ({ scope, actor, params, body, now, afterCommit }) => {
    const cart = await getCart(scope, params.id);
    if (!cart) throw new AppError("not_found", "There is no such cart");
    if (!cart.abandonedAt) throw new AppError("conflict", "This cart is not abandoned yet");
    const announcements = await enterCart(scope, { cartId: cart.id, sequenceId: body.sequenceId ?? null }, now);
    await recordAudit(scope, { actor, action: "enrollment.started", subjectId: cart.id, now });
    afterCommit(() => announce(announcements));
    const { data } = await listApiEnrollments(scope, { cartId: cart.id, open: true });
    return { data };
  },
});

export const stopEnrollment = operation({
  id: "stop_enrollment",
  method: "POST",
  path: "/enrollments/{id}/stop",
  tag: "Enrollments",
  summary: "Stop an enrollment: nothing more is sent for it",
  scope: "send",
  params: byId,
  answer: z.strictObject({ id, closedAt: instant, closeReason: z.enum(closeReasons) }),
  hints: { destructive: true, idempotent: true },
  run: async ({ scope, actor, params, now, afterCommit }) => {
    const found = await getEnrollment(scope, params.id);
    if (!found) throw new AppError("not_found", "There is no such enrollment");
    if (found.closedAt) throw new AppError("conflict", "This enrollment has ended already");
    await closeEnrollment(scope, params.id, "stopped_by_member", now);
    await recordAudit(scope, { actor, action: "enrollment.stopped", subjectId: params.id, now });
    afterCommit(() => announce(closures(scope.tenantId, [params.id])));
    return { id: params.id, closedAt: now.toISOString(), closeReason: "stopped_by_member" as const };
  },
});
