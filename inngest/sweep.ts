import { acrossTenantsForgetAnswers } from "#db/across-tenants-answers.ts";
import { acrossTenantsStandingDryRuns } from "#db/across-tenants-dry-runs.ts";
import { acrossTenantsStanding } from "#db/across-tenants-jobs.ts";
import { acrossTenantsStandingLetters, acrossTenantsUnproposedMails } from "#db/across-tenants-letters.ts";
import { acrossTenantsForgetDoors } from "#db/across-tenants-limits.ts";
import { acrossTenantsWaitingMail } from "#db/across-tenants-mail.ts";
import { acrossTenantsForgetEvents } from "#db/across-tenants-webhooks.ts";
import { currentTime } from "#db/clock.ts";
import { inngest } from "./client.ts";
import { enrollCarts } from "./enroll-carts.ts";
import { type Announcement, announce, type ReceivedWebhooks, receivedWebhooks } from "./events.ts";
import { expireLetters } from "./expire-letters.ts";

const pageSize = 500;

/** Rows are the truth, events are hints: whatever stands still is announced again. Every listener is safe to repeat. */
export const sweep = inngest.createFunction(
  { id: "sweep", triggers: [{ cron: "*/2 * * * *" }], retries: 2, singleton: { mode: "skip" } },
  async ({ step }) => {
    const standing = await step.run("announce-standing", async () => {
      const announcements = await standingAnnouncements(await currentTime());
      await announce(announcements);
      return announcements.length;
    });
    const overdue = await step.run("expire-letters", async () => expireLetters(await currentTime(), pageSize));
    const forgotten = await step.run("forget-doors", () => acrossTenantsForgetDoors(new Date()));
    const answers = await step.run("forget-answers", () => acrossTenantsForgetAnswers(new Date()));
    const told = await step.run("forget-events", async () => acrossTenantsForgetEvents(await currentTime()));
    return { standing, overdue, forgotten: { ...forgotten, apiAnswers: answers, ...told } };
  },
);

async function standingAnnouncements(now: Date): Promise<(Announcement | ReceivedWebhooks)[]> {
  const standing = await acrossTenantsStanding(now, pageSize);
  const letters = await acrossTenantsStandingLetters(now, pageSize);
  const arrivals = await acrossTenantsWaitingMail(now, pageSize);
  const mails = await acrossTenantsUnproposedMails(now, pageSize);
  const dryRuns = await acrossTenantsStandingDryRuns(now, pageSize);
  const entered = await enrollCarts(standing.carts, now);
  const named = (name: string, key: string, rows: { tenantId: string; id: string }[]) =>
    rows.map(({ tenantId, id }) => ({ name, data: { tenantId, [key]: id } }));
  return [
    ...entered,
    ...receivedWebhooks(standing.webhooks),
    ...named("enrollment/started", "enrollmentId", standing.enrollments),
    ...named("draft/reviewed", "decisionId", standing.reviewed),
    ...named("message/queued", "messageId", standing.messages),
    ...named("letter/queued", "letterId", letters),
    ...named("mail/arrived", "arrivalId", arrivals),
    ...named("mail/received", "mailId", mails),
    ...named("order/saved", "orderId", standing.orders),
    ...named("dry-run/started", "dryRunId", dryRuns),
  ];
}
