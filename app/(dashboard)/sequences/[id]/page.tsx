import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readAsOrNull } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { availableIncentives } from "#db/incentives.ts";
import { readSequence } from "#db/sequence-views.ts";
import { getTenant } from "#db/tenants.ts";
import type { IncentiveRule } from "#domain/incentive.ts";
import { includesRole } from "#domain/member.ts";
import { formatMoney } from "#domain/money.ts";
import { SequenceEditor } from "./sequence-editor.tsx";

export const metadata: Metadata = { title: "Sequence" };

export default async function SequencePage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember();
  const { id } = await params;
  const found = await readAsOrNull(member, async (scope) => ({
    sequence: await readSequence(scope, id),
    available: await availableIncentives(scope),
    zone: (await getTenant(scope)).timeZone,
  }));
  if (!found) notFound();
  const { sequence, available, zone } = found;
  return (
    <SequenceEditor
      first={sequence}
      incentives={available.incentives.map((incentive) => ({ id: incentive.id, name: incentive.name }))}
      rules={rulesText(available.rules)}
      zone={zone}
      readOnly={!includesRole(member.role, "marketer")}
    />
  );
}

function rulesText(rules: IncentiveRule[]): string {
  if (rules.length === 0) return "There are no rules yet; see Settings.";
  return [...rules]
    .sort((a, b) => b.minTotal - a.minTotal)
    .map(
      (rule) =>
        `over ${formatMoney({ amount: rule.minTotal, currency: rule.currency }, "en")}: ${rule.incentive?.name ?? "nothing"}`,
    )
    .join("; ");
}
