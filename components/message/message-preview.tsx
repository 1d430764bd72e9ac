"use client";

import { useState } from "react";
import { cn } from "../ui/cn.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { frameWidth, type MailPart, PartSwitch, SchemeSwitch, type Width, WidthSwitch } from "./look-switches.tsx";
import { MessageFrame, type Scheme } from "./message-frame.tsx";

export type PreviewParts = { subject: string; preheader: string; html: string; text: string };

/** A message as it will be seen: on a phone or a desk, by day or night, or as plain text. */
export function MessagePreview(props: {
  preview: PreviewParts | undefined;
  failed: boolean;
  to: string;
  onRetry: () => void;
  className?: string;
}) {
  const [part, setPart] = useState<MailPart>("html");
  const [width, setWidth] = useState<Width>("desktop");
  const [scheme, setScheme] = useState<Scheme>("light");
  const { preview } = props;
  return (
    <div className={cn("min-w-0 overflow-hidden rounded-lg border bg-surface shadow-panel", props.className)}>
      <header className="grid gap-2.5 border-b px-4 py-3">
        <div className="grid gap-0.5 text-sm">
          {preview ? <p className="break-words font-semibold">{preview.subject}</p> : <Skeleton className="w-2/3" />}
          {preview?.preheader ? <p className="truncate text-ink-faint text-xs">{preview.preheader}</p> : null}
          <p className="truncate text-ink-faint text-xs">to {props.to}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <PartSwitch value={part} onChange={setPart} />
          <WidthSwitch value={width} onChange={setWidth} />
          <SchemeSwitch value={scheme} onChange={setScheme} />
        </div>
      </header>
      {props.failed ? <ErrorState title="The preview could not be drawn" onRetry={props.onRetry} /> : null}
      {!preview && !props.failed ? <Skeleton className="m-4 h-96" /> : null}
      {preview && part === "text" ? <MessageText text={preview.text} /> : null}
      {preview && part === "html" ? (
        <div className="flex justify-center bg-sunken">
          <MessageFrame html={preview.html} title="The message" scheme={scheme} width={frameWidth(width)} />
        </div>
      ) : null}
    </div>
  );
}

export function MessageText({ text }: { text: string }) {
  return <pre className="whitespace-pre-wrap break-words p-4 font-mono text-ink text-xs leading-5">{text}</pre>;
}
