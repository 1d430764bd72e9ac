import { databaseIsUp } from "#db/health.ts";
import { env } from "#env";
import { runnerIsUp } from "#integrations/runner-client.ts";
import version from "../../../package.json" with { type: "json" };

/** 200 when everything a shopper depends on answers, else 503 naming what is down. */
export async function GET(): Promise<Response> {
  const [database, runner] = await Promise.all([databaseIsUp(), runnerIsUp(env().INNGEST_BASE_URL)]);
  const down = [database ? null : "database", runner ? null : "runner"].filter((part) => part !== null);
  const body = {
    status: down.length === 0 ? "ok" : "down",
    database: database ? "ok" : "down",
    runner: runner ? "ok" : "down",
    version: version.version,
    ...(down.length > 0 ? { down } : {}),
  };
  return Response.json(body, { status: down.length === 0 ? 200 : 503, headers: { "cache-control": "no-store" } });
}
