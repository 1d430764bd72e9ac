import { and, eq } from "drizzle-orm";
import { listContenders, supersedeLosers } from "../contenders.ts";
import { countHours, dropHours, forgetHours, rebuildHours } from "../hours.ts";
import { cohortHours, contactHours } from "../schema/contacts.ts";
import { enrollments, sequences } from "../schema/sequences.ts";
import { policies } from "../schema/tenants.ts";
import type { Scope } from "../scope.ts";
import { readSequenceOrder, saveSequenceOrder } from "../sequence-order.ts";
import { readEntry, readStepFacts } from "../snapshots.ts";
import type { Owned } from "./foreign-owned.ts";
import type { Call } from "./foreign-reads.ts";

const long = new Date("2020-01-01T00:00:00Z");
const cohort = "country:FO";

type Told = Pick<Owned, "contact" | "openEnrollment" | "sequence">;

/** The hours that somebody reads in, and those of people like them; a sequence with a place, and two that contend. */
export async function tellHours({ db, tenantId }: Scope, { contact, openEnrollment, sequence }: Told, of: string) {
  const acts = Array.from({ length: 24 }, (_, hour) => (hour === of.length ? 70_000 + of.length : 0));
  await db.insert(contactHours).values({ tenantId, contactId: contact, cohort, acts });
  await db.insert(cohortHours).values({ tenantId, cohort, hour: of.length, acts: 80_000 + of.length });
  await db.update(policies).set({ bestHour: true }).where(eq(policies.tenantId, tenantId));
  await db
    .update(sequences)
    .set({ priority: of.length })
    .where(and(eq(sequences.tenantId, tenantId), eq(sequences.id, sequence)));
  const [open] = await db
    .select()
    .from(enrollments)
    .where(and(eq(enrollments.tenantId, tenantId), eq(enrollments.id, openEnrollment)));
  if (!open) throw new Error("the story left no open enrollment");
  await db.insert(enrollments).values({ ...open, id: `${openEnrollment}_too`, triggerId: `too_${of}` });
}

/** The contact of the cart whose draft waits. */
const waiting = (a: Owned) => `${a.contact.slice(0, -1)}2`;

const asked = (a: Owned) => ({
  ...{ enrollment: a.enrollmentRow, position: 0, contact: { id: a.contact, address: a.address }, cohort },
  ...{ orderedFrom: long, sentFrom: long, exceptMessageId: null },
});

export const timingReads: Record<string, Call> = {
  listContenders: (b, a) => listContenders(b, waiting(a), long),
  readEntry: (b, a) => readEntry(b, a.enrollment),
  readSequenceOrder,
  readStepFacts: (b, a) => readStepFacts(b, asked(a), long),
};

export const timingWrites: Record<string, Call> = {
  countHours: (b, a, now) => countHours(b, [{ contactId: a.contact, at: now, count: 1 }]),
  dropHours,
  forgetHours: (b, a) => forgetHours(b, a.contact),
  rebuildHours: (b, _, now) => rebuildHours(b, now),
  saveSequenceOrder: (b, a) => saveSequenceOrder(b, [a.sequence]),
  supersedeLosers: (b, a, now) => supersedeLosers(b, waiting(a), now),
};
