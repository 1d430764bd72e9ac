import { Hourglass } from "lucide-react";
import type { QueueDetail } from "#domain/draft-queue.ts";
import { Time } from "../ui/time.tsx";
import { Countdown } from "./countdown.tsx";
import { heldLabels } from "./labels.ts";

type Props = { draft: Pick<QueueDetail, "why" | "reviewDueAt" | "approvals">; now: string; zone: string };

/** Why a draft waits for a person, until when, and how many of its approvals it has. */
export function WhyWaiting({ draft, now, zone }: Props) {
  const { why, reviewDueAt, approvals } = draft;
  return (
    <div className="flex gap-2.5 text-sm">
      <Hourglass aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
      <div className="grid min-w-0 gap-0.5">
        <p className="text-ink-soft">
          <span className="text-ink-faint">Waits: </span>
          {why.map(({ reason, detail }, index) => (
            <span key={reason}>
              {index > 0 ? "; " : ""}
              {index > 0
                ? heldLabels[reason].replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase())
                : heldLabels[reason]}
              {detail ? ` (${detail})` : ""}
            </span>
          ))}
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
