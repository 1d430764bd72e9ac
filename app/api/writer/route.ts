import { tenantRoute } from "#auth/tenant-route.ts";
import { recordAudit } from "#db/audit.ts";
import { getTenant } from "#db/tenants.ts";
import { saveWriterSettings } from "#db/writer-settings.ts";
import { AppError } from "#domain/app-error.ts";
import { env } from "#env";
import { addressRefusal } from "#integrations/writer.ts";
import { readWriter } from "./read-writer.ts";
import { writerChange } from "./shapes.ts";

export const GET = tenantRoute({ role: "viewer" }, ({ scope, now }) => readWriter(scope, now));

// Members only: whoever may point the writer elsewhere may read every brief.
export const PUT = tenantRoute({ role: "admin", body: writerChange }, async ({ scope, actor, now, body }) => {
  const { apiKey, ...given } = body;
  if (given.baseUrl) await refuseAddress(given.baseUrl);
  const { currency } = await getTenant(scope);
  const settings = { ...given, priceCurrency: given.inputPrice === null ? null : currency };
  await saveWriterSettings(scope, settings, { apiKey, now });
  const change = { ...settings, key: apiKey === undefined ? "kept" : apiKey === "" ? "removed" : "entered" };
  await recordAudit(scope, { actor, action: "writer.changed", change, now });
  return readWriter(scope, now);
});

async function refuseAddress(baseUrl: string): Promise<void> {
  const refusal = await addressRefusal(baseUrl, { allowPrivate: env().ALLOW_PRIVATE_ADDRESSES });
  if (refusal === "private_address")
    throw new AppError("invalid", "This address is not on the open internet; the operator may allow it", "baseUrl");
  if (refusal) throw new AppError("invalid", "Give an address with http:// or https:// and no password", "baseUrl");
}
