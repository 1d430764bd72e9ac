"use client";

import { CircleCheck } from "lucide-react";
import type { MailReport } from "#domain/mail-checks/check-mail.ts";
import { checkGroupOf, checkGroups, type Finding, type Severity, type Span } from "#domain/mail-checks/finding.ts";
import type { SupportGap } from "#domain/mail-checks/support.ts";
import { Badge } from "../ui/badge.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Panel, PanelHeader } from "../ui/panel.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { FindingRow } from "./finding-row.tsx";
import { isAt } from "./is-at.ts";
import { groupLabels } from "./labels.ts";
import { LinkCheck } from "./link-check.tsx";
import type { LinkQuestion } from "./link-question.ts";
import { Meters } from "./meters.tsx";
import { ProgramGaps } from "./program-gaps.tsx";

export type MailChecksAnswer = MailReport & { programs: { gaps: SupportGap[]; updatedAt: string } };
/** What was asked of links and what came back; without it the panel offers no such question. */

type Props = {
  checks: MailChecksAnswer | undefined;
  failed: boolean;
  /** True while a newer message is being checked. */
  busy?: boolean;
  onRetry: () => void;
  /** The place that is marked in the preview beside. */
  marked: Span | null;
  /** Told the place of a finding that was chosen, and the editor's block; null when it was let go. */
  onMark: (place: { at: Span; block: string | null } | null) => void;
  links?: LinkQuestion;
  className?: string;
};

/** What is to be mended in a message before it leaves. */
export function MailChecks({ checks, failed, busy = false, onRetry, marked, onMark, links, className }: Props) {
  return (
    <Panel aria-label="Checks" aria-busy={busy} className={className}>
      <PanelHeader title="Checks" actions={checks ? <Counts findings={checks.findings} /> : null} />
      {failed ? <ErrorState title="The message could not be checked" onRetry={onRetry} /> : null}
      {!checks && !failed ? (
        <div className="grid gap-3 p-4">
          <Skeleton className="h-10" />
          <Skeleton className="h-24" />
        </div>
      ) : null}
      {checks ? (
        <div className={busy ? "opacity-60 transition-opacity" : undefined}>
          <Meters report={checks} />
          <Groups findings={checks.findings} marked={marked} onMark={onMark} />
          {links && checks.links.length > 0 ? <LinkCheck count={checks.links.length} {...links} /> : null}
          <ProgramGaps {...checks.programs} marked={marked} onMark={onMark} />
        </div>
      ) : null}
    </Panel>
  );
}

const counted: [Severity, "bad" | "warn" | "neutral", [string, string]][] = [
  ["error", "bad", ["to mend", "to mend"]],
  ["warning", "warn", ["to look at", "to look at"]],
  ["note", "neutral", ["note", "notes"]],
];

function Counts({ findings }: { findings: Finding[] }) {
  if (findings.length === 0) return <Badge tone="good">Nothing to mend</Badge>;
  return counted.map(([severity, tone, [one, many]]) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? null : (
      <Badge key={severity} tone={tone} className="tabular-nums">
        {count} {count === 1 ? one : many}
      </Badge>
    );
  });
}

type GroupsProps = Pick<Props, "marked" | "onMark"> & { findings: Finding[] };

function Groups({ findings, marked, onMark }: GroupsProps) {
  if (findings.length === 0) {
    return (
      <p className="flex items-center gap-2 border-t px-4 py-3 text-ink-soft text-sm">
        <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
        Nothing to mend.
      </p>
    );
  }
  return checkGroups.map((group) => {
    const rows = findings.filter(({ check }) => checkGroupOf[check] === group);
    return rows.length === 0 ? null : (
      <section key={group} className="border-t px-2 py-2.5">
        <h3 className="px-2 pb-1 font-semibold text-ink-soft text-xs">{groupLabels[group]}</h3>
        <ul>
          {rows.map((finding, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: findings of one message come in its order
            <FindingRow key={index} finding={finding} marked={isAt(marked, finding.at)} onMark={onMark} />
          ))}
        </ul>
      </section>
    );
  });
}
