import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { themeOf } from "#components/shell/theme.ts";
import { countWaiting } from "#db/draft-views.ts";
import { countInbox } from "#db/inbox-views.ts";
import { countPendingLetters } from "#db/letter-views.ts";
import { getTenant } from "#db/tenants.ts";
import { env } from "#env";
import { DashboardShell } from "./dashboard-shell.tsx";

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const member = await requireMember();
  const { tenant, waiting } = await readAs(member, async (scope) => ({
    tenant: await getTenant(scope),
    waiting: {
      ...(await countWaiting(scope)),
      letters: (await countPendingLetters(scope)).count,
      conversations: (await countInbox(scope)).ours,
    },
  }));
  return (
    <DashboardShell
      tenantName={tenant.name}
      member={{ name: member.name, email: member.email, role: member.role }}
      waiting={waiting}
      demoShop={env().APP_MODE !== "production"}
      theme={themeOf((await cookies()).get("theme")?.value)}
    >
      {children}
    </DashboardShell>
  );
}
