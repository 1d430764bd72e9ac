import { stringify } from "csv-stringify/sync";
import { type Link, listLinks } from "#db/audit-chain.ts";
import type { Scope } from "#db/scope.ts";

export const auditFormats = ["csv", "jsonl"] as const;
export type AuditFormat = (typeof auditFormats)[number];

const columns = ["seq", "at", "actorKind", "actorId", "action", "subjectId", "change", "id", "hash", "previousHash"];
const partSize = 1_000;

/** Reads the chain part by part as lines of a file: the head first, null after the last link. */
export function auditFile(format: AuditFormat): (scope: Scope) => Promise<string | null> {
  let after: number | null = null;
  return async (scope) => {
    if (after === null) {
      after = 0;
      if (format === "csv") return stringify([columns]);
    }
    const links = await listLinks(scope, after, partSize);
    after = links.at(-1)?.seq ?? after;
    return links.length > 0 ? links.map((link) => lineOf(format, link)).join("") : null;
  };
}

function lineOf(format: AuditFormat, { seq, entryId, sealed, entry }: Link): string {
  const { actorKind, actorId, action, subjectId, change, at } = entry ?? {};
  const chain = { id: entryId, hash: sealed?.hash, previousHash: sealed?.previousHash };
  const row = { seq, at, actorKind, actorId, action, subjectId, change, ...chain };
  if (format === "csv") return stringify([row], { columns, escape_formulas: true });
  return `${JSON.stringify({ ...row, change: change === undefined ? null : JSON.parse(change) })}\n`;
}
