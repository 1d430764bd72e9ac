import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { credentialNames, saveCredentials } from "#db/credentials.ts";
import type { Scope } from "#db/scope.ts";
import { getShop } from "#db/shops.ts";
import { AppError } from "#domain/app-error.ts";
import { announce, reconciliationDue } from "#inngest/events.ts";
import { platforms } from "#integrations/platforms.ts";

const params = z.object({ id: z.string() });
const body = z.strictObject({ credentials: z.record(z.string().max(60), z.string().trim().max(10_000)) });

/** What the platform asks for and which of it was entered; never a value. */
async function shownCredentials(scope: Scope, shopId: string) {
  const { platform } = await getShop(scope, shopId);
  const { credentialFields, setup } = platforms[platform];
  const names = await credentialNames(scope, shopId);
  return { fields: credentialFields.map((field) => ({ ...field, entered: names.includes(field.name) })), setup };
}

export const GET = tenantRoute({ role: "admin", params }, ({ scope, params: { id } }) => shownCredentials(scope, id));

/** Enters some or all; what is not named stays, an empty text takes away. Values are kept sealed and never shown again. */
export const PUT = tenantRoute(
  { role: "admin", params, body },
  async ({ scope, actor, now, params: { id }, body: { credentials }, afterCommit }) => {
    const { platform } = await getShop(scope, id);
    const known = new Set(platforms[platform].credentialFields.map((field) => field.name));
    const unknown = Object.keys(credentials).find((name) => !known.has(name));
    if (unknown !== undefined)
      throw new AppError("invalid", "This platform asks for no such thing", `credentials.${unknown}`);
    await saveCredentials(scope, id, credentials, now);
    const change = { names: Object.keys(credentials) };
    await recordAudit(scope, { actor, action: "shop.credentials_changed", subjectId: id, change, now });
    // The shop is asked at once, so that whoever entered them sees whether they hold.
    afterCommit(() => announce([{ name: reconciliationDue.name, data: { tenantId: scope.tenantId, shopId: id } }]));
    return shownCredentials(scope, id);
  },
);
