import { ArrowLeft, Check, Pencil, X } from "lucide-react";
import type { DraftDetail } from "#domain/rows.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { TextLink } from "../ui/link.tsx";
import { Money } from "../ui/money.tsx";
import { Notice } from "../ui/notice.tsx";
import { Time } from "../ui/time.tsx";
import { Deadline } from "./draft-list.tsx";
import { fallbackLabels, heldLabels, verdictLabels, verdictTones, writerLabels } from "./labels.ts";

type Actions = { approve: () => void; edit: () => void; reject: () => void };
type Props = { draft: DraftDetail; now: string; zone: string; onBack: () => void; actions: Actions | null };

/** Who a draft is for, where it stands, and what a reviewer can do with it. */
export function DraftHead({ draft, now, zone, onBack, actions }: Props) {
  const { contact, review } = draft;
  return (
    <header className="grid gap-3">
      <Button variant="ghost" size="sm" onClick={onBack} className="justify-self-start lg:hidden">
        <ArrowLeft aria-hidden />
        All drafts
      </Button>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 gap-1">
          <h2 className="break-words font-semibold text-xl tracking-tight">{contact.name ?? contact.address}</h2>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-ink-soft text-sm">
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
        </div>
        {actions ? <Verdicts {...actions} /> : null}
        {review ? <Badge tone={verdictTones[review.verdict]}>{verdictLabels[review.verdict]}</Badge> : null}
      </div>
      <Standing draft={draft} now={now} zone={zone} />
    </header>
  );
}

const Dot = () => (
  <span aria-hidden className="text-ink-faint">
    ·
  </span>
);

function Verdicts({ approve, edit, reject }: Actions) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={reject} aria-keyshortcuts="r">
        <X aria-hidden />
        Reject
        <Key letter="r" />
      </Button>
      <Button onClick={edit} aria-keyshortcuts="e">
        <Pencil aria-hidden />
        Edit
        <Key letter="e" />
      </Button>
      <Button variant="primary" onClick={approve} aria-keyshortcuts="a">
        <Check aria-hidden />
        Approve
        <Key letter="a" />
      </Button>
    </div>
  );
}

const Key = ({ letter }: { letter: string }) => (
  <span className="hidden sm:inline-flex">
    <Kbd>{letter}</Kbd>
  </span>
);

function Standing({ draft, now, zone }: Pick<Props, "draft" | "now" | "zone">) {
  const { review, heldReason, reviewDueAt, fallbackReason, sentAt, closed } = draft;
  return (
    <div className="grid gap-2">
      {heldReason && !review && !closed ? (
        <p className="flex flex-wrap gap-x-2 text-ink-soft text-sm">
          {heldLabels[heldReason]}.{reviewDueAt ? <Deadline at={reviewDueAt} now={now} zone={zone} /> : null}
        </p>
      ) : null}
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
      {closed && heldReason && !review ? (
        <Notice>The sequence has ended for this cart, so this draft will not be sent.</Notice>
      ) : null}
      {fallbackReason ? (
        <Notice tone="warn">The scripted writer stepped in: {fallbackLabels[fallbackReason]}.</Notice>
      ) : null}
    </div>
  );
}
