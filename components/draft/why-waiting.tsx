import { Hourglass } from "lucide-react";
import type { QueueDetail } from "#domain/draft-queue.ts";
import { Time } from "../ui/time.tsx";
import { Countdown } from "./countdown.tsx";
import { findingLabels, heldLabels } from "./labels.ts";

type Props = {
  draft: Pick<QueueDetail, "why" | "findingCodes" | "reviewDueAt" | "approvals">;
  now: string;
  zone: string;
};

/** Why a draft waits for a person, until when, and how many of its approvals it has. */
export function WhyWaiting({ draft, now, zone }: Props) {
  const { why, findingCodes, reviewDueAt, approvals } = draft;
  const found = findingCodes.map((code) => lowered(findingLabels[code])).join(", ");
  return (
    <div className="flex gap-2.5 text-sm">
      <Hourglass aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
      <div className="grid min-w-0 gap-0.5">
        <p className="text-ink-soft">
          <span className="text-ink-faint">Waits: </span>
          {why.map(({ reason, detail: told }, index) => {
            const detail = reason === "finding" ? found : told;
            return (
              <span key={reason}>
                {index > 0 ? "; " : ""}
                {index > 0 ? lowered(heldLabels[reason]) : heldLabels[reason]}
                {detail ? ` (${detail})` : ""}
              </span>
            );
          })}
          .
        </p>
        {reviewDueAt ? <Countdown at={reviewDueAt} now={now} zone={zone} full className="whitespace-normal" /> : null}
        {approvals.needed === 2 ? (
          <p className="text-ink-soft">
            {approvals.given.length} of 2 approvals
            {approvals.given.map(({ id, name, at }) => (
              <span key={id}>
                , {name} <Time at={at} zone={zone} />
              </span>
            ))}
            . Two different people must approve it.
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** A label within a sentence; a word in capitals keeps them. */
const lowered = (label: string) => label.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase());
