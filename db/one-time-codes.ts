import { randomInt } from "node:crypto";
import { and, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { hashToken } from "./api-keys.ts";
import { newId } from "./ids.ts";
import { oneTimeCodes } from "./schema/api.ts";
import type { Scope } from "./scope.ts";

export type CodeRequest = { keyId: string; operation: string; requestHash: string };

const lastsMinutes = 30;
const mostTries = 5;
/** How many codes of a key may wait at once, so that nobody's mailbox is filled. */
const mostWaiting = 5;

const seal = (requestHash: string, code: string) => hashToken(`${requestHash} ${code}`);

/** Makes a code for one request of a key; null while too many of its codes wait. Only its hash is kept. */
export async function makeOneTimeCode(
  scope: Scope,
  request: CodeRequest,
  now: Date,
): Promise<{ code: string; expiresAt: Date } | null> {
  const { keyId } = request;
  const waiting = await scope.db
    .select({ id: oneTimeCodes.id })
    .from(oneTimeCodes)
    .where(and(eq(oneTimeCodes.keyId, keyId), isNull(oneTimeCodes.usedAt), gt(oneTimeCodes.expiresAt, now)));
  if (waiting.length >= mostWaiting) return null;
  const code = String(randomInt(0, 100_000_000)).padStart(8, "0");
  const expiresAt = new Date(now.getTime() + lastsMinutes * 60_000);
  await scope.db.insert(oneTimeCodes).values({
    ...{ tenantId: scope.tenantId, id: newId("code", now), ...request, tries: 0, createdAt: now, expiresAt },
    codeHash: seal(request.requestHash, code),
  });
  return { code, expiresAt };
}

/** Whether a code lets this request through; it then does so no second time. A code bears few wrong tries. */
export async function takeOneTimeCode(scope: Scope, request: CodeRequest, code: string, now: Date): Promise<boolean> {
  const theirs = and(
    eq(oneTimeCodes.keyId, request.keyId),
    eq(oneTimeCodes.operation, request.operation),
    eq(oneTimeCodes.requestHash, request.requestHash),
    isNull(oneTimeCodes.usedAt),
    gt(oneTimeCodes.expiresAt, now),
    lt(oneTimeCodes.tries, mostTries),
  );
  const tried = await scope.db
    .update(oneTimeCodes)
    .set({ tries: sql`${oneTimeCodes.tries} + 1` })
    .where(theirs)
    .returning({ id: oneTimeCodes.id, codeHash: oneTimeCodes.codeHash });
  const right = tried.find((row) => row.codeHash === seal(request.requestHash, code.trim()));
  if (!right) return false;
  await scope.db.update(oneTimeCodes).set({ usedAt: now }).where(eq(oneTimeCodes.id, right.id));
  return true;
}

/** The newest code of a key that waits, for those who ask whether one was sent. */
export async function waitingCode(scope: Scope, request: CodeRequest, now: Date): Promise<{ expiresAt: Date } | null> {
  const [row] = await scope.db
    .select({ expiresAt: oneTimeCodes.expiresAt })
    .from(oneTimeCodes)
    .where(
      and(
        eq(oneTimeCodes.keyId, request.keyId),
        eq(oneTimeCodes.requestHash, request.requestHash),
        isNull(oneTimeCodes.usedAt),
        gt(oneTimeCodes.expiresAt, now),
      ),
    )
    .orderBy(desc(oneTimeCodes.createdAt))
    .limit(1);
  return row ?? null;
}
