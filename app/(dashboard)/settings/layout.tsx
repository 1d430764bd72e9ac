import type { ReactNode } from "react";
import { requireMember } from "#auth/session.ts";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { includesRole } from "#domain/member.ts";
import { Places } from "./places.tsx";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const member = await requireMember();
  return (
    <Page>
      <PageHeader title="Settings" />
      <div className="grid min-w-0 gap-5 lg:grid-cols-[11rem_minmax(0,1fr)] lg:gap-8">
        <Places admin={includesRole(member.role, "admin")} />
        <div className="grid min-w-0 content-start gap-5">{children}</div>
      </div>
    </Page>
  );
}
