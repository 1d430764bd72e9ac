import { listReviewers } from "#db/digests.ts";
import { findMember } from "#db/members.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { isPaused } from "#db/sequence-pause.ts";
import { readSequenceName } from "#db/sequences.ts";
import { getSystemMail, saveSystemMail } from "#db/system-mails.ts";
import { getTenant } from "#db/tenants.ts";
import { moveOn, readWalk } from "#db/walks.ts";
import { renderAlert } from "#emails/render.ts";
import { env } from "#env";
import { deliverSystemMail } from "./deliver-system-mail.ts";
import { leaveStep, type Standing, standingAt } from "./leave-step.ts";

type Telling = { stepId: string; memberId: string | null; note: string };

/**
 * Mails a member, or whoever reviews, that a shopper has come to a step. The mails are stored once, before the first try:
 * repeated, those that have left stay gone. Returns how many were told; `held` where the sequence rests since the turn.
 */
export async function tellMember(
  at: { tenantId: string; enrollmentId: string },
  { stepId, memberId, note }: Telling,
  now: Date,
): Promise<number | "held"> {
  const { tenantId, enrollmentId } = at;
  const mails = await withJobScope(tenantId, async (scope) => {
    const standing = await standingAt(scope, enrollmentId, stepId);
    if (!standing) return [];
    if (await isPaused(scope, standing.sequenceId)) return "held";
    const written = (await readWalk(scope, enrollmentId)).filter(
      (one) => one.kind === "telling" && one.stepId === stepId,
    );
    const ids = written.flatMap(({ outcome }) => outcome ?? []);
    const stored = ids.length > 0 ? ids : await write(scope, { standing, enrollmentId, memberId, note }, now);
    const found = await Promise.all(stored.map((id) => getSystemMail(scope, id)));
    return found.flatMap((mail) => mail ?? []);
  });
  if (mails === "held") return mails;
  for (const mail of mails) if (mail.status === "queued") await deliverSystemMail(tenantId, mail);
  await leaveStep({ ...at, stepId }, { kind: "told", outcome: String(mails.length) }, now);
  return mails.length;
}

type Writing = { standing: Standing; enrollmentId: string; memberId: string | null; note: string };

async function write(scope: Scope, writing: Writing, now: Date): Promise<string[]> {
  const { standing, enrollmentId, memberId, note } = writing;
  const tenant = await getTenant(scope);
  const name = await readSequenceName(scope, standing.sequenceId);
  const { timeZone } = tenant;
  const rendered = await renderAlert({
    tenantName: tenant.name,
    title: `A shopper has come to a step of ${name}`,
    happened: [note.trim() || "The sequence asks you to have a look at this cart."],
    steps: [],
    link: { label: "Open the cart", url: `${env().APP_URL}/carts/${standing.cartId}` },
    noticedAt: new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "medium", timeStyle: "short" }).format(now),
  });
  const ids: string[] = [];
  for (const toAddress of await addressesOf(scope, memberId))
    ids.push((await saveSystemMail(scope, { kind: "sequence_step", toAddress, ...rendered, now })).id);
  const walked = ids.map((outcome) => ({ stepId: standing.step.id, kind: "telling" as const, outcome }));
  await moveOn(scope, enrollmentId, { place: standing.place, walked }, now);
  return ids;
}

/** The member who is named; without one, or when they have left, whoever reviews. */
async function addressesOf(scope: Scope, memberId: string | null): Promise<string[]> {
  const member = memberId && (await findMember(scope, memberId));
  if (member) return [member.email];
  return (await listReviewers(scope)).map(({ email }) => email);
}
