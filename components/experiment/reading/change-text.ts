import { guardrailMetrics } from "#domain/experiment.ts";
import type { ActView } from "#domain/experiment-view.ts";
import { formatTime } from "../../ui/time.tsx";
import { guardrailLabels } from "../labels.ts";

/** What an act changed, line by line: shares before and after, the end, the arm that won. */
export function changeText({ change }: Pick<ActView, "change">): string[] {
  const lines: string[] = [];
  const shares = pairOf(change.shares);
  if (shares && isRecord(shares.before) && isRecord(shares.after)) {
    const [before, after] = [shares.before, shares.after];
    for (const [arm, share] of Object.entries(after))
      if (before[arm] !== share) lines.push(`${arm}: ${String(before[arm])}% → ${String(share)}%`);
  }
  const ends = pairOf(change.endsAt);
  if (ends) lines.push(`End: ${endText(ends.before)} → ${endText(ends.after)}`);
  if (Array.isArray(change.fields)) lines.push(`Changed: ${change.fields.join(", ")}`);
  if (typeof change.arm === "string") lines.push(`Arm: ${change.arm}`);
  const metric = guardrailMetrics.find((one) => one === change.metric);
  if (metric) lines.push(`Guardrail: ${guardrailLabels[metric]}`);
  return lines;
}

function pairOf(value: unknown): { before: unknown; after: unknown } | null {
  return isRecord(value) && "before" in value && "after" in value ? { before: value.before, after: value.after } : null;
}

const endText = (at: unknown) => (typeof at === "string" ? formatTime(new Date(at), "UTC", "date") : "open");

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
