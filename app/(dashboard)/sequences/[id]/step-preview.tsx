"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { MessageFrame } from "#components/message/message-frame.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { examplePreviewQuery } from "./queries.ts";

/** The message as it would look now on one of the newest carts, in words of the scripted writer. */
export function StepPreview(props: { template: string; language: string; cart: string }) {
  const { data: preview, isError } = useQuery({ ...examplePreviewQuery(props), placeholderData: keepPreviousData });
  return (
    <section aria-label="Preview" className="overflow-hidden rounded-lg border">
      <header className="border-b bg-sunken px-3 py-2">
        {preview ? (
          <>
            <p className="truncate font-semibold text-sm">{preview.subject}</p>
            <p className="truncate text-ink-faint text-xs">{preview.preheader}</p>
          </>
        ) : (
          <Skeleton className="h-9" />
        )}
      </header>
      {isError ? <p className="p-3 text-ink-soft text-sm">The preview could not be drawn.</p> : null}
      {preview ? <MessageFrame html={preview.html} title="Preview of the message" /> : null}
    </section>
  );
}
