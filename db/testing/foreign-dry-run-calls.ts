import { emptyTally } from "#domain/sequence/dry-run-tally.ts";
import { graphOfSteps } from "#domain/sequence-graph.ts";
import { contactOfCart, countCarts, nextContacts } from "../dry-run-carts.ts";
import { contactsToReplay } from "../dry-run-contacts.ts";
import { listDryRunCarts, listDryRuns, readDryRun } from "../dry-run-views.ts";
import { endDryRun, lockDryRun, saveDryRunPage, startDryRun } from "../dry-runs.ts";
import { loadReplayPlan, walkableGraph } from "../replay-plans.ts";
import { dryRunCarts, dryRuns } from "../schema/dry-runs.ts";
import type { Scope } from "../scope.ts";
import type { Owned } from "./foreign-owned.ts";
import type { Call } from "./foreign-reads.ts";

const long = new Date("2020-01-01T00:00:00Z");
/** Only one of the two tenants had carts by then. */
const firstDay = { from: long, to: new Date("2026-03-02T00:00:00Z") };
const graph = graphOfSteps([]);
const runOf = ({ tenantId }: Pick<Owned, "tenantId">) => `dry_${tenantId}`;

type Told = Pick<Owned, "tenantId" | "sequence" | "cart" | "contact">;

/** A dry run that still goes on, with the one cart that it has come to. */
export async function tellDryRun({ db, tenantId }: Scope, { sequence, cart, contact }: Told, at: Date): Promise<void> {
  const id = runOf({ tenantId });
  await db.insert(dryRuns).values({
    ...{ tenantId, id, sequenceId: sequence, versionId: null, graph, fromAt: long, toAt: at, status: "running" },
    ...{ carts: 1, cursor: contact, tally: emptyTally(), startedBy: null, startedAt: at },
  });
  const row = { cartId: cart, contactId: contact, abandonedAt: at, outcome: "entered", messages: 1 };
  await db.insert(dryRunCarts).values({ tenantId, dryRunId: id, ...row });
}

const source = (a: Owned) => ({
  ...{ sequenceId: "none", graph, experimentIds: [a.experiment], zone: "Europe/Oslo", bestHour: true, since: long },
});
const asked = (a: Owned, now: Date) => ({
  ...{ sequenceId: a.sequence, versionId: null, graph, period: { from: long, to: now }, carts: 1 },
});

export const dryRunReads: Record<string, Call> = {
  contactOfCart: (b, a) => contactOfCart(b, a.cart, source(a)),
  contactsToReplay: (b, a) => {
    const { id, shopId, phase, currency, total, totals, lines, sourceCreatedAt, lastActivityAt } = a.cartRow;
    const cart = { id, shopId, phase, currency, total, totals, lines, startedAt: sourceCreatedAt, lastActivityAt };
    const rest = { discountCodes: [], customerExternalId: null, deletedAt: null, mergedAt: null, claimed: false };
    const whole = {
      ...cart,
      ...rest,
      abandonedAt: lastActivityAt,
      contactId: a.contact,
      device: null,
      storeZone: null,
    };
    return contactsToReplay(b, [whole], source(a));
  },
  countCarts: (b) => countCarts(b, firstDay),
  listDryRunCarts: (b, a) => listDryRunCarts(b, { id: runOf(a) }),
  listDryRuns: (b, a) => listDryRuns(b, a.sequence),
  loadReplayPlan: (b, a, now) => loadReplayPlan(b, { sequenceId: a.sequence, graph }, { since: long, until: now }),
  lockDryRun: (b, a) => lockDryRun(b, runOf(a)),
  nextContacts: (b, a, now) => nextContacts(b, { period: { from: long, to: now }, cursor: "", limit: 100 }, source(a)),
  readDryRun: (b, a) => readDryRun(b, runOf(a)),
  walkableGraph: (b, a) => walkableGraph(b, a.idleSequence, a.idleVersion),
};

export const dryRunWrites: Record<string, Call> = {
  endDryRun: (b, a, now) => endDryRun(b, runOf(a), "cancelled", now),
  saveDryRunPage: (b, a, now) => saveDryRunPage(b, { id: runOf(a), cursor: null, tally: emptyTally(), rows: [] }, now),
  startDryRun: (b, a, now) => startDryRun(b, asked(a, now), null, now),
};
