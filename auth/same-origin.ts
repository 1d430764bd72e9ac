import { AppError } from "#domain/app-error.ts";
import { env } from "#env";

/** Refuses a write that a cookie vouches for unless our own pages sent it: the browser says so in headers no script sets. */
export function refuseForeignOrigin(request: Request): void {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return;
  if (!isSameOrigin(request)) throw new AppError("forbidden", "This request did not come from our own pages");
}

/** Fetch metadata where the browser sends it, else the Origin header against our address or the Host that was asked for. */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = request.headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  const { origin: given, host } = new URL(origin);
  return given === new URL(env().APP_URL).origin || host === request.headers.get("host");
}
