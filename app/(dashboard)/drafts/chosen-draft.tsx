"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { toast } from "sonner";
import { messageOf, RequestError, writeJson } from "#app/requests.ts";
import { DraftEditor } from "#components/draft/draft-editor.tsx";
import { DraftFacts, Findings } from "#components/draft/draft-facts.tsx";
import { DraftHead } from "#components/draft/draft-head.tsx";
import { DraftWords } from "#components/draft/draft-words.tsx";
import { RejectDialog } from "#components/draft/reject-dialog.tsx";
import { MessagePreview } from "#components/message/message-preview.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Section } from "#components/ui/section.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import type { Words } from "#domain/draft.ts";
import { draftQuery, previewQuery, type Verdict } from "./queries.ts";
import { useEditedPreview } from "./use-edited-preview.ts";
import { useReviewKeys } from "./use-review-keys.ts";

type Props = {
  id: string;
  now: string;
  zone: string;
  mayReview: boolean;
  move: (by: 1 | -1) => void;
  onBack: () => void;
  onVerdict: (body: Verdict, said: string) => void;
};

export function ChosenDraft({ id, now, zone, mayReview, move, onBack, onVerdict }: Props) {
  const client = useQueryClient();
  const draft = useQuery(draftQuery(id));
  const stored = useQuery(previewQuery(id));
  const [editing, setEditing] = useState(false);
  const [rejecting, setRejecting] = useState(false);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<{ field: string | null; message: string } | null>(null);
  const edited = useEditedPreview(id);
  const it = draft.data;
  const open = Boolean(it?.heldReason && !it.review && !it.closed && mayReview);

  const keys = useMemo(() => {
    const ifOpen = (act: () => void) => () => (open ? act() : undefined);
    return {
      next: () => move(1),
      previous: () => move(-1),
      approve: ifOpen(() => it && onVerdict({ verdict: "approved", wordsHash: it.wordsHash }, "Approved")),
      edit: ifOpen(() => setEditing(true)),
      reject: ifOpen(() => setRejecting(true)),
    };
  }, [open, it, move, onVerdict]);
  useReviewKeys(keys);

  if (draft.isError) return <ErrorState message={messageOf(draft.error)} onRetry={() => void draft.refetch()} />;
  if (!it) return <SkeletonRows rows={10} />;

  const save = async (words: Words) => {
    setSaving(true);
    setProblem(null);
    try {
      await writeJson("POST", `/api/drafts/${id}/review`, { verdict: "edited", words, wordsHash: it.wordsHash });
      toast.success("Edited and approved");
      setEditing(false);
      move(1);
      await client.invalidateQueries({ queryKey: ["drafts"] });
    } catch (error) {
      setProblem({ field: error instanceof RequestError ? error.field : null, message: messageOf(error) });
    } finally {
      setSaving(false);
    }
  };
  const stop = () => {
    setEditing(false);
    setProblem(null);
    edited.show(null);
  };
  const preview = (editing ? edited.preview : null) ?? stored.data;
  return (
    <div className="grid gap-5 px-4 py-5 sm:px-6 lg:py-6">
      <DraftHead draft={it} now={now} zone={zone} onBack={onBack} actions={open && !editing ? keys : null} />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <MessagePreview
          preview={preview}
          failed={stored.isError && !preview}
          to={it.contact.address}
          onRetry={() => void stored.refetch()}
        />
        <div className="grid gap-6">
          <Section title="Inspection">
            <Findings findings={preview?.findings ?? it.inspection} />
          </Section>
          <Section title="Words" className={editing ? "order-first" : undefined}>
            {editing ? (
              <DraftEditor
                words={it.words}
                problem={problem}
                busy={saving}
                onChange={edited.show}
                onSave={(words) => void save(words)}
                onCancel={stop}
              />
            ) : (
              <DraftWords words={it.words} />
            )}
          </Section>
          <Section title="Facts given to the writer">
            {it.brief ? <DraftFacts brief={it.brief} /> : <p className="text-ink-soft text-sm">Erased.</p>}
          </Section>
        </div>
      </div>
      <RejectDialog
        open={rejecting}
        onOpenChange={setRejecting}
        onReject={(reason) => {
          setRejecting(false);
          onVerdict({ verdict: "rejected", reason, wordsHash: it.wordsHash }, "Rejected");
        }}
      />
    </div>
  );
}
