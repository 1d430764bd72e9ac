import { RefreshCw } from "lucide-react";
import type { ReactNode } from "react";
import type { DomainRow, PartReport } from "#domain/sender-domain.ts";
import { Badge, Status } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Panel, PanelHeader } from "../ui/panel.tsx";
import { Time } from "../ui/time.tsx";
import {
  partMeanings,
  partNames,
  problemText,
  standingLabels,
  standingText,
  standingTones,
  stateLabels,
  stateTones,
  wantedText,
} from "./labels.ts";
import { RecordsFound, RecordToSet } from "./record.tsx";

type Props = {
  row: DomainRow;
  zone: string;
  busy: boolean;
  /** Null for who may not. */
  onCheck: (() => void) | null;
  /** Where the names of DKIM keys are said. */
  children: ReactNode;
};

/** A domain with what DNS says of it, and what to put there. */
export function DomainPanel({ row, zone, busy, onCheck, children }: Props) {
  const { domain, standing, sends, receives, lapsedSince, checkedAt, parts } = row;
  const uses = [...(sends ? ["mail is sent from it"] : []), ...(receives ? ["mailboxes are there"] : [])];
  return (
    <Panel aria-label={domain}>
      <PanelHeader
        title={
          <span className="flex flex-wrap items-center gap-2">
            <span className="wrap-anywhere min-w-0">{domain}</span>
            <Badge tone={standingTones[standing]}>{standingLabels[standing]}</Badge>
          </span>
        }
        description={`In use: ${uses.join(", ")}.`}
        actions={
          onCheck ? (
            <Button size="sm" busy={busy} onClick={onCheck} aria-label={`Check ${domain} again`}>
              <RefreshCw aria-hidden />
              {checkedAt ? "Check again" : "Check"}
            </Button>
          ) : null
        }
      />
      <div className="grid gap-4 p-4">
        <Notice tone={standing === "lacking" ? "bad" : standing === "fine" ? "good" : "neutral"}>
          {standingText(row)}
          {lapsedSince ? (
            <>
              {" "}
              It was fine until <Time at={lapsedSince} zone={zone} />.
            </>
          ) : null}
        </Notice>
        {parts.length > 0 ? (
          <ul className="grid gap-4">
            {parts.map((part) => (
              <Part key={part.part} part={part} />
            ))}
          </ul>
        ) : null}
        {children}
        {checkedAt ? (
          <p className="text-ink-faint text-xs">
            Checked <Time at={checkedAt} zone={zone} />. It is checked once a day.
          </p>
        ) : null}
      </div>
    </Panel>
  );
}

function Part({ part: { part, state, found, problems, wants } }: { part: PartReport }) {
  return (
    <li className="grid min-w-0 gap-1.5 border-t pt-3 first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <h3 className="font-semibold text-sm">{partNames[part]}</h3>
        <span className="text-ink-faint text-xs">{partMeanings[part]}</span>
        <Status tone={stateTones[state]} className="ml-auto">
          {stateLabels[state]}
        </Status>
      </div>
      <RecordsFound records={found} />
      {problems.map((problem) => (
        <p key={`${problem.kind} ${problem.about}`} className="wrap-anywhere text-ink-soft text-sm">
          {problemText(problem)}
        </p>
      ))}
      {wants.length > 0 ? (
        <div className="grid min-w-0 gap-2 rounded-md border p-3">
          <p className="text-sm">{found.length > 0 ? wantedText[part] : "Put this record into DNS:"}</p>
          {wants.map((record) => (
            <RecordToSet key={`${record.type} ${record.name}`} record={record} />
          ))}
        </div>
      ) : null}
    </li>
  );
}
