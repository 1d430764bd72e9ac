"use client";

import { useQuery } from "@tanstack/react-query";
import { MessageSquare } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { messageOf, writeJson } from "#app/requests.ts";
import { AssignMenu } from "#components/draft/assign-menu.tsx";
import { DraftDiff } from "#components/draft/draft-diff.tsx";
import { DraftHead } from "#components/draft/draft-head.tsx";
import { DraftMessage, type MessageView } from "#components/draft/draft-message.tsx";
import { DraftStanding } from "#components/draft/draft-standing.tsx";
import { DraftThread } from "#components/draft/draft-thread.tsx";
import type { TypedWords } from "#components/draft/edited-words.ts";
import { FactsColumn } from "#components/draft/facts-column.tsx";
import { ConflictBanner } from "#components/draft/queue-banners.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Section } from "#components/ui/section.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import type { DraftInspection, Person, QueueDetail } from "#domain/draft-queue.ts";
import { mayDecide, overtakenBy } from "./decidable.ts";
import { DraftControls } from "./draft-controls.tsx";
import { EditedDraft } from "./edited-draft.tsx";
import { useKeptText } from "./kept-texts.ts";
import { draftQuery, previewQuery, type Verdict } from "./queries.ts";
import { useDraftActs } from "./use-draft-acts.ts";
import type { Pane } from "./use-panes.ts";
import { passKeyOn } from "./use-review-keys.ts";

export type ChosenProps = {
  id: string;
  now: string;
  zone: string;
  readerId: string;
  mayReview: boolean;
  members: Person[];
  place: string | null;
  pane: Pane;
  view: MessageView;
  onView: (view: MessageView) => void;
  onBack: () => void;
  onFacts: () => void;
  onMove: (by: 1 | -1) => void;
  onSeen: (id: string) => void;
  onVerdict: (draft: QueueDetail, body: Verdict, said: string) => void;
  onEdited: (draft: QueueDetail, said: string) => void;
  /** What must be said before the draft: banners, and the cluster it is read for. */
  children: ReactNode;
};

/** One draft: the message as the shopper will see it, and beside it the facts that its words stand on. */
export function ChosenDraft({ id, now, zone, pane, children, ...props }: ChosenProps) {
  const draft = useQuery(draftQuery(id));
  const preview = useQuery(previewQuery(id));
  const [active, onActive] = useState<string | null>(null);
  const [editing, setEditing] = useKeptText<true>(`editing:${id}`);
  const [typed, keepTyped] = useKeptText<TypedWords>(`words:${id}`);
  const [remark, setRemark] = useKeptText<string>(`remark:${id}`);
  const [inspected, setInspected] = useState<DraftInspection | null>(null);
  const acts = useDraftActs(id);
  const remarkField = useRef<HTMLTextAreaElement>(null);
  const it = draft.data;
  const { onSeen } = props;
  const isSeen = Boolean(it);
  useEffect(() => {
    if (isSeen)
      void writeJson("POST", `/api/drafts/${id}/views`).then(
        () => onSeen(id),
        () => {},
      );
  }, [isSeen, id, onSeen]);

  const narrowTitle = pane === "list" ? null : <h1 className="sr-only lg:hidden">Draft</h1>;
  const column = cn("min-w-0 max-lg:shrink-0 lg:min-h-0 lg:overflow-y-auto", pane !== "message" && "max-lg:hidden");
  if (!it)
    return (
      <>
        {narrowTitle}
        <section aria-label="Draft" className={column}>
          {draft.isError ? (
            <ErrorState message={messageOf(draft.error)} onRetry={() => void draft.refetch()} />
          ) : (
            <SkeletonRows rows={10} />
          )}
        </section>
      </>
    );
  const isEditing = editing === true && mayDecide(it, props.mayReview);
  const overtaken = editing && !isEditing ? overtakenBy(it, typed, zone) : null;
  const linking = { active, onActive };
  const shown = isEditing && inspected ? inspected : { findings: it.inspection, claims: it.claims };
  const tools = props.mayReview ? (
    <>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label="Comment"
        aria-keyshortcuts="c"
        onClick={() => remarkField.current?.focus()}
      >
        <MessageSquare />
      </Button>
      <AssignMenu assignee={it.assignee} members={props.members} onAssign={(to) => void acts.assign(to)} />
    </>
  ) : null;
  return (
    <>
      {narrowTitle}
      <section aria-label="Draft" data-draft={id} className={column}>
        <div className="grid grid-cols-1 gap-4 px-4 pt-4 pb-24 sm:px-6 lg:pt-5 lg:pb-8">
          <DraftHead
            tools={tools}
            draft={it}
            place={props.place}
            onBack={props.onBack}
            onFacts={props.onFacts}
            onMove={props.onMove}
          >
            <DraftControls
              draft={it}
              {...{ acts, mayReview: props.mayReview, isEditing, isOwn: it.authorId === props.readerId }}
              onEdit={() => setEditing(true)}
              onComment={() => remarkField.current?.focus()}
              onVerdict={(body, said) => props.onVerdict(it, body, said)}
            />
          </DraftHead>
          {children}
          {overtaken ? (
            <ConflictBanner
              conflict={overtaken}
              onClose={() => {
                setEditing(null);
                keepTyped(null);
              }}
            />
          ) : null}
          <DraftStanding draft={it} now={now} zone={zone} />
          {isEditing ? (
            <EditedDraft
              draft={it}
              kept={typed}
              keep={keepTyped}
              {...linking}
              view={props.view}
              onView={props.onView}
              onInspected={setInspected}
              onSaved={(said) => {
                setEditing(null);
                props.onEdited(it, said);
              }}
              onCancel={() => setEditing(null)}
            />
          ) : (
            <DraftMessage
              preview={preview.data}
              failed={preview.isError && !preview.data}
              to={it.contact.address}
              words={it.words}
              claims={it.claims}
              {...linking}
              view={props.view}
              onView={props.onView}
              onRetry={() => void preview.refetch()}
              onKey={passKeyOn}
            />
          )}
          {it.lastApproved ? (
            <Section title="Beside the last words of this pattern that were let go">
              <DraftDiff words={it.words} last={it.lastApproved} zone={zone} />
            </Section>
          ) : null}
          <Section title="Comments">
            <DraftThread
              thread={it.thread}
              now={now}
              zone={zone}
              field={remarkField}
              mayComment={props.mayReview}
              text={remark ?? ""}
              onText={(text) => setRemark(text || null)}
              onComment={async (text) => {
                if (await acts.comment(text)) setRemark(null);
              }}
            />
          </Section>
        </div>
      </section>
      <FactsColumn draft={it} shown={shown} {...linking} isShown={pane === "facts"} onBack={props.onBack} />
    </>
  );
}
