import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Scope } from "./scope.ts";

/** One entry beside its seal; either is null where the other stands alone. Texts are as Postgres hashed them. */
export type Link = {
  seq: number | null;
  entryId: string;
  sealed: { changeDigest: string; previousHash: string; hash: string } | null;
  entry: {
    actorKind: string;
    actorId: string | null;
    action: string;
    subjectId: string | null;
    change: string;
    at: string;
    salt: string | null;
  } | null;
};

export type ChainFault = {
  seq: number | null;
  entryId: string;
  fault: "entry_removed" | "entry_changed" | "seal_removed" | "seal_changed" | "entry_unsealed";
};

/** What a walk over the chain found. `erased` entries have lost their words to a person's erasure, and still stand. */
export type ChainReport = { entries: number; erased: number; head: string; faults: ChainFault[] };

const pageSize = 1_000;

/** Links in the chain's order, after the given place; entries that no seal knows come last. */
export async function listLinks(scope: Scope, after: number, limit = pageSize): Promise<Link[]> {
  return [
    ...(await scope.db.execute<Link>(sql`
      select s.seq::int as seq, s.entry_id as "entryId",
        json_build_object('changeDigest', s.change_digest, 'previousHash', s.previous_hash, 'hash', s.hash) as sealed,
        ${entryOf} as entry
      from audit_seals s left join audit_entries e on e.tenant_id = s.tenant_id and e.id = s.entry_id
      where s.tenant_id = ${scope.tenantId} and s.seq > ${after} order by s.seq limit ${limit}`)),
  ];
}

const entryOf = sql`case when e.id is not null then json_build_object('actorKind', e.actor_kind, 'actorId', e.actor_id,
  'action', e.action, 'subjectId', e.subject_id, 'change', e.change::text, 'salt', e.salt,
  'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) end`;

/** Walks a tenant's whole chain, recomputes every hash and names each place where a row was removed or changed. */
export async function verifyAudit(scope: Scope): Promise<ChainReport> {
  const report: ChainReport = { entries: 0, erased: 0, head: "", faults: [] };
  for (let seq = 0; ; ) {
    const links = await listLinks(scope, seq);
    for (const link of links) {
      if (link.seq !== seq + 1) report.faults.push({ seq: seq + 1, entryId: link.entryId, fault: "seal_removed" });
      follow(scope.tenantId, link, report);
      seq = link.seq ?? seq;
    }
    if (links.length < pageSize) break;
  }
  const strays = await scope.db.execute<{ id: string }>(sql`
    select e.id from audit_entries e where e.tenant_id = ${scope.tenantId} and not exists
      (select from audit_seals s where s.tenant_id = e.tenant_id and s.entry_id = e.id) order by e.id limit 100`);
  for (const { id } of strays) report.faults.push({ seq: null, entryId: id, fault: "entry_unsealed" });
  return report;
}

/** Takes one link to the walk: its place in the chain, its own hash, and the words that its entry still has. */
function follow(tenantId: string, link: Link, report: ChainReport): void {
  const { seq, entryId, sealed, entry } = link;
  if (!sealed) return;
  report.entries += 1;
  if (sealed.previousHash !== report.head) report.faults.push({ seq, entryId, fault: "seal_changed" });
  report.head = sealed.hash;
  if (!entry) {
    report.faults.push({ seq, entryId, fault: "entry_removed" });
    return;
  }
  if (entry.salt === null) report.erased += 1;
  const words = entry.salt === null ? sealed.changeDigest : sha256(`${entry.salt}\n${entry.change}`);
  const { actorKind, actorId, action, subjectId, at } = entry;
  const lines = [sealed.previousHash, tenantId, seq, entryId, actorKind, actorId ?? "-", action, subjectId ?? "-", at];
  const hash = sha256([...lines, sealed.changeDigest].join("\n"));
  if (words !== sealed.changeDigest || hash !== sealed.hash)
    report.faults.push({ seq, entryId, fault: "entry_changed" });
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
