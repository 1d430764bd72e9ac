"use client";

import { ExternalLink } from "lucide-react";
import { useState } from "react";
import type { Span } from "#domain/mail-checks/finding.ts";
import { type MailProgram, mailPrograms, type SupportGap } from "#domain/mail-checks/support.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Select } from "../ui/select.tsx";
import { Excerpt } from "./finding-row.tsx";
import { isAt } from "./is-at.ts";
import { programLabels } from "./labels.ts";

const fewRows = 6;

type Props = {
  gaps: SupportGap[];
  updatedAt: string;
  marked: Span | null;
  onMark: (place: { at: Span; block: string | null } | null) => void;
};

/** What of the HTML and CSS a mail program does not follow. */
export function ProgramGaps({ gaps, updatedAt, marked, onMark }: Props) {
  const [chosen, setChosen] = useState<MailProgram | "all">("all");
  const [all, setAll] = useState(false);
  const shown = gaps.filter(({ programs }) => chosen === "all" || programs.some(({ program }) => program === chosen));
  return (
    <section className="grid gap-2.5 border-t px-4 py-3">
      <h3 className="font-semibold text-ink-soft text-xs">Mail programs</h3>
      <Field label="Not followed by">
        <Select
          value={chosen}
          onChange={(event) => setChosen(mailPrograms.find((one) => one === event.target.value) ?? "all")}
        >
          <option value="all">Any program ({gaps.length})</option>
          {mailPrograms.map((program) => (
            <option key={program} value={program}>
              {programLabels[program]} (
              {gaps.filter((gap) => gap.programs.some((one) => one.program === program)).length})
            </option>
          ))}
        </Select>
      </Field>
      {shown.length === 0 ? (
        <p className="text-ink-soft text-sm">Everything in this message is followed.</p>
      ) : (
        <ul className="grid gap-1">
          {(all ? shown : shown.slice(0, fewRows)).map((gap) => (
            <Gap key={gap.title} gap={gap} chosen={chosen} marked={isAt(marked, gap.at)} onMark={onMark} />
          ))}
        </ul>
      )}
      {!all && shown.length > fewRows ? (
        <Button size="sm" onClick={() => setAll(true)} className="justify-self-start">
          Show all {shown.length}
        </Button>
      ) : null}
      <p className="text-ink-faint text-xs">
        By the tests of caniemail.com as of {updatedAt}. What is not followed is left out; the templates stand without
        it.
      </p>
    </section>
  );
}

type GapProps = Pick<Props, "onMark"> & { gap: SupportGap; chosen: MailProgram | "all"; marked: boolean };

function Gap({ gap, chosen, marked, onMark }: GapProps) {
  const { title, url, matters, excerpt, at, block, count } = gap;
  const programs = gap.programs.filter(({ program }) => chosen === "all" || program === chosen);
  return (
    <li>
      <details className="group rounded-md">
        <summary className="flex cursor-pointer flex-wrap items-center gap-x-2 gap-y-0.5 py-1 text-sm">
          <span className="wrap-anywhere font-mono text-xs">{title}</span>
          {matters ? <Badge tone="warn">Layout</Badge> : null}
          <span className="text-ink-faint text-xs tabular-nums">
            {gap.programs.length} of {mailPrograms.length} programs, {count} {count === 1 ? "place" : "places"}
          </span>
        </summary>
        <div className="grid gap-1.5 pb-2 pl-4">
          <Excerpt text={excerpt} marked={marked} onMark={at ? () => onMark(marked ? null : { at, block }) : null} />
          <ul className="grid gap-1 text-xs">
            {programs.map(({ program, level, notes }) => (
              <li key={program}>
                <span className="font-medium">{programLabels[program]}</span>{" "}
                <span className="text-ink-soft">{level === "none" ? "does not follow it" : "follows it in part"}</span>
                {notes.map((note) => (
                  <span key={note} className="block text-ink-faint">
                    {note}
                  </span>
                ))}
              </li>
            ))}
          </ul>
          <a
            href={url}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center gap-1 text-accent text-xs underline"
          >
            The tests
            <ExternalLink aria-hidden className="size-3" />
          </a>
        </div>
      </details>
    </li>
  );
}
