import type { Scope } from "#db/scope.ts";
import { getTenant } from "#db/tenants.ts";
import { readWriterEconomics } from "#db/writer-economics.ts";
import { getWriterSettings } from "#db/writer-settings.ts";
import { latestWriterTry, readWriterUsage, startOfMonth } from "#db/writer-usage.ts";
import { costsPerThousand } from "#domain/writer-economics.ts";
import { installationModel } from "#inngest/outside.ts";

const monthMs = 30 * 86_400_000;

/** How messages are written, what this month took, and what a thousand messages take. Of a key only its end is in it. */
export async function readWriter(scope: Scope, now: Date) {
  const { keyLast4, ...settings } = await getWriterSettings(scope);
  const { currency } = await getTenant(scope);
  const installation = installationModel();
  const from = await startOfMonth(scope, now);
  const { variants, reuseDays } = settings;
  const seen = await readWriterEconomics(scope, {
    since: new Date(now.getTime() - monthMs),
    now,
    variants,
    reuseDays,
  });
  return {
    settings,
    key: { isSet: keyLast4 !== null, last4: keyLast4 || null },
    currency,
    installation: installation && { provider: installation.provider, model: installation.model },
    month: { from: from.toISOString(), ...(await readWriterUsage(scope, from)) },
    perThousand: { ...costsPerThousand(seen, await latestWriterTry(scope), settings), messages: seen.messages },
  };
}

export type WriterView = Awaited<ReturnType<typeof readWriter>>;
