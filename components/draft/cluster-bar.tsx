import { Check, Layers } from "lucide-react";
import { type BulkOutcome, samplesNeeded } from "#domain/draft-queue.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { bulkRefusalLabels } from "./labels.ts";
import { Key } from "./verdict-bar.tsx";

type Props = {
  label: string;
  size: number;
  /** How many of the sample were opened. */
  seen: number;
  progress: { done: number; outcomes: BulkOutcome[] } | null;
  onNextSample: () => void;
  onApprove: () => void;
  onClose: () => void;
  onShow: (draftId: string) => void;
};

/** Approving many alike: first some of them are read, then the rest goes at once, with an account of each. */
export function ClusterBar({ label, size, seen, progress, onNextSample, onApprove, onClose, onShow }: Props) {
  const needed = samplesNeeded(size);
  const isRead = seen >= needed;
  if (progress) return <Outcome {...{ size, progress, onClose, onShow }} />;
  return (
    <section
      aria-label="Approve a cluster"
      className="grid gap-2.5 rounded-lg border border-accent/30 bg-accent-soft px-3.5 py-3 text-sm"
    >
      <div className="flex items-start gap-2.5">
        <Layers aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
        <div className="min-w-0">
          <p className="font-medium text-ink">
            {size} {size === 1 ? "draft" : "drafts"} alike: {label}
          </p>
          <p className="text-ink-soft">
            {isRead
              ? `You have read ${seen} of them. Those with findings stay, unless you have read them too.`
              : `Read ${needed} of them first, taken from all over the cluster: ${seen} of ${needed} read.`}
          </p>
        </div>
      </div>
      <progress className="sr-only" max={needed} value={Math.min(seen, needed)} aria-label="Sample read" />
      <div aria-hidden className="flex gap-1">
        {Array.from({ length: needed }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the marks are all alike
          <span key={index} className={`h-1 flex-1 rounded-full ${index < seen ? "bg-accent" : "bg-line-strong"}`} />
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        {isRead ? (
          <Button variant="primary" onClick={onApprove} aria-keyshortcuts="Shift+A">
            <Check aria-hidden />
            Approve all {size}
            <Key letter="⇧a" />
          </Button>
        ) : (
          <Button variant="primary" onClick={onNextSample} aria-keyshortcuts="Shift+A">
            Read the next sample
            <Key letter="⇧a" />
          </Button>
        )}
        <Button variant="ghost" onClick={onClose}>
          Leave the cluster
        </Button>
      </div>
    </section>
  );
}

function Outcome({
  size,
  progress,
  onClose,
  onShow,
}: Pick<Props, "size" | "onClose" | "onShow"> & { progress: NonNullable<Props["progress"]> }) {
  const { done, outcomes } = progress;
  const refused = outcomes.filter((outcome) => outcome.kind === "refused");
  const second = outcomes.filter((outcome) => outcome.kind === "approved" && outcome.waitsForSecond).length;
  const isOver = done >= size;
  return (
    <section
      aria-label="Approve a cluster"
      className="grid gap-2.5 rounded-lg border bg-surface px-3.5 py-3 text-sm shadow-panel"
    >
      <p role="status" className="font-medium">
        {isOver ? `${outcomes.length - refused.length} approved` : `${done} of ${size} …`}
        {isOver && second > 0 ? `, ${second} of them wait for a second person` : ""}
        {isOver && refused.length > 0 ? `, ${refused.length} not` : ""}
      </p>
      <progress max={size} value={done} aria-label="Approving" className="h-1 w-full accent-(--accent)" />
      {refused.length > 0 ? (
        <ul className="grid max-h-48 gap-1 overflow-y-auto">
          {refused.map(({ id, reason, message }) => (
            <li key={id} className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 text-ink-soft">
                {bulkRefusalLabels[reason]}
                {message ? <span className="text-ink-faint">: {message}</span> : null}
              </span>
              <Button variant="link" size="sm" onClick={() => onShow(id)}>
                Show
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {isOver && refused.length === 0 ? <Notice tone="good">Each of them was approved in your name.</Notice> : null}
      {isOver ? (
        <Button className="justify-self-start" onClick={onClose}>
          Close
        </Button>
      ) : null}
    </section>
  );
}
