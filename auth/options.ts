import type { NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import { currentTime } from "#db/clock.ts";
import { AppError } from "#domain/app-error.ts";
import { env } from "#env";
import { faultFacts, log } from "./log.ts";
import { nearestAddress } from "./nearest-address.ts";
import { isSecure, type SessionClaims, sessionSeconds } from "./session-token.ts";
import { signInByLink, signInByPassword } from "./sign-in.ts";

type SignedIn = { id: string } & SessionClaims;

const signedIn = (claims: SessionClaims | null): SignedIn | null => claims && { id: claims.memberId, ...claims };

/** next-auth: two ways in, by password and by a link from a mail; the session is a sealed cookie with two ids in it. */
export function authOptions(): NextAuthOptions {
  // biome-ignore lint/style/noProcessEnv: next-auth reads its own address from there and nowhere else.
  process.env.NEXTAUTH_URL ??= env().NEXTAUTH_URL;
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionSeconds },
    useSecureCookies: isSecure(),
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [
      credentials({
        id: "password",
        credentials: { email: {}, password: {} },
        authorize: (given, request) =>
          guarded(async (now) => {
            const origin = nearestAddress(request.headers?.["x-forwarded-for"]);
            return signInByPassword({ email: given?.email ?? "", password: given?.password ?? "", origin }, now);
          }),
      }),
      credentials({
        id: "link",
        credentials: { token: {} },
        authorize: (given) => guarded(async (now) => (given?.token ? signInByLink(given.token, now) : null)),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (isSignedIn(user) ? { memberId: user.memberId, tenantId: user.tenantId } : token),
      session: ({ session }) => ({ expires: session.expires }),
    },
    logger: { error: (code) => log().warn({ code }, "sign-in"), warn: () => {}, debug: () => {} },
  };
}

/** next-auth puts a thrown message into an address, so only the codes of request errors leave here. */
async function guarded(work: (now: Date) => Promise<SessionClaims | null>): Promise<SignedIn | null> {
  try {
    return signedIn(await work(await currentTime()));
  } catch (error) {
    if (error instanceof AppError) throw new Error(error.code);
    log().error({ fault: faultFacts(error) }, "sign-in fault");
    throw new Error("fault");
  }
}

function isSignedIn(user: unknown): user is SignedIn {
  return typeof user === "object" && user !== null && "memberId" in user && "tenantId" in user;
}
