import config from "../../next.config.ts";

/** What Next puts on every answer, so that the fast lane puts it on its own, which are no pages and may do nothing. */
export async function securityHeaders(): Promise<Record<string, string>> {
  const rules = (await config.headers?.()) ?? [];
  const everywhere = rules.filter((rule) => rule.source === "/:path*");
  const shared = everywhere.flatMap((rule) => rule.headers).map(({ key, value }) => [key, value]);
  return { ...Object.fromEntries(shared), "content-security-policy": "default-src 'none'; frame-ancestors 'none'" };
}
