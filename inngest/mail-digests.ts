import { listReviewers, type Reviewer, readWaiting, recordDigest, wasTold } from "#db/digests.ts";
import { type Scope, withJobScope } from "#db/scope.ts";
import { type SystemMail, saveSystemMail } from "#db/system-mails.ts";
import { getTenant } from "#db/tenants.ts";
import { digestOccasion } from "#domain/digest.ts";
import { renderDigest } from "#emails/render.ts";
import { env } from "#env";
import { deliverSystemMail } from "./deliver-system-mail.ts";

/** Mails each reviewer whose hour it is what waits; nothing when nothing does. Returns how many were told. */
export async function mailDigests(tenantId: string, now: Date): Promise<number> {
  // All that waits is counted: a few drafts, or a morning's of a large tenant.
  const mails = await withJobScope(tenantId, (scope) => writeDigests(scope, now), { plans: "anew" });
  for (const mail of mails) await deliverSystemMail(tenantId, mail);
  return mails.length;
}

async function writeDigests(scope: Scope, now: Date): Promise<SystemMail[]> {
  const tenant = await getTenant(scope);
  const due: { reviewer: Reviewer; occasion: string }[] = [];
  for (const reviewer of await listReviewers(scope)) {
    const occasion = digestOccasion(reviewer.choice, now, tenant.timeZone);
    if (occasion && !(await wasTold(scope, reviewer.id, occasion))) due.push({ reviewer, occasion });
  }
  const waiting = due.length > 0 ? await readWaiting(scope) : null;
  if (!waiting || waiting.count === 0) return [];
  const rendered = await renderDigest(digestOf(waiting, tenant));
  const mails: SystemMail[] = [];
  for (const { reviewer, occasion } of due) {
    const mail = await saveSystemMail(scope, { kind: "digest", toAddress: reviewer.email, ...rendered, now });
    await recordDigest(scope, { memberId: reviewer.id, occasion, mailId: mail.id }, now);
    mails.push(mail);
  }
  return mails;
}

function digestOf(waiting: Awaited<ReturnType<typeof readWaiting>>, tenant: { name: string; timeZone: string }) {
  const { timeZone } = tenant;
  const moment = new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "medium", timeStyle: "short" });
  const due = (at: string | null) => at && `${moment.format(new Date(at))} (${timeZone})`;
  return {
    url: `${env().APP_URL}/drafts`,
    settingsUrl: `${env().APP_URL}/settings/notices`,
    tenantName: tenant.name,
    count: waiting.count,
    nextDue: due(waiting.nextDueAt),
    steps: waiting.steps.map((step) => ({
      name: `${step.sequence}, step ${step.position + 1}`,
      count: step.count,
      nextDue: due(step.nextDueAt),
    })),
  };
}
