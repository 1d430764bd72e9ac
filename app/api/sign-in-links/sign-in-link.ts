import { env } from "#env";

/** Where a one-time link leads. The token stands behind #, so that no server and no referrer ever sees it. */
export function signInLink(token: string): string {
  return `${env().APP_URL}/sign-in/link#${token}`;
}
