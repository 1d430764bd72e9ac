import type { DryRunStatus, DryRunView } from "#domain/dry-run.ts";
import { countText } from "../result/chart-parts.tsx";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Panel, PanelBody } from "../ui/panel.tsx";
import { Time } from "../ui/time.tsx";
import { statusLabels } from "./labels.ts";

const tones: Record<DryRunStatus, Tone> = { running: "accent", done: "good", cancelled: "neutral", failed: "bad" };

type Props = { run: DryRunView; zone: string; onCancel: (() => void) | null; busy: boolean };

/** What is or was run, and how far it is. It goes on when this page is closed. */
export function DryRunProgress({ run, zone, onCancel, busy }: Props) {
  const walked = Math.min(run.carts, run.tally.carts);
  const seconds = run.endedAt ? (Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1_000 : null;
  return (
    <Panel aria-label="State of the dry run">
      <PanelBody className="grid gap-3">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
          <Badge tone={tones[run.status]}>{statusLabels[run.status]}</Badge>
          <span className="font-medium">{run.version === null ? "The draft" : `Version ${run.version}`}</span>
          <span className="text-ink-soft">
            Carts of <Time at={run.from} zone={zone} format="date" /> to <Time at={run.to} zone={zone} format="date" />
          </span>
          <span className="text-ink-faint">
            Started <Time at={run.startedAt} zone={zone} />
            {run.by ? ` by ${run.by}` : ""}
            {seconds !== null && seconds >= 0 ? `, took ${Math.max(1, Math.round(seconds))} s` : ""}
          </span>
          {run.status === "running" && onCancel ? (
            <Button size="sm" onClick={onCancel} busy={busy} className="ml-auto">
              Call it off
            </Button>
          ) : null}
        </div>
        {run.status === "running" ? (
          <div className="grid gap-1">
            <progress
              aria-label="Carts walked"
              max={Math.max(1, run.carts)}
              value={walked}
              className="h-2 w-full overflow-hidden rounded-full [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
            />
            <p className="tabular text-ink-faint text-xs" aria-live="polite">
              {countText(walked)} of {countText(run.carts)} carts walked. You may leave this page; it goes on.
            </p>
          </div>
        ) : null}
        {run.status === "failed" ? (
          <p className="text-ink-soft text-sm">
            What was counted until then is shown. Start it again to see the whole.
          </p>
        ) : null}
      </PanelBody>
    </Panel>
  );
}
