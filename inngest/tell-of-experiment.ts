import { getLook } from "#db/experiment-results.ts";
import { getExperiment } from "#db/experiments.ts";
import { listMembers } from "#db/members.ts";
import { withJobScope } from "#db/scope.ts";
import { saveSystemMail } from "#db/system-mails.ts";
import { getTenant } from "#db/tenants.ts";
import { experimentLink, experimentTold } from "#domain/experiment/told.ts";
import { includesRole } from "#domain/member.ts";
import { renderAlert } from "#emails/render.ts";
import { env } from "#env";
import { deliverSystemMail } from "./deliver-system-mail.ts";

/** Mails the tenant's admins what the rule did with an experiment by itself, and why. Returns how many were told. */
export async function tellOfExperiment(
  { tenantId, experimentId }: { tenantId: string; experimentId: string },
  kind: "paused" | "concluded" | "promoted",
  now: Date,
): Promise<number> {
  const mails = await withJobScope(tenantId, async (scope) => {
    const experiment = await getExperiment(scope, experimentId);
    const look = await getLook(scope, experimentId, kind === "paused" ? "latest" : "final");
    const tenant = await getTenant(scope);
    if (!look) return [];
    const { timeZone } = tenant;
    const rendered = await renderAlert({
      tenantName: tenant.name,
      ...experimentTold({ name: experiment.name, kind, analysis: look.analysis }),
      steps: [],
      link: { label: "Open the experiment", url: `${env().APP_URL}${experimentLink(experimentId)}` },
      noticedAt: new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "medium", timeStyle: "short" }).format(now),
    });
    const admins = (await listMembers(scope)).filter((member) => includesRole(member.role, "admin"));
    const stored = [];
    for (const { email: toAddress } of admins)
      stored.push(await saveSystemMail(scope, { kind: "experiment", toAddress, ...rendered, now }));
    return stored;
  });
  for (const mail of mails) await deliverSystemMail(tenantId, mail);
  return mails.length;
}
