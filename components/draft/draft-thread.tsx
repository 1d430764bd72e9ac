"use client";

import { type Ref, type SubmitEvent, useState } from "react";
import type { DraftComment } from "#domain/draft-queue.ts";
import { Button } from "../ui/button.tsx";
import { Textarea } from "../ui/input.tsx";
import { RelativeTime } from "../ui/time.tsx";
import { Initials } from "./queue-row.tsx";

type Props = {
  thread: DraftComment[];
  now: string;
  zone: string;
  /** Where the focus goes when somebody wants to comment. */
  field: Ref<HTMLTextAreaElement>;
  mayComment: boolean;
  text: string;
  onText: (text: string) => void;
  onComment: (text: string) => Promise<void>;
};

/** What members say to each other about a draft. */
export function DraftThread({ thread, now, zone, field, mayComment, text, onText, onComment }: Props) {
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!text.trim()) return;
    setBusy(true);
    await onComment(text.trim()).finally(() => setBusy(false));
  };
  return (
    <div className="grid gap-3">
      {thread.length > 0 ? (
        <ul className="grid gap-2.5">
          {thread.map((comment) => (
            <li key={comment.id} className="flex gap-2.5 text-sm">
              <Initials name={comment.by?.name ?? "?"} />
              <div className="min-w-0">
                <p className="text-ink-faint text-xs">
                  <span className="font-medium text-ink-soft">{comment.by?.name ?? "A former member"}</span>{" "}
                  <RelativeTime at={comment.at} now={now} zone={zone} past />
                </p>
                <p className="whitespace-pre-wrap break-words text-ink">{comment.text}</p>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      {mayComment ? (
        <form onSubmit={(event) => void submit(event)} className="flex items-end gap-2">
          <Textarea
            ref={field}
            rows={1}
            aria-label="Comment"
            placeholder="Comment for your colleagues"
            maxLength={2000}
            className="min-h-8"
            value={text}
            onChange={(event) => onText(event.target.value)}
          />
          <Button type="submit" busy={isBusy} disabled={!text.trim()}>
            Comment
          </Button>
        </form>
      ) : null}
    </div>
  );
}
