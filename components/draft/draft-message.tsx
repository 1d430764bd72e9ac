"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Words } from "#domain/draft.ts";
import type { LinkedClaim } from "#domain/inspect.ts";
import { frameWidth, SchemeSwitch, type Width, WidthSwitch } from "../message/look-switches.tsx";
import { MessageFrame, type Scheme } from "../message/message-frame.tsx";
import { MessageText, type PreviewParts } from "../message/message-preview.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { claimsInRendered } from "./claim-parts.ts";
import { DraftWords } from "./draft-words.tsx";
import { lightUp, markMessage } from "./mark-message.ts";
import { type Linking, MarkedText } from "./marked-text.tsx";

type Part = "message" | "words" | "text";
export type MessageView = { part: Part; width: Width; scheme: Scheme };

type Props = Linking & {
  preview: PreviewParts | undefined;
  failed: boolean;
  to: string;
  words: Words;
  claims: LinkedClaim[];
  view: MessageView;
  onView: (view: MessageView) => void;
  onRetry: () => void;
  /** Keys that are pressed while the message has the focus; they do not leave its frame by themselves. */
  onKey: (event: KeyboardEvent) => void;
};

/** The message as the shopper will see it, with every claim marked and linked to its fact. */
export function DraftMessage({ preview, failed, to, words, claims, view, onView, onRetry, ...rest }: Props) {
  const { active, onActive, onKey } = rest;
  const linking = { active, onActive };
  return (
    <div className="min-w-0 overflow-hidden rounded-lg border bg-surface shadow-panel">
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2.5 border-b px-4 py-3">
        <div className="grid min-w-0 flex-1 basis-64 gap-0.5 text-sm">
          {preview ? (
            <>
              <p className="break-words font-semibold text-base">
                <Rendered text={preview.subject} field="subject" {...{ words, claims, ...linking }} />
              </p>
              {preview.preheader ? (
                <p className="break-words text-ink-soft text-xs">
                  <Rendered text={preview.preheader} field="preheader" {...{ words, claims, ...linking }} />
                </p>
              ) : null}
            </>
          ) : (
            <Skeleton className="w-2/3" />
          )}
          <p className="truncate text-ink-faint text-xs">to {to}</p>
        </div>
        <Switches view={view} onView={onView} />
      </header>
      {failed ? <ErrorState title="The preview could not be drawn" onRetry={onRetry} /> : null}
      {!preview && !failed ? <Skeleton className="m-4 h-96" /> : null}
      {preview && view.part === "message" ? (
        <MarkedFrame html={preview.html} {...{ words, claims, view, onKey, ...linking }} />
      ) : null}
      {preview && view.part === "words" ? (
        <div className="px-4 py-4">
          <DraftWords words={words} claims={claims} {...linking} />
        </div>
      ) : null}
      {preview && view.part === "text" ? <MessageText text={preview.text} /> : null}
    </div>
  );
}

function Switches({ view, onView }: Pick<Props, "view" | "onView">) {
  return (
    <div className="flex flex-wrap gap-1.5 max-sm:[&>[aria-label=Width]]:hidden">
      <Segmented
        label="Part"
        value={view.part}
        onChange={(part) => onView({ ...view, part })}
        options={[
          { value: "message", label: "Message" },
          { value: "words", label: "Words" },
          { value: "text", label: "Text" },
        ]}
      />
      <WidthSwitch value={view.width} onChange={(width) => onView({ ...view, width })} />
      <SchemeSwitch value={view.scheme} onChange={(scheme) => onView({ ...view, scheme })} />
    </div>
  );
}

type Marked = Linking & Pick<Props, "words" | "claims">;

function Rendered({
  text,
  field,
  words,
  claims,
  ...linking
}: Marked & { text: string; field: "subject" | "preheader" }) {
  const own = claims.filter((claim) => claim.field === field);
  const placed = claimsInRendered(text, { text: words[field], claims: own });
  return <MarkedText text={text} claims={placed ?? []} {...linking} />;
}

function MarkedFrame({
  html,
  words,
  claims,
  view,
  active,
  onActive,
  onKey,
}: Marked & Pick<Props, "view" | "onKey"> & { html: string }) {
  const page = useRef<Document | null>(null);
  const current = useRef({ onActive, onKey });
  useEffect(() => {
    current.current = { onActive, onKey };
  });
  const onDrawn = useCallback(
    (drawn: Document) => {
      page.current = drawn;
      markMessage(drawn, words, claims);
      const linkAt = (event: Event) =>
        event.target instanceof (drawn.defaultView ?? window).Element
          ? (event.target.closest<HTMLElement>("mark[data-link]")?.dataset.link ?? null)
          : null;
      drawn.addEventListener("pointerover", (event) => current.current.onActive(linkAt(event)));
      drawn.addEventListener("pointerout", () => current.current.onActive(null));
      drawn.addEventListener("keydown", (event) => current.current.onKey(event));
    },
    [words, claims],
  );
  useEffect(() => {
    if (page.current) lightUp(page.current, active);
  }, [active]);
  return (
    <div className="flex justify-center bg-sunken">
      <MessageFrame
        // The frame draws once for its words: marks of other words would stand at the wrong places.
        key={JSON.stringify([words, claims.length, html.length])}
        title="The message"
        scheme={view.scheme}
        width={frameWidth(view.width)}
        {...{ html, onDrawn }}
      />
    </div>
  );
}

export function useMessageView() {
  return useState<MessageView>({ part: "message", width: "desktop", scheme: "light" });
}
