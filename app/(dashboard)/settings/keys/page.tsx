import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listKeys } from "#db/api-keys.ts";
import { currentTime } from "#db/clock.ts";
import { getTenant } from "#db/tenants.ts";
import { env } from "#env";
import { Keys } from "./keys.tsx";

export const metadata: Metadata = { title: "API keys" };

export default async function KeysPage() {
  const member = await requireMember("admin");
  const now = await currentTime();
  const { keys, zone } = await readAs(member, async (scope) => ({
    keys: await listKeys(scope),
    zone: (await getTenant(scope)).timeZone,
  }));
  const mode = env().APP_MODE === "production" ? "live" : "test";
  return <Keys initial={keys} now={now} worldNow={new Date()} zone={zone} mode={mode} />;
}
