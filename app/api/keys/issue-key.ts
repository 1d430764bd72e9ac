import type { z } from "zod";
import type { Actor } from "#auth/actor.ts";
import { type ApiKey, createKey } from "#db/api-keys.ts";
import { recordAudit } from "#db/audit.ts";
import type { Scope } from "#db/scope.ts";
import { AppError } from "#domain/app-error.ts";
import { env } from "#env";
import type { newKey } from "./shapes.ts";

/**
 * Makes a key for whoever asks; `token` is told here and never again. `forbidden` where a key asks for scopes that it lacks:
 * two keys made by a third could send and oversee together.
 */
export async function issueKey(
  scope: Scope,
  { given, actor }: { given: z.infer<typeof newKey>; actor: Actor },
  now: Date,
): Promise<{ key: ApiKey; token: string }> {
  const more = actor.kind === "key" ? given.scopes.find((one) => !actor.scopes.includes(one)) : undefined;
  if (more) throw new AppError("forbidden", `A key cannot give the scope ${more}, which it lacks`, "scopes");
  const mode = given.mode ?? (env().APP_MODE === "production" ? "live" : "test");
  const expiresAt = given.expiresAt ? new Date(given.expiresAt) : null;
  const made = await createKey(scope, { ...given, mode, expiresAt, createdBy: actor.id, now });
  const { id: subjectId, name, scopes } = made.key;
  await recordAudit(scope, { actor, action: "key.created", subjectId, change: { name, scopes }, now });
  return made;
}
