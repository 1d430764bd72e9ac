import type { Metadata } from "next";
import { readAs } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { readOverview } from "#db/overview-views.ts";
import { OverviewBoard } from "./overview-board.tsx";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage() {
  return <OverviewBoard first={await readAs(await requireMember(), readOverview)} />;
}
