import { decode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "#env";

const claims = z.object({ memberId: z.string(), tenantId: z.string() });

/** What a session says: who, and in which tenant. Roles are never taken from it. */
export type SessionClaims = z.infer<typeof claims>;

/** Sessions last two weeks, or until their member is removed. */
export const sessionSeconds = 14 * 24 * 60 * 60;

export const isSecure = () => env().NEXTAUTH_URL.startsWith("https:");

/** A browser keeps a `__Secure-` cookie to https only; plain http is for one machine. */
export const sessionCookieName = () => `${isSecure() ? "__Secure-" : ""}next-auth.session-token`;

/** The session's token in a Cookie header, or null. */
export function sessionTokenOf(cookieHeader: string | null): string | null {
  const name = sessionCookieName();
  for (const pair of (cookieHeader ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}

/** Opens a session's token; null when it was forged, altered or is too old. */
export async function readSession(token: string | null): Promise<SessionClaims | null> {
  if (!token) return null;
  try {
    const opened = await decode({ token, secret: env().NEXTAUTH_SECRET });
    return claims.safeParse(opened).data ?? null;
  } catch {
    return null;
  }
}
