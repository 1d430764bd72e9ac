"use client";

import { PenLine } from "lucide-react";
import { useCallback, useState } from "react";
import { ClusterBar } from "#components/draft/cluster-bar.tsx";
import { useMessageView } from "#components/draft/draft-message.tsx";
import { KeysDialog } from "#components/draft/keys-dialog.tsx";
import { ConflictBanner, SignedOutBanner, UnsentBanner } from "#components/draft/queue-banners.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { QueueRow } from "#domain/draft-queue.ts";
import type { Asked } from "./asked.ts";
import { ChosenDraft } from "./chosen-draft.tsx";
import { QueueColumn } from "./queue-column.tsx";
import { useAddress, useNextAtHand } from "./use-chosen.ts";
import { useCluster } from "./use-cluster.ts";
import { usePanes } from "./use-panes.ts";
import { type DrawnPage, useQueue } from "./use-queue.ts";
import { useReviewKeys } from "./use-review-keys.ts";
import { useSessionEnded } from "./use-session-ended.ts";
import { useVerdicts } from "./use-verdicts.ts";

type Props = { asked: Asked; first: DrawnPage; zone: string; readerId: string; mayReview: boolean };

/** The queue: the list, the message that is read, and the facts beside it. */
export function DraftQueue({ asked: first, first: firstPage, zone, readerId, mayReview }: Props) {
  const [asked, setAsked] = useState(first);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [said, say] = useState("");
  const [isHelping, setHelping] = useState(false);
  const [view, setView] = useMessageView();
  const { pane, go, back } = usePanes(first.draftId ? "message" : "list");
  const session = useSessionEnded();
  useAddress(asked);

  const show = useCallback(
    (draftId: string) => {
      setAsked((now) => ({ ...now, draftId }));
      go("message");
    },
    [go],
  );
  const verdicts = useVerdicts({ onBack: show, onSaid: say });
  const queue = useQueue({ asked, firstPage, first, gone: verdicts.gone });
  const { rows, members } = queue;
  const chosenId = asked.draftId ?? rows[0]?.id ?? null;
  useNextAtHand(rows, chosenId);
  const cluster = useCluster({
    show: (draftId) => setAsked((now) => ({ ...now, draftId })),
    approved: (draftIds) => {
      verdicts.leave(draftIds);
      setSelected(new Set());
      say(`${draftIds.length} approved`);
    },
  });

  const at = rows.findIndex((row) => row.id === chosenId);
  const move = (by: 1 | -1) => {
    const next = rows[at + by];
    if (next) setAsked((now) => ({ ...now, draftId: next.id }));
    else if (rows[at]) setAsked((now) => ({ ...now, ...queue.nextGroup(by) }));
    if (by === 1 && at > rows.length - 15) queue.more();
  };
  const select = useCallback((id: string, isSelected: boolean) => {
    setSelected((before) => new Set([...before].filter((known) => known !== id).concat(isSelected ? [id] : [])));
  }, []);
  const choose = useCallback((row: QueueRow) => show(row.id), [show]);
  const leaveFor = (): QueueRow | undefined => rows[at + 1] ?? rows[at - 1];
  const startCluster = () => {
    if (cluster.cluster)
      return cluster.cluster.seen.size >= cluster.cluster.samples.length
        ? void cluster.approve()
        : cluster.nextSample();
    const row = rows[at];
    if (row && mayReview && asked.filter.tab === "waiting")
      void cluster.start({ filter: asked.filter, row, selected, label: queue.patternLabel(row) });
  };
  useReviewKeys({
    next: () => move(1),
    previous: () => move(-1),
    undo: () => void verdicts.undo(),
    select: () => chosenId && select(chosenId, !selected.has(chosenId)),
    cluster: startCluster,
    help: () => setHelping(true),
    search: () => document.querySelector<HTMLInputElement>("#queue-search input")?.focus(),
    back: () => (pane === "list" ? setSelected(new Set()) : back()),
  });

  const banner = session.hasEnded ? (
    <SignedOutBanner
      kept={verdicts.unsent.size}
      onRetry={() => {
        session.resume();
        verdicts.retry();
        queue.refresh();
      }}
    />
  ) : verdicts.unsent.size > 0 ? (
    <UnsentBanner kept={verdicts.unsent.size} onRetry={verdicts.retry} />
  ) : null;
  const conflict = chosenId ? verdicts.conflicts.get(chosenId) : undefined;
  return (
    <div className="flex h-[calc(100dvh-3.25rem)] flex-col overflow-y-auto lg:grid lg:h-dvh lg:grid-cols-[20rem_minmax(0,1fr)] lg:overflow-hidden xl:grid-cols-[18rem_minmax(0,1fr)_18rem] min-[87.5rem]:grid-cols-[21rem_minmax(0,1fr)_21rem] 2xl:grid-cols-[23rem_minmax(0,1fr)_24rem]">
      <p role="status" className="sr-only">
        {said}
      </p>
      <QueueColumn
        {...{ asked, setAsked, queue, chosenId, selected, zone }}
        isShown={pane === "list"}
        onSelect={select}
        onClear={() => setSelected(new Set())}
        onCluster={startCluster}
        onHelp={() => setHelping(true)}
        onChoose={choose}
      />
      {chosenId ? (
        <ChosenDraft
          key={chosenId}
          id={chosenId}
          {...{ zone, readerId, mayReview, members, pane, view }}
          now={queue.now}
          place={
            at >= 0 ? `${(at + 1).toLocaleString("en")} of ${(rows.length + queue.pending).toLocaleString("en")}` : null
          }
          onView={setView}
          onBack={back}
          onFacts={() => go("facts")}
          onMove={move}
          onSeen={cluster.seen}
          onVerdict={(draft, body, verdict) => {
            const name = draft.contact.name ?? draft.contact.address;
            const next = leaveFor();
            verdicts.give({ draftId: draft.id, name, body, said: verdict });
            say(
              `${verdict}: ${name}. ${next ? `Next: ${next.contact.name ?? next.contact.address}, ${next.subject}` : "That was the last one."}`,
            );
            setAsked((now) => ({ ...now, draftId: next?.id ?? null }));
          }}
          onEdited={(draft, said) => {
            const next = leaveFor();
            verdicts.leave([draft.id]);
            say(`${said}: ${draft.contact.name ?? draft.contact.address}`);
            setAsked((now) => ({ ...now, draftId: next?.id ?? null }));
          }}
        >
          {banner}
          {conflict ? <ConflictBanner conflict={conflict} onClose={() => verdicts.settle(chosenId)} /> : null}
          {cluster.cluster ? (
            <ClusterBar
              label={cluster.cluster.label}
              size={cluster.cluster.members.length}
              seen={cluster.cluster.seen.size}
              progress={cluster.progress}
              onNextSample={cluster.nextSample}
              onApprove={() => void cluster.approve()}
              onClose={cluster.close}
              onShow={show}
            />
          ) : null}
        </ChosenDraft>
      ) : (
        <div className={cn("xl:col-span-2", pane === "list" && "max-lg:hidden")}>
          <div className="px-4 pt-4">{banner}</div>
          <EmptyState
            icon={PenLine}
            title={rows.length > 0 ? "Nothing chosen" : "Nothing left to read here"}
            action={
              <Button onClick={back} className="lg:hidden">
                All drafts
              </Button>
            }
            className="py-24"
          />
        </div>
      )}
      <KeysDialog open={isHelping} onOpenChange={setHelping} />
    </div>
  );
}
