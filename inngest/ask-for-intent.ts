import type { NewMail } from "#db/inbound-mails.ts";
import { withJobScope } from "#db/scope.ts";
import { recordWriterTry } from "#db/writer-usage.ts";
import type { Intent } from "#domain/inbox.ts";
import { tellIntent } from "#integrations/writer.ts";
import { loadTenantWriter, tokensUnderWay, withTenantWriter } from "./tenant-writer.ts";

/**
 * What the tenant's model says that a mail wants, where rules could not tell; null where the tenant has none, where the
 * month's tokens are spent or nothing came of it. What it took counts into the month.
 */
export async function askForIntent(tenantId: string, mail: NewMail, now: Date): Promise<Intent | null> {
  const underWay = tokensUnderWay(tenantId);
  const plan = await withJobScope(tenantId, (scope) => loadTenantWriter(scope, now));
  const { model } = plan;
  if (!model) return null;
  return withTenantWriter(tenantId, { ...plan, model }, underWay, async (_, config) => {
    const { intent, fault, tokens, latencyMs, ...cost } = await tellIntent(config, mail);
    const spent = { ...tokens, ...cost, latencyMs, reason: fault, model: model.model, memberId: mail.id };
    await withJobScope(tenantId, (scope) => recordWriterTry(scope, spent, now));
    return intent;
  });
}
