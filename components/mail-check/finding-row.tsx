"use client";

import { CircleAlert, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { Finding, Severity, Span } from "#domain/mail-checks/finding.ts";
import { cn } from "../ui/cn.ts";
import { severityLabels } from "./labels.ts";

const looks: Record<Severity, { icon: LucideIcon; colour: string }> = {
  error: { icon: CircleAlert, colour: "text-bad" },
  warning: { icon: TriangleAlert, colour: "text-warn" },
  note: { icon: Info, colour: "text-ink-faint" },
};

/** One finding: what it is, what to do, and the piece it is about, which marks its place in the preview. */
export function FindingRow(props: {
  finding: Finding;
  marked: boolean;
  onMark: (place: { at: Span; block: string | null } | null) => void;
}) {
  const { finding, marked, onMark } = props;
  const { icon: Icon, colour } = looks[finding.severity];
  const { at, block, excerpt } = finding;
  return (
    <li className={cn("flex gap-2.5 rounded-md px-2 py-1.5 text-sm", marked && "bg-accent-soft")}>
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", colour)} />
      <div className="grid min-w-0 gap-1">
        <p className="text-ink">
          <span className="sr-only">{severityLabels[finding.severity]}: </span>
          {finding.says}
        </p>
        <p className="text-ink-soft text-xs">{finding.advice}</p>
        {excerpt ? (
          <Excerpt text={excerpt} marked={marked} onMark={at ? () => onMark(marked ? null : { at, block }) : null} />
        ) : null}
      </div>
    </li>
  );
}

/** A piece of the source; where its place is known it is a button that marks it. */
export function Excerpt({ text, marked, onMark }: { text: string; marked: boolean; onMark: (() => void) | null }) {
  const look =
    "wrap-anywhere block w-full rounded-sm bg-sunken px-1.5 py-0.5 text-left font-mono text-2xs text-ink-soft leading-4";
  if (!onMark) return <code className={look}>{text}</code>;
  return (
    <button
      type="button"
      aria-pressed={marked}
      title="Show the place in the message"
      onClick={onMark}
      className={cn(look, "hover:bg-hover hover:text-ink pointer-coarse:py-2", marked && "text-ink ring-1 ring-accent")}
    >
      {text}
    </button>
  );
}
