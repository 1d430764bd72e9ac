import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readAsOrNull } from "#auth/page-scope.ts";
import { requireMember } from "#auth/session.ts";
import { listCarts } from "#db/cart-views.ts";
import { contactOfCart } from "#db/dry-run-carts.ts";
import { availableIncentives } from "#db/incentives.ts";
import { listMembers } from "#db/members.ts";
import { loadReplayPlan, walkableGraph } from "#db/replay-plans.ts";
import type { Scope } from "#db/scope.ts";
import { readSequence } from "#db/sequence-views.ts";
import { getTenant } from "#db/tenants.ts";
import { languageOf } from "#domain/language.ts";
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
  const { incentives } = await availableIncentives(scope);
  const members = await listMembers(scope);
  const { rows } = await listCarts(scope, { limit: 20 });
  const example = rows.find((row) => row.lineCount > 0 && row.contact);
  return {
    ...{ sequence: { id, name }, query, plan, contact, now, zone: tenant.timeZone },
    missing: query.cart !== null && contact === null,
    versions: versions.filter(({ frozen }) => frozen).map(({ id, number }) => ({ id, number })),
    names: {
      incentives: incentives.map(({ id, name }) => ({ id, name })),
      members: members.map(({ id, name, email }) => ({ id, name: name || email })),
    },
    example: example ? { cart: example.id, language: languageOf(tenant.language) } : null,
  };
}
