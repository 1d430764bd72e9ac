import type { Analysis } from "#domain/experiment/analysis.ts";
import type { AnalysisView } from "#domain/experiment-view.ts";
import { Badge } from "../../ui/badge.tsx";
import { cn } from "../../ui/cn.ts";
import { Panel } from "../../ui/panel.tsx";
import { Time } from "../../ui/time.tsx";
import { readingText, unitOf } from "../figures.ts";
import { blockingVerdicts, metricLabels, scaleLabels, verdictTones } from "../labels.ts";

const edges = {
  neutral: "border-l-line-strong",
  accent: "border-l-accent",
  good: "border-l-good",
  warn: "border-l-warn",
  bad: "border-l-bad",
} as const;

/** What may be said, in plain words, and by what it was decided. */
export function VerdictPanel({ shown, zone }: { shown: AnalysisView; zone: string }) {
  const { analysis, text, frozen, at } = shown;
  const { metric, scale, alpha } = analysis;
  return (
    <Panel
      aria-label="Verdict"
      className={cn("grid gap-2 border-l-4 p-4 sm:p-5", edges[verdictTones[analysis.verdict.kind]])}
    >
      <p className="font-semibold text-xl tracking-tight">{text}</p>
      <Findings analysis={analysis} />
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-soft text-sm">
        <Badge tone="accent">{scaleLabels[scale]} scale decides</Badge>
        <span>
          {metricLabels[metric]}, by intervals that hold however often one looks, at {Number((alpha * 100).toFixed(2))}%
          error.
        </span>
      </p>
      <p className="text-ink-faint text-xs">
        {frozen ? "Frozen as it stood on " : "As of "}
        <Time at={at} zone={zone} />
      </p>
    </Panel>
  );
}

/** The deciding comparisons, each on the deciding scale alone. */
function Findings({ analysis }: { analysis: Analysis }) {
  const { comparisons, scale, metric, currency, verdict } = analysis;
  // The sentence above has the winner's own already; under a verdict that blocks there is no lift to read.
  const said = verdict.kind === "wins" ? verdict.arm : null;
  const deciding = blockingVerdicts.includes(verdict.kind)
    ? []
    : comparisons.filter((one) => one.decides && one.arm !== said);
  if (deciding.length === 0) return null;
  const unit = unitOf(metric, currency);
  return (
    <ul className="grid gap-0.5 text-sm">
      {deciding.map((one) => (
        <li key={one.arm}>
          <span className="font-medium">{one.arm}</span> against {one.against}, {scale}:{" "}
          <span className="tabular">{readingText(one[scale], unit)}</span>
        </li>
      ))}
    </ul>
  );
}
