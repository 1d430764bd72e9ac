import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "./scope.ts";

// What sequences have done, from the sums: db/result-sums.ts says when these are asked.

/** Of each sequence how many have entered it and how many came back. */
export const sequenceSums = (scope: Scope): SQL => sql`
  select sequence_id, sum(enrolled)::int as enrolled, sum(recovered)::int as recovered
  from rollup_funnels where tenant_id = ${scope.tenantId} group by 1`;

/** How many have entered each version of a sequence. */
export const versionSums = (scope: Scope, sequenceId: string): SQL => sql`
  select version_id as id, sum(enrolled)::int as enrolled
  from rollup_funnels where tenant_id = ${scope.tenantId} and sequence_id = ${sequenceId} group by 1`;

/** What became of the messages at each place of a sequence's versions. */
export const versionPlaceSums = (scope: Scope, sequenceId: string): SQL => sql`
  select s.version_id as "versionId", s.position, sum(s.sent)::int as sent, sum(s.clicked)::int as clicked,
    sum(s.recovered)::int as recovered
  from rollup_steps s join sequence_versions v on v.tenant_id = s.tenant_id and v.id = s.version_id
  where s.tenant_id = ${scope.tenantId} and v.sequence_id = ${sequenceId} group by 1, 2 having sum(s.sent) > 0 order by 1, 2`;
