import { type Grouping, groupings } from "#components/draft/groupings.ts";
import { findingCodes } from "#domain/draft.ts";
import { holdReasons } from "#domain/draft-life.ts";
import { type QueueFilter, type QueueGroups, queueTabs } from "#domain/draft-queue.ts";

export type Narrowing = Omit<QueueFilter, "sequenceId" | "stepId">;
/** What the address asks for: which drafts, how they are grouped, which group is open, which draft is read. */
export type Asked = { filter: Narrowing; grouping: Grouping; open: string | null; draftId: string | null };

type Params = Record<string, string | string[] | undefined>;

export function readAsked(params: Params): Asked {
  const text = (name: string) => {
    const value = params[name];
    return typeof value === "string" && value !== "" ? value.slice(0, 300) : undefined;
  };
  const tab = queueTabs.find((known) => known === text("tab")) ?? "waiting";
  const finding = findingCodes.find((known) => known === text("finding"));
  const hold = holdReasons.find((known) => known === text("hold"));
  const [search, language, assignee, pattern] = [text("search"), text("language"), text("assignee"), text("pattern")];
  return {
    filter: { tab, search, finding, hold, language, assignee, pattern },
    grouping: groupings.find((known) => known === text("group")) ?? "none",
    open: text("open") ?? null,
    draftId: text("draft") ?? null,
  };
}

export function addressOf({ filter, grouping, open, draftId }: Asked): string {
  const query = filterParams(filter);
  if (grouping !== "none") query.set("group", grouping);
  if (open) query.set("open", open);
  if (draftId) query.set("draft", draftId);
  return `/drafts?${query}`;
}

export function filterParams(filter: QueueFilter): URLSearchParams {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return new URLSearchParams(given);
}

export type OpenGroup = { key: string; label: string; count: number; part: Partial<QueueFilter> };

/** The groups of a list; `part` narrows the list to one of them. None when it is not grouped. */
export function groupsBy(grouping: Grouping, groups: QueueGroups | undefined, labelOf: LabelOf): OpenGroup[] {
  if (!groups || grouping === "none") return [];
  if (grouping === "step")
    return groups.steps.map(({ sequenceId, stepId, label, count }) => ({
      ...{ key: `${sequenceId}/${stepId}`, label, count, part: { sequenceId, stepId } },
    }));
  if (grouping === "pattern")
    return groups.patterns.map(({ pattern, label, count }) => ({ key: pattern, label, count, part: { pattern } }));
  return groups.findings.map(({ code, count }) => ({
    key: code,
    label: labelOf[code],
    count,
    part: { finding: code },
  }));
}

type LabelOf = Record<QueueGroups["findings"][number]["code"], string>;
