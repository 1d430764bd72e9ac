import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readAsOrNull } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { budgetHint } from "#components/incentive/budget-words.ts";
import { listBudgetedIncentives } from "#db/budgets.ts";
import { listCarts } from "#db/cart-views.ts";
import { availableIncentives } from "#db/incentives.ts";
import { listMembers } from "#db/members.ts";
import type { Scope } from "#db/scope.ts";
import { listSegments } from "#db/segments.ts";
import { readSequenceDraft } from "#db/sequence-drafts.ts";
import { readSequence } from "#db/sequence-views.ts";
import { readStepFigures } from "#db/step-figures.ts";
import { demotionsOf } from "#db/step-oversight.ts";
import { publishedTemplates } from "#db/templates.ts";
import { getTenant } from "#db/tenants.ts";
import { hasBudget } from "#domain/budget.ts";
import type { IncentiveRule } from "#domain/incentive.ts";
import { languageOf } from "#domain/language.ts";
import { includesRole } from "#domain/member.ts";
import { formatMoney } from "#domain/money.ts";
import { SequenceBuilder } from "./sequence-builder.tsx";

export const metadata: Metadata = { title: "Sequence" };

export default async function SequencePage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember();
  const { id } = await params;
  const found = await readAsOrNull(member, (scope, now) => readBuilder(scope, id, now));
  if (!found) notFound();
  return <SequenceBuilder {...found} readOnly={!includesRole(member.role, "marketer")} />;
}

async function readBuilder(scope: Scope, id: string, now: Date) {
  const first = await readSequence(scope, id);
  const { rules } = await availableIncentives(scope);
  const incentives = await listBudgetedIncentives(scope, now);
  const members = await listMembers(scope);
  const tenant = await getTenant(scope);
  const { rows } = await listCarts(scope, { limit: 20 });
  const cart = rows.find((row) => row.lineCount > 0 && row.contact);
  const { liveVersionId } = first;
  return {
    first,
    draft: await readSequenceDraft(scope, id),
    demoted: (await demotionsOf(scope, id)).filter(({ liftedAt }) => liftedAt === null).length,
    figures: { versionId: liveVersionId, steps: liveVersionId ? await readStepFigures(scope, liveVersionId) : [] },
    names: {
      incentives: incentives.map(({ id, name, kind, ...standing }) => ({
        ...{ id, name, kind, budget: budgetHint(standing), spent: !hasBudget(standing.budget, standing.spent) },
      })),
      members: members.map(({ id, name, email }) => ({ id, name: name || email })),
      templates: (await publishedTemplates(scope)).map(({ id, name }) => ({ id, name })),
    },
    segments: (await listSegments(scope)).map(({ id, name, condition }) => ({ id, name, condition })),
    rules: rulesText(rules),
    zone: tenant.timeZone,
    currency: tenant.currency,
    example: cart ? { language: languageOf(tenant.language), cart: cart.id } : null,
  };
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
