"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { toast } from "sonner";
import { messageOf, RequestError, writeJson } from "#app/requests.ts";
import { DraftEditor } from "#components/draft/draft-editor.tsx";
import { DraftMessage, type MessageView } from "#components/draft/draft-message.tsx";
import { type TypedWords, typedOf, wordsOf } from "#components/draft/edited-words.ts";
import type { Linking } from "#components/draft/marked-text.tsx";
import type { LifeKind } from "#domain/draft-life.ts";
import type { DraftInspection, QueueDetail } from "#domain/draft-queue.ts";
import { useEditedPreview } from "./use-edited-preview.ts";
import { useInspection } from "./use-inspection.ts";
import { passKeyOn } from "./use-review-keys.ts";

type Props = Linking & {
  draft: QueueDetail;
  /** What was typed so far; none when nothing was. */
  kept: TypedWords | null;
  keep: (typed: TypedWords | null) => void;
  view: MessageView;
  onView: (view: MessageView) => void;
  onInspected: (inspection: DraftInspection | null) => void;
  onSaved: (said: string) => void;
  onCancel: () => void;
};

/** The words under the pen, inspected at every key; what was typed is kept until it is stored or thrown away. */
export function EditedDraft({
  draft,
  kept,
  keep,
  view,
  onView,
  onInspected,
  onSaved,
  onCancel,
  active,
  onActive,
}: Props) {
  const client = useQueryClient();
  const [problem, setProblem] = useState<{ field: string | null; message: string } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const typed = kept ?? typedOf(draft.words);
  const words = useMemo(() => wordsOf(kept ?? typedOf(draft.words)), [kept, draft.words]);
  const inspection = useInspection(words, draft.brief);
  useEffect(() => onInspected(inspection), [inspection, onInspected]);
  const preview = useEditedPreview(draft.id, words);
  const claims = inspection?.claims ?? draft.claims;

  const save = async () => {
    if (inspection?.isBlocked || isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      const body = { verdict: "edited", words, wordsHash: draft.wordsHash };
      const { state } = await writeJson<{ state: LifeKind }>("POST", `/api/drafts/${draft.id}/review`, body);
      const said = saidOfEdit(state);
      keep(null);
      toast.success(said, { id: "verdict" });
      onSaved(said);
    } catch (error) {
      const field = error instanceof RequestError ? error.field : null;
      setProblem({ field, message: `${messageOf(error)} What you typed is kept.` });
      if (error instanceof RequestError && error.code === "conflict")
        await client.invalidateQueries({ queryKey: ["drafts", "one", draft.id] });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <DraftEditor
        {...{ typed, claims, active, problem }}
        findings={inspection?.findings ?? draft.inspection}
        isBlocked={inspection?.isBlocked ?? false}
        busy={isBusy}
        onType={keep}
        onSave={() => void save()}
        onCancel={() => {
          keep(null);
          onCancel();
        }}
      />
      <DraftMessage
        preview={preview}
        failed={false}
        to={draft.contact.address}
        {...{ words, claims, active, onActive, view, onView }}
        onRetry={() => {}}
        onKey={passKeyOn}
      />
    </>
  );
}

/** Nobody approves their own words: what the policy still holds after an edit waits for another person. */
const saidOfEdit = (state: LifeKind) =>
  state === "approved" ? "Edited and approved" : "Edited. Somebody else must approve it";
