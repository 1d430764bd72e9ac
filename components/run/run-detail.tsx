"use client";

import { CircleCheck, CircleX, Clock, RotateCw } from "lucide-react";
import { Status } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Fact, Facts } from "../ui/facts.tsx";
import { Notice } from "../ui/notice.tsx";
import { Time } from "../ui/time.tsx";
import { runStatusLabels, runStatusTones } from "./labels.ts";
import type { RunDetailView } from "./run-views.ts";

/** One run: what it has done, what it waits for, and why it failed. */
export function RunDetail(props: {
  run: RunDetailView;
  zone: string;
  retrying: boolean;
  onRetry: () => void;
  onCancel: () => Promise<unknown>;
}) {
  const { run, zone } = props;
  const open = run.status === "queued" || run.status === "running";
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Status tone={runStatusTones[run.status]}>{runStatusLabels[run.status]}</Status>
        <div className="flex gap-2">
          {run.status === "failed" ? (
            <Button busy={props.retrying} onClick={props.onRetry}>
              <RotateCw aria-hidden />
              Retry
            </Button>
          ) : null}
          {open ? (
            <ConfirmDialog
              title="Cancel this run?"
              confirm="Cancel the run"
              danger
              onConfirm={props.onCancel}
              trigger={<Button>Cancel run</Button>}
            >
              What it has done stays done; what it waits for will not happen.
            </ConfirmDialog>
          ) : null}
        </div>
      </div>
      {run.lastError ? (
        <Notice tone="bad">
          <strong className="font-semibold">{run.lastError.name}</strong>
          <p className="break-words">{run.lastError.message}</p>
        </Notice>
      ) : null}
      <Facts>
        <Fact name="Run">
          <code className="font-mono text-xs">{run.id}</code>
        </Fact>
        <Fact name="Event">{run.event ?? "timer"}</Fact>
        <Fact name="Began">
          <Time at={run.createdAt} zone={zone} />
        </Fact>
        {run.endedAt ? (
          <Fact name="Ended">
            <Time at={run.endedAt} zone={zone} />
          </Fact>
        ) : null}
      </Facts>
      <Steps run={run} zone={zone} />
    </div>
  );
}

function Steps({ run, zone }: { run: RunDetailView; zone: string }) {
  const empty = run.steps.length + run.outstanding.length + run.pauses.length === 0;
  return (
    <section aria-label="Steps" className="grid gap-2">
      <h3 className="font-semibold">Steps</h3>
      {empty ? <p className="text-ink-soft text-sm">None yet.</p> : null}
      <ol className="grid gap-2.5 text-sm">
        {run.steps.map((step) => (
          <li key={step.id} className="grid grid-cols-[1rem_1fr_auto] gap-x-2.5">
            {step.status === "completed" ? (
              <CircleCheck aria-label="Done" className="mt-0.5 size-4 text-good" />
            ) : (
              <CircleX aria-label="Failed" className="mt-0.5 size-4 text-bad" />
            )}
            <span>{step.name ?? step.op}</span>
            {step.endedAt ? <Time at={step.endedAt} zone={zone} className="text-ink-faint text-xs" /> : <span />}
            {step.output ? (
              <code className="col-start-2 col-end-4 truncate font-mono text-2xs text-ink-faint">{step.output}</code>
            ) : null}
          </li>
        ))}
        {run.outstanding.map((wait) => (
          <li key={`${wait.kind} ${wait.name}`} className="grid grid-cols-[1rem_1fr_auto] gap-x-2.5">
            <Clock aria-label="Waits" className="mt-0.5 size-4 text-accent" />
            <span>
              {wait.name ?? wait.kind}
              {wait.attempt > 1 ? <span className="text-ink-faint"> · try {wait.attempt}</span> : null}
            </span>
            {wait.dueAt ? <Time at={wait.dueAt} zone={zone} className="text-ink-faint text-xs" /> : <span />}
            {wait.lastError ? <p className="col-start-2 col-end-4 text-bad text-xs">{wait.lastError.message}</p> : null}
          </li>
        ))}
        {run.pauses.map((pause) => (
          <li key={`${pause.kind} ${pause.event}`} className="grid grid-cols-[1rem_1fr_auto] gap-x-2.5">
            <Clock aria-label="Waits" className="mt-0.5 size-4 text-ink-faint" />
            <span>
              {pause.kind === "cancel" ? "is cancelled by " : "waits for "}
              <code className="font-mono text-xs">{pause.event ?? "an event"}</code>
            </span>
            {pause.expiresAt ? <Time at={pause.expiresAt} zone={zone} className="text-ink-faint text-xs" /> : <span />}
          </li>
        ))}
      </ol>
    </section>
  );
}
