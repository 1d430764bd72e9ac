import type { QueueDetail } from "#domain/draft-queue.ts";
import { Notice } from "../ui/notice.tsx";
import { Time } from "../ui/time.tsx";
import { changeText } from "./change-texts.ts";
import { fallbackLabels, verdictLabels } from "./labels.ts";
import { WhyWaiting } from "./why-waiting.tsx";

type Props = { draft: QueueDetail; now: string; zone: string };

/** Where a draft stands: why it waits, who decided, what moved since it was written, what is stopped. */
export function DraftStanding({ draft, now, zone }: Props) {
  const { review, sentAt, closed, fallbackReason, changes, why, patternStopped } = draft;
  return (
    <div className="grid gap-2">
      {why.length > 0 && !review && !closed ? <WhyWaiting {...{ draft, now, zone }} /> : null}
      {review ? (
        <p className="text-ink-soft text-sm">
          {verdictLabels[review.verdict]} by {review.byPolicy ? "policy" : (review.by ?? "somebody")},{" "}
          <Time at={review.at} zone={zone} />
          {review.reason && !review.byPolicy ? <>: “{review.reason}”</> : null}
        </p>
      ) : null}
      {sentAt ? (
        <p className="text-ink-soft text-sm">
          Sent <Time at={sentAt} zone={zone} />
        </p>
      ) : null}
      {changes.length > 0 ? (
        <Notice tone="warn">
          <p className="font-medium">The facts moved since this was written</p>
          <ul className="mt-0.5 list-disc pl-4 text-ink-soft">
            {changes.map((change) => (
              <li key={changeText(change)}>{changeText(change)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {patternStopped ? (
        <Notice tone="bad">
          {patternStopped.by} stopped this pattern, <Time at={patternStopped.at} zone={zone} />: “
          {patternStopped.reason}”. Nothing of it is sent until somebody lets it go on.
        </Notice>
      ) : null}
      {closed && !review && !sentAt ? (
        <Notice>The sequence has ended for this cart, so this draft will not be sent.</Notice>
      ) : null}
      {fallbackReason ? (
        <Notice tone="warn">The scripted writer stepped in: {fallbackLabels[fallbackReason]}.</Notice>
      ) : null}
    </div>
  );
}
