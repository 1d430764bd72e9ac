import { recordAudit } from "#db/audit.ts";
import { listMembers } from "#db/members.ts";
import type { Scope } from "#db/scope.ts";
import { type SystemMail, saveSystemMail } from "#db/system-mails.ts";
import { getTenant } from "#db/tenants.ts";
import type { Endpoint } from "#db/webhook-endpoints.ts";
import { includesRole } from "#domain/member.ts";
import type { PauseReason } from "#domain/webhook-delivery.ts";
import { renderAlert } from "#emails/render.ts";
import { env } from "#env";

const why: Record<Exclude<PauseReason, "person">, string> = {
  dead: "Nothing was taken there for 24 hours, however often it was tried.",
  gone: "It answered 410 Gone, by which a program says that it wants to hear nothing more.",
};

/** Notes that an endpoint was paused by itself, and stores the mails that tell the tenant's admins. */
export async function noticePause(
  scope: Scope,
  { id, name, outcome }: Endpoint,
  because: PauseReason,
  now: Date,
): Promise<SystemMail[]> {
  if (because === "person") return [];
  const change = { name, because };
  await recordAudit(scope, { actor: { kind: "policy" }, action: "webhook.paused", subjectId: id, change, now });
  const tenant = await getTenant(scope);
  const { timeZone } = tenant;
  const last = outcome ? [`The try before said: ${outcome}.`] : [];
  const rendered = await renderAlert({
    tenantName: tenant.name,
    title: `The webhook ${name} was paused`,
    happened: [
      why[because],
      ...last,
      "What happens meanwhile is kept for it for 30 days and goes out when you resume it.",
    ],
    steps: ["Look at what it answered, and mend it.", "Send a test.", "Resume it."],
    link: { label: "Open the webhook", url: `${env().APP_URL}/settings/webhooks-out/${id}` },
    noticedAt: new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "medium", timeStyle: "short" }).format(now),
  });
  const admins = (await listMembers(scope)).filter((member) => includesRole(member.role, "admin"));
  const stored: SystemMail[] = [];
  for (const { email: toAddress } of admins)
    stored.push(await saveSystemMail(scope, { kind: "webhook_paused", toAddress, ...rendered, now }));
  return stored;
}
