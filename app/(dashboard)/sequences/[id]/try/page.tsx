import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readAsOrNull } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listBudgetedIncentives } from "#db/budgets.ts";
import { listCarts } from "#db/cart-views.ts";
import { contactOfCart } from "#db/dry-run-carts.ts";
import { listMembers } from "#db/members.ts";
import { loadReplayPlan, walkableGraph } from "#db/replay-plans.ts";
import type { Scope } from "#db/scope.ts";
import { readSequence } from "#db/sequence-views.ts";
import { getTenant } from "#db/tenants.ts";
import { hasBudget } from "#domain/budget.ts";
import type { BudgetedIncentive, Incentive } from "#domain/incentive.ts";
import { languageOf } from "#domain/language.ts";
import type { ReplayPlan } from "#domain/sequence/dry-run.ts";
import { readTrialQuery } from "#domain/sequence/trial-query.ts";
import { TrialBoard } from "./trial-board.tsx";

export const metadata: Metadata = { title: "Try it" };

type Params = Record<string, string | undefined>;
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Params> };

export default async function TryPage({ params, searchParams }: Props) {
  const member = await requireMember();
  const { id } = await params;
  const asked = await searchParams;
  const found = await readAsOrNull(member, (scope, now) => readTrial(scope, { id, asked, now }));
  if (!found) notFound();
  const { cart, version } = found.query;
  return <TrialBoard key={`${cart ?? "made-up"} ${version ?? "draft"}`} {...found} />;
}

const dayMs = 86_400_000;

async function readTrial(scope: Scope, { id, asked, now }: { id: string; asked: Params; now: Date }) {
  const tenant = await getTenant(scope);
  const query = readTrialQuery(asked, tenant.currency);
  const { name, versions } = await readSequence(scope, id);
  const { graph } = await walkableGraph(scope, id, query.version);
  const span = { since: new Date(now.getTime() - 366 * dayMs), until: new Date(now.getTime() + 400 * dayMs) };
  const { plan, source } = await loadReplayPlan(scope, { sequenceId: id, graph }, span);
  const contact = query.cart ? await contactOfCart(scope, query.cart, source) : null;
  const budgets = await listBudgetedIncentives(scope, now);
  const members = await listMembers(scope);
  const { rows } = await listCarts(scope, { limit: 20 });
  const example = rows.find((row) => row.lineCount > 0 && row.contact);
  return {
    ...{ sequence: { id, name }, query, contact, now, zone: tenant.timeZone },
    plan: withinBudgets(plan, budgets),
    missing: query.cart !== null && contact === null,
    versions: versions.filter(({ frozen }) => frozen).map(({ id, number }) => ({ id, number })),
    names: {
      incentives: budgets.map(({ id, name }) => ({ id, name })),
      members: members.map(({ id, name, email }) => ({ id, name: name || email })),
    },
    example: example ? { cart: example.id, language: languageOf(tenant.language) } : null,
  };
}

/** As a decision would find it now: what has no budget left is not offered. */
function withinBudgets(plan: ReplayPlan, budgets: BudgetedIncentive[]): ReplayPlan {
  const left = new Set(budgets.filter(({ budget, spent }) => hasBudget(budget, spent)).map(({ id }) => id));
  const given = <One extends Incentive>(one: One | null) => (one && left.has(one.id) ? one : null);
  const { incentives, rules } = plan.incentives;
  return {
    ...plan,
    incentives: {
      incentives: incentives.filter(given),
      rules: rules.map((rule) => ({ ...rule, incentive: given(rule.incentive) })),
    },
  };
}
