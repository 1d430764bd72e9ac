import { sql } from "drizzle-orm";
import { AppError } from "#domain/app-error.ts";
import { type CartClock, cartClock } from "#domain/cart-clock.ts";
import type { WaitReason } from "#domain/decision.ts";
import type { CloseReason, EnrollmentRefusal } from "#domain/enrollment.ts";
import type { Scope } from "./scope.ts";
import { standsAtEffect } from "./walks.ts";

type Facts = {
  line_count: number;
  contact_id: string | null;
  last_activity_at: string;
  abandoned_at: string | null;
  ordered_at: string | null;
  deleted_at: string | null;
  merged_into: string | null;
  refusal: EnrollmentRefusal | null;
  threshold: number;
  enrollment_id: string | null;
  next_due_at: string | null;
  closed_at: string | null;
  close_reason: CloseReason | null;
  arm_kind: string | null;
  position: number;
  waits: WaitReason | null;
  draft_id: string | null;
  review_due_at: string | null;
};

const instant = (text: string | null): Date | null => (text ? new Date(text) : null);

/**
 * The clock of one cart: last activity, when it counts as abandoned, what is due next or why nothing is. Of several
 * enrollments the newest counts that is open, else the newest.
 */
export async function readCartClock(scope: Scope, cartId: string, now: Date): Promise<CartClock> {
  const [found] = await scope.db.execute<Facts>(sql`
    select jsonb_array_length(carts.lines) as line_count, carts.contact_id, carts.last_activity_at, carts.abandoned_at,
      carts.ordered_at, carts.deleted_at, carts.merged_into, carts.enrollment_refusal as refusal,
      coalesce((select abandonment_minutes from policies where policies.tenant_id = carts.tenant_id), 60) as threshold,
      newest.id as enrollment_id, newest.next_due_at, newest.closed_at, newest.close_reason, newest.arm_kind,
      (select count(*)::int from decisions where decisions.enrollment_id = newest.id
        and (decisions.kind = 'send' or decisions.reason = 'skipped')) as position,
      case when newest.closed_at is null and exists (select from sequences s where s.tenant_id = newest.tenant_id
          and s.id = newest.sequence_id and s.paused_at is not null)
          and exists (select from enrollments e where e.tenant_id = newest.tenant_id and e.id = newest.id and ${standsAtEffect})
        then 'sequence_paused'
        else (select case when kind = 'wait' and until = newest.next_due_at then reason end from decisions
          where decisions.enrollment_id = newest.id order by position desc, ordinal desc limit 1) end as waits,
      held.id as draft_id, held.review_due_at
    from carts
    left join lateral (select * from enrollments where cart_id = carts.id
      order by closed_at is not null, id desc limit 1) newest on true
    left join lateral (
      select drafts.id, drafts.review_due_at from drafts join decisions on decisions.id = drafts.decision_id
      where decisions.enrollment_id = newest.id and drafts.chosen and drafts.held_reason is not null
        and not exists (select from reviews where reviews.draft_id = drafts.id)
      order by drafts.id desc limit 1
    ) held on true
    where carts.id = ${cartId}`);
  if (!found) throw new AppError("not_found", "There is no such cart");
  return cartClock(
    {
      cart: {
        lineCount: found.line_count,
        contactId: found.contact_id,
        lastActivityAt: new Date(found.last_activity_at),
        abandonedAt: instant(found.abandoned_at),
        orderedAt: instant(found.ordered_at),
        deletedAt: instant(found.deleted_at),
      },
      thresholdMinutes: found.threshold,
      enrollment: found.enrollment_id
        ? {
            position: found.position,
            nextDueAt: instant(found.next_due_at),
            closed: found.closed_at !== null,
            closeReason: found.close_reason,
            holdout: found.arm_kind === "holdout",
            waits: found.waits,
          }
        : null,
      refusal: found.refusal,
      mergedInto: found.merged_into,
      waitingDraft: found.draft_id ? { id: found.draft_id, reviewDueAt: instant(found.review_due_at) } : null,
    },
    now,
  );
}
