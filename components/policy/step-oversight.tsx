"use client";

import { type DemotionReason, type Earning, earnedAt } from "#domain/oversight/earned-autonomy.ts";
import { type OversightMode, oversightModes } from "#domain/sequence.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Panel, PanelBody, PanelHeader } from "../ui/panel.tsx";
import { Select } from "../ui/select.tsx";
import { Stat } from "../ui/stat.tsx";
import { modeHints, modeLabels } from "./labels.ts";

export type StepRecord = {
  stepId: string;
  label: string;
  mode: OversightMode;
  /** What a person has said of this step, or null: then it goes by `planned`. */
  moved: OversightMode | null;
  planned: OversightMode;
  /** Whether the plan says it of the step itself; else it is the sequence's. */
  ofItsOwn: boolean;
  demotion: { reason: DemotionReason; share: number; of: number; limit: number } | null;
  earning: Earning;
  evidence: { approvedUnedited: number; edited: number; rejected: number; sent: number; complaints: number };
};

const reasonLabels: Record<DemotionReason, string> = {
  rejections: "too many of its drafts were rejected",
  edits: "too many of its drafts were edited",
  complaints: "too many of its messages were complained of",
};

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
const count = (number: number) => new Intl.NumberFormat("en").format(number);

/** What people made of one step, and what may be done about how far it goes without them. */
export function StepOversightPanel(props: {
  record: StepRecord;
  mayChange: boolean;
  busy: boolean;
  onMove: (mode: OversightMode | null) => void;
  onLift: () => void;
}) {
  const { label, mode, moved, planned, ofItsOwn, demotion, earning, evidence } = props.record;
  const asPlanned = `As ${ofItsOwn ? "its plan says" : "the sequence"}: ${modeLabels[planned]}`;
  return (
    <Panel>
      <PanelHeader
        title={
          <span className="inline-flex items-center gap-2">
            {label} <Badge tone={mode === "gated" ? "neutral" : "accent"}>{modeLabels[mode]}</Badge>
          </span>
        }
        description={modeHints[mode]}
        actions={
          props.mayChange && !demotion ? (
            <Select
              aria-label={`Oversight of ${label}`}
              disabled={props.busy}
              value={moved ?? ""}
              onChange={({ target }) => props.onMove(oversightModes.find((one) => one === target.value) ?? null)}
            >
              <option value="">{asPlanned}</option>
              {oversightModes.map((one) => (
                <option key={one} value={one}>
                  {modeLabels[one]}
                </option>
              ))}
            </Select>
          ) : null
        }
      />
      <PanelBody className="grid gap-4">
        {demotion ? (
          <Notice tone="warn" role="status">
            Back to gated by itself: {reasonLabels[demotion.reason]}, {percent(demotion.share)} of {demotion.of} with a
            limit of {percent(demotion.limit)}.
            {props.mayChange ? (
              <div className="mt-2">
                <Button busy={props.busy} onClick={props.onLift}>
                  Let it go on as before
                </Button>
              </div>
            ) : null}
          </Notice>
        ) : null}
        <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
          <Stat label="Approved unedited" value={evidence.approvedUnedited} />
          <Stat label="Edited" value={evidence.edited} />
          <Stat label="Rejected" value={evidence.rejected} />
          <Stat label="Complaints" value={count(evidence.complaints)} hint={`Of ${count(evidence.sent)} sent`} />
        </dl>
        <p className="text-ink-soft text-sm">{verdictOn(earning)}</p>
      </PanelBody>
    </Panel>
  );
}

function verdictOn({ earned, reviews, missingReviews, approved }: Earning): string {
  const least = percent(earnedAt.lowerBound);
  if (missingReviews > 0)
    return `${reviewsText(reviews)} It takes ${missingReviews}${reviews === 0 ? "" : " more"} reviews to show whether it may go on without people.`;
  const found = `${percent(approved.share)} of ${reviews} were approved unedited, surely at least ${percent(approved.low)}`;
  return earned ? `${found}: enough to go without people.` : `${found}: less than the ${least} that it takes.`;
}

function reviewsText(reviews: number): string {
  if (reviews === 0) return "No person has reviewed this step's drafts yet.";
  return reviews === 1 ? "One draft was reviewed by a person." : `${count(reviews)} drafts were reviewed by people.`;
}
