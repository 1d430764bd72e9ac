import { eq } from "drizzle-orm";
import { defaultWriterSettings, type WriterSettings } from "#domain/writer-settings.ts";
import { decrypt, encrypt } from "./encryption.ts";
import { writerSettings } from "./schema/writer.ts";
import type { Scope } from "./scope.ts";

export const writerKeyContext = (tenantId: string) => `writer key ${tenantId}`;

/** Of a key nothing is ever shown but its end. */
export type StoredWriterSettings = WriterSettings & { keyLast4: string | null };

/** How a tenant's messages are written; the defaults where nobody chose. */
export async function getWriterSettings(scope: Scope): Promise<StoredWriterSettings> {
  const [row] = await scope.db.select().from(writerSettings).where(eq(writerSettings.tenantId, scope.tenantId));
  if (!row) return { ...defaultWriterSettings, keyLast4: null };
  const { tenantId: _, keySealed: __, savedAt: ___, ...settings } = row;
  return settings;
}

/**
 * The tenant's own key, opened for a call that is about to be made; null where none was entered, or none that a key of this
 * installation opens: then the scripted writer writes until it is entered anew, and no message waits.
 */
export async function openWriterKey(scope: Scope): Promise<string | null> {
  const [row] = await scope.db
    .select({ sealed: writerSettings.keySealed })
    .from(writerSettings)
    .where(eq(writerSettings.tenantId, scope.tenantId));
  return row?.sealed ? opened(row.sealed, scope.tenantId) : null;
}

function opened(sealedKey: string, tenantId: string): string | null {
  try {
    return decrypt(sealedKey, writerKeyContext(tenantId));
  } catch {
    return null;
  }
}

/**
 * Keeps settings whole. A key that is not given stays, unless it would go to another provider or address than the one for
 * which it was entered: then it is dropped. An empty key takes it away.
 */
export async function saveWriterSettings(
  scope: Scope,
  settings: WriterSettings,
  { apiKey, now }: { apiKey?: string; now: Date },
): Promise<StoredWriterSettings> {
  const before = await getWriterSettings(scope);
  const moved = before.provider !== settings.provider || before.baseUrl !== settings.baseUrl;
  const key = apiKey === undefined && !moved ? {} : sealed(scope.tenantId, apiKey ?? "");
  const stored = { ...settings, ...key, savedAt: now };
  await scope.db
    .insert(writerSettings)
    .values({ tenantId: scope.tenantId, ...stored })
    .onConflictDoUpdate({ target: writerSettings.tenantId, set: stored });
  return getWriterSettings(scope);
}

function sealed(tenantId: string, key: string) {
  if (key === "") return { keySealed: null, keyLast4: null };
  // The end of a short key would be too much of it.
  return { keySealed: encrypt(key, writerKeyContext(tenantId)), keyLast4: key.length >= 16 ? key.slice(-4) : "" };
}
