import { sql } from "drizzle-orm";
import type { FindingCode } from "#domain/draft.ts";
import type { HoldReason } from "#domain/draft-life.ts";
import type { QueueFilter, QueueGroups } from "#domain/draft-queue.ts";
import { filtered, tabs } from "./draft-filters.ts";
import { listOpenStops } from "./pattern-stops.ts";
import type { Scope } from "./scope.ts";

type Counted = { kind: "total" | "pattern" | "finding" | "hold"; key: string; count: number };

/** Of what was sent or decided only the newest are counted: nobody clusters a year. */
const mostCounted = 5_000;

/** How many of the asked drafts stand in each cluster, from one walk over them; of a past tab over its newest 5,000. */
export async function groupDrafts(
  scope: Scope,
  { me = null, ...filter }: QueueFilter & { me?: string | null },
): Promise<QueueGroups> {
  const { from, where, sort, ascending } = tabs[filter.tab];
  const newest = ascending ? sql`` : sql`order by ${sort} desc limit ${mostCounted}`;
  const counted = await scope.db.execute<Counted>(sql`
    with found as materialized (
      select drafts.pattern, drafts.holds, drafts.findings from ${from} where ${where} and ${await filtered(scope, filter, me)}
      ${newest}
    )
    select 'total' as kind, '' as key, count(*)::int as count from found
    union all select 'pattern', pattern, count(*)::int from found where pattern <> '' group by pattern
    union all select 'hold', hold, sum(count)::int from (select holds, count(*) from found group by holds) alike, unnest(holds) hold group by hold
    union all select 'finding', code, count(*)::int from found, lateral (
      select distinct one ->> 'code' as code from jsonb_array_elements(findings) one) codes
      where findings <> '[]' group by code
    order by count desc, key`);
  const of = (kind: Counted["kind"]) => [...counted].filter((row) => row.kind === kind);
  const patterns = of("pattern").map(({ key, count }) => ({ ...partsOf(key), pattern: key, count }));
  const names = await namesOf(scope, patterns);
  const stopped = new Set((await listOpenStops(scope)).map(({ pattern }) => pattern));
  return {
    total: of("total")[0]?.count ?? 0,
    patterns: patterns.map((one) => ({
      ...{ pattern: one.pattern, label: patternLabel(one, names), count: one.count },
      stopped: stopped.has(one.pattern),
    })),
    steps: summed(patterns, ({ sequenceId, stepId }) => `${sequenceId}/${stepId}`).map(({ first, count }) => ({
      ...{ sequenceId: first.sequenceId, stepId: first.stepId, label: stepLabel(first, names), count },
    })),
    languages: summed(patterns, (one) => one.language).map(({ first, count }) => ({ language: first.language, count })),
    findings: of("finding").map(({ key, count }) => ({ code: key as FindingCode, count })),
    holds: of("hold").map(({ key, count }) => ({ reason: key as HoldReason, count })),
  };
}

type Parts = { sequenceId: string; stepId: string; language: string; returning: boolean; incentiveId: string | null };
type Counts = Parts & { pattern: string; count: number };

/** What `patternOf` was given: it writes a language, a segment and an incentive last. */
function partsOf(pattern: string): Parts {
  const [sequenceId = "", stepId = "", language = "", segment, incentive = "none"] = pattern.split("/");
  return {
    ...{ sequenceId, stepId, language },
    ...{ returning: segment === "returning", incentiveId: incentive === "none" ? null : incentive },
  };
}

function summed(counts: Counts[], keyOf: (one: Counts) => string): { first: Counts; count: number }[] {
  const sums = new Map<string, { first: Counts; count: number }>();
  for (const one of counts) {
    const known = sums.get(keyOf(one));
    sums.set(keyOf(one), { first: known?.first ?? one, count: (known?.count ?? 0) + one.count });
  }
  return [...sums.values()].sort((a, b) => b.count - a.count);
}

type Names = Map<string, string>;

/** Names of the few sequences, steps and incentives that the clusters are of. A step goes by its place in the newest version. */
async function namesOf(scope: Scope, patterns: Parts[]): Promise<Names> {
  if (patterns.length === 0) return new Map();
  const sequences = JSON.stringify([...new Set(patterns.map((one) => one.sequenceId))]);
  const rows = await scope.db.execute<{ key: string; name: string }>(sql`
    with asked as (select id from jsonb_array_elements_text(${sequences}::jsonb) id)
    select sequences.id as key, name from sequences join asked using (id)
    union all select id, name from incentives
    union all (select distinct on (v.sequence_id, step.it ->> 'id') v.sequence_id || '/' || (step.it ->> 'id'), step.place::text
      from sequence_versions v join asked on asked.id = v.sequence_id,
        jsonb_array_elements(v.steps) with ordinality step(it, place)
      order by v.sequence_id, step.it ->> 'id', v.number desc)`);
  return new Map([...rows].map(({ key, name }) => [key, name]));
}

function stepLabel({ sequenceId, stepId }: Parts, names: Names): string {
  const place = names.get(`${sequenceId}/${stepId}`);
  return `${names.get(sequenceId) ?? sequenceId} · ${place ? `step ${place}` : stepId}`;
}

const languageNames = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

function patternLabel(parts: Parts, names: Names): string {
  const { language, returning, incentiveId } = parts;
  const offer = incentiveId === null ? "no incentive" : (names.get(incentiveId) ?? "an earlier incentive");
  const spoken = language === "" ? language : languageNames.of(language);
  return [stepLabel(parts, names), spoken, returning ? "returning" : "new", offer].join(" · ");
}
