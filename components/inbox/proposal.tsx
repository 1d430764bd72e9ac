"use client";

import { Check, Pencil, X } from "lucide-react";
import type { ThreadEntry } from "#domain/inbox-rows.ts";
import { holdLabels } from "../draft/labels.ts";
import { flagLabels } from "../letter/labels.ts";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";

export type ProposedLetter = Extract<ThreadEntry, { kind: "letter" }>;
type Props = {
  letter: ProposedLetter;
  /** Null for whoever may not decide on it. */
  acts: { approve: (() => void) | null; edit: () => void; reject: () => void; busy: boolean } | null;
};

/** The answer that is proposed: its words, why it waits, and the verdict on it. */
export function Proposal({ letter, acts }: Props) {
  const { text, flags, holds, madeBy } = letter;
  const why = [
    ...flags.map((flag) => flagLabels[flag]),
    ...holds.filter((hold) => hold !== "finding").map((hold) => holdLabels[hold]),
  ];
  return (
    <section aria-label="Proposed answer" className="rounded-lg border border-accent/40 bg-surface shadow-panel">
      <header className="flex flex-wrap items-baseline justify-between gap-x-3 border-b px-4 py-2.5">
        <h3 className="font-semibold text-sm">
          {madeBy.kind === "writer" ? "Proposed answer" : `Answer by ${madeBy.name ?? madeBy.id}`}
        </h3>
        <span className="text-ink-faint text-xs">Waits for a person</span>
      </header>
      <div className="grid gap-3 px-4 py-3">
        <p className="wrap-anywhere whitespace-pre-wrap text-sm leading-6" dir="auto">
          {text ?? "Erased"}
        </p>
        {why.length > 0 ? (
          <ul aria-label="Why a person looks at it" className="grid gap-0.5 text-ink-soft text-xs">
            {why.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        ) : null}
      </div>
      {acts ? (
        <footer className="flex flex-wrap items-center gap-2 rounded-b-lg border-t bg-sunken px-4 py-2.5">
          {acts.approve ? (
            <Button variant="primary" onClick={acts.approve} disabled={acts.busy} aria-keyshortcuts="a">
              <Check aria-hidden />
              Approve and send
              <Key letter="a" />
            </Button>
          ) : (
            <p className="text-ink-soft text-sm">You wrote these words: somebody else must approve them.</p>
          )}
          <Button onClick={acts.edit} disabled={acts.busy}>
            <Pencil aria-hidden />
            Edit
          </Button>
          <Button onClick={acts.reject} disabled={acts.busy} aria-keyshortcuts="x">
            <X aria-hidden />
            Reject
            <Key letter="x" />
          </Button>
        </footer>
      ) : null}
    </section>
  );
}

export const Key = ({ letter }: { letter: string }) => (
  <span aria-hidden className="hidden opacity-80 lg:inline-flex">
    <Kbd>{letter}</Kbd>
  </span>
);
