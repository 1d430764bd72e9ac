import { ArrowLeft, ChevronDown, ChevronUp, ListChecks } from "lucide-react";
import type { ReactNode } from "react";
import type { QueueDetail } from "#domain/draft-queue.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { TextLink } from "../ui/link.tsx";
import { Money } from "../ui/money.tsx";
import { verdictLabels, verdictTones, writerLabels } from "./labels.ts";

type Props = {
  draft: QueueDetail;
  place: string | null;
  onBack: () => void;
  onFacts: () => void;
  onMove: (by: 1 | -1) => void;
  /** What stands beside the name. */
  tools: ReactNode;
  children: ReactNode;
};

/** Who a draft is for and where it belongs; what can be done with it are its children. */
export function DraftHead({ draft, place, onBack, onFacts, onMove, tools, children }: Props) {
  const { contact, review } = draft;
  return (
    <header className="grid gap-2.5">
      <div className="flex items-center justify-between lg:hidden">
        <Button variant="ghost" size="sm" onClick={onBack} className="-ml-2.5">
          <ArrowLeft aria-hidden />
          All drafts
        </Button>
        <Button variant="ghost" size="sm" onClick={onFacts} className="-mr-2.5">
          <ListChecks aria-hidden />
          Facts
        </Button>
      </div>
      <div className="flex items-start justify-between gap-3">
        <h2 dir="auto" className="wrap-anywhere min-w-0 text-left font-semibold text-xl tracking-tight">
          {contact.name ?? contact.address}
        </h2>
        <div className="flex shrink-0 items-center gap-1">
          {review ? <Badge tone={verdictTones[review.verdict]}>{verdictLabels[review.verdict]}</Badge> : null}
          {tools}
          {place ? <span className="tabular mx-1 text-ink-faint text-xs max-sm:hidden">{place}</span> : null}
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label="Previous draft"
            aria-keyshortcuts="k"
            onClick={() => onMove(-1)}
          >
            <ChevronUp />
          </Button>
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label="Next draft"
            aria-keyshortcuts="j"
            onClick={() => onMove(1)}
          >
            <ChevronDown />
          </Button>
        </div>
      </div>
      <p className="-mt-2 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-ink-soft text-sm">
        <TextLink href={`/carts/${draft.cartId}`}>
          Cart of <Money amount={draft.cartTotal} currency={draft.currency} />
        </TextLink>
        <Dot />
        <span>
          {draft.sequence}, step {draft.position + 1}
        </span>
        <Dot />
        <span>{draft.incentive ?? "no incentive"}</span>
        <Dot />
        <span>{draft.model ?? writerLabels[draft.writer]}</span>
      </p>
      {children}
    </header>
  );
}

const Dot = () => (
  <span aria-hidden className="text-ink-faint">
    ·
  </span>
);
