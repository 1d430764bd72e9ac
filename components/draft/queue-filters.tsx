"use client";

import { ListFilter, X } from "lucide-react";
import { useState } from "react";
import { type FindingCode, findingCodes } from "#domain/draft.ts";
import { type HoldReason, holdReasons } from "#domain/draft-life.ts";
import type { Person, QueueFilter, QueueGroups } from "#domain/draft-queue.ts";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/select.tsx";
import { type Grouping, groupings } from "./groupings.ts";
import { findingLabels, holdLabels } from "./labels.ts";

const groupingLabels: Record<Grouping, string> = {
  none: "Not grouped",
  step: "By step",
  pattern: "By pattern",
  finding: "By finding",
};

type Narrowing = Pick<QueueFilter, "finding" | "hold" | "language" | "assignee">;
type Props = {
  filter: Narrowing;
  groups: QueueGroups | undefined;
  members: Person[];
  grouping: Grouping;
  /** How the list is sorted where it is not grouped. */
  order: string;
  onFilter: (part: Narrowing) => void;
  onGrouping: (grouping: Grouping) => void;
};

const languageNames = new Intl.DisplayNames("en", { type: "language" });
export const languageName = (language: string) => languageNames.of(language) ?? language;

/** How the list is grouped and to what it is narrowed. What narrows it stays in sight, each with its way out. */
export function QueueFilters({ filter, groups, members, grouping, order, onFilter, onGrouping }: Props) {
  const [isOpen, setOpen] = useState(false);
  const active = activeFilters(filter, members);
  return (
    <div className="grid gap-2">
      <div className="flex gap-2">
        <Select
          aria-label="Group"
          value={grouping}
          onChange={(event) => onGrouping(groupings.find((known) => known === event.target.value) ?? "none")}
          className="min-w-0 flex-1"
        >
          {groupings.map((value) => (
            <option key={value} value={value}>
              {value === "none" ? order : groupingLabels[value]}
            </option>
          ))}
        </Select>
        <Button onClick={() => setOpen(!isOpen)} aria-expanded={isOpen} aria-controls="queue-filters">
          <ListFilter aria-hidden />
          Filter
          {active.length > 0 ? <span className="tabular text-accent">{active.length}</span> : null}
        </Button>
      </div>
      {isOpen ? <Choices {...{ filter, groups, members, onFilter }} /> : null}
      {active.length > 0 ? (
        <ul className="flex flex-wrap gap-1.5" aria-label="Narrowed to">
          {active.map(({ key, text }) => (
            <li key={key}>
              <button
                type="button"
                onClick={() => onFilter({ [key]: undefined })}
                className="inline-flex h-6 max-w-full items-center gap-1 rounded-full bg-accent-soft pr-1.5 pl-2.5 text-accent text-xs pointer-coarse:h-8"
              >
                <span className="truncate">{text}</span>
                <X aria-hidden className="size-3 shrink-0" />
                <span className="sr-only">, show all again</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Choices({ filter, groups, members, onFilter }: Pick<Props, "filter" | "groups" | "members" | "onFilter">) {
  const counted = (count: number | undefined) => (count ? ` (${count})` : "");
  return (
    <div id="queue-filters" className="grid grid-cols-2 gap-2">
      <Select
        aria-label="Why it waits"
        value={filter.hold ?? ""}
        onChange={(event) => onFilter({ hold: holdReasons.find((known) => known === event.target.value) })}
      >
        <option value="">Any reason</option>
        {shown<HoldReason>(
          groups?.holds.map(({ reason }) => reason),
          holdReasons,
          filter.hold,
        ).map((reason) => (
          <option key={reason} value={reason}>
            {holdLabels[reason] + counted(groups?.holds.find((group) => group.reason === reason)?.count)}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Finding"
        value={filter.finding ?? ""}
        onChange={(event) => onFilter({ finding: findingCodes.find((known) => known === event.target.value) })}
      >
        <option value="">Any finding</option>
        {shown<FindingCode>(
          groups?.findings.map(({ code }) => code),
          findingCodes,
          filter.finding,
        ).map((code) => (
          <option key={code} value={code}>
            {findingLabels[code] + counted(groups?.findings.find((group) => group.code === code)?.count)}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Language"
        value={filter.language ?? ""}
        onChange={(event) => onFilter({ language: event.target.value || undefined })}
      >
        <option value="">Any language</option>
        {shown(
          groups?.languages.map(({ language }) => language),
          [],
          filter.language,
        ).map((language) => (
          <option key={language} value={language}>
            {languageName(language) + counted(groups?.languages.find((group) => group.language === language)?.count)}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Taken by"
        value={filter.assignee ?? ""}
        onChange={(event) => onFilter({ assignee: event.target.value || undefined })}
      >
        <option value="">Anybody</option>
        <option value="me">Me</option>
        <option value="none">Nobody yet</option>
        {members.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** What the list holds, the chosen one included; all there is while that is not known. */
function shown<Value extends string>(
  found: Value[] | undefined,
  all: readonly Value[],
  chosen: Value | undefined,
): Value[] {
  return [...new Set([...(chosen ? [chosen] : []), ...(found ?? all)])];
}

function activeFilters({ finding, hold, language, assignee }: Narrowing, members: Person[]) {
  const taken =
    assignee === "me" ? "me" : assignee === "none" ? "nobody yet" : members.find(({ id }) => id === assignee)?.name;
  const all: { key: keyof Narrowing; text: string | false | undefined }[] = [
    { key: "hold", text: hold && holdLabels[hold] },
    { key: "finding", text: finding && findingLabels[finding] },
    { key: "language", text: language && languageName(language) },
    { key: "assignee", text: assignee && `Taken by ${taken ?? "somebody"}` },
  ];
  return all.flatMap(({ key, text }) => (text ? [{ key, text }] : []));
}
