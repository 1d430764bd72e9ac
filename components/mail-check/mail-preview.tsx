"use client";

import { Image as ImageIcon, ImageOff } from "lucide-react";
import { type ReactNode, useCallback, useEffect, useRef } from "react";
import type { Span } from "#domain/mail-checks/finding.ts";
import { frameWidth, PartSwitch, SchemeSwitch, WidthSwitch } from "../message/look-switches.tsx";
import { MessageFrame } from "../message/message-frame.tsx";
import { MessageText, type PreviewParts } from "../message/message-preview.tsx";
import { cn } from "../ui/cn.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { markPlace } from "./mark-place.ts";
import type { MailView } from "./view.ts";

type Props = {
  preview: PreviewParts | undefined;
  failed: boolean;
  onRetry: () => void;
  view: MailView;
  onView: (view: MailView) => void;
  /** The place in the HTML to frame, from a finding that was chosen. */
  marked?: Span | null;
  /** Who it goes to, where that is known. */
  to?: string;
  /** Beside the switches. */
  actions?: ReactNode;
  className?: string;
};

/** A message as it will be seen: on a phone or a desk, by day or night, without pictures, or as plain text. */
export function MailPreview({ preview, failed, onRetry, view, onView, marked = null, to, actions, className }: Props) {
  const drawn = useRef<Document | null>(null);
  const place = useRef(marked);
  const html = preview?.html ?? "";
  useEffect(() => {
    place.current = marked;
    if (drawn.current) markPlace(drawn.current, html, marked);
  }, [html, marked]);
  const onDrawn = useCallback(
    (page: Document) => {
      drawn.current = page;
      if (place.current) markPlace(page, html, place.current);
    },
    [html],
  );
  return (
    <div className={cn("min-w-0 overflow-hidden rounded-lg border bg-surface shadow-panel", className)}>
      <header className="grid gap-2.5 border-b px-4 py-3">
        <div className="grid gap-0.5 text-sm">
          {preview ? <p className="break-words font-semibold">{preview.subject}</p> : <Skeleton className="w-2/3" />}
          {preview?.preheader ? <p className="truncate text-ink-faint text-xs">{preview.preheader}</p> : null}
          {to ? <p className="truncate text-ink-faint text-xs">to {to}</p> : null}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <ViewSwitches view={view} onView={onView} />
          {actions}
        </div>
      </header>
      {failed ? <ErrorState title="The preview could not be drawn" onRetry={onRetry} /> : null}
      {!preview && !failed ? <Skeleton className="m-4 h-96" /> : null}
      {preview && view.part === "text" ? <MessageText text={preview.text} /> : null}
      {preview && view.part === "html" ? (
        <div className="flex justify-center bg-sunken">
          <MessageFrame
            html={preview.html}
            title="The message"
            scheme={view.scheme}
            pictures={view.pictures}
            width={frameWidth(view.width)}
            onDrawn={onDrawn}
          />
        </div>
      ) : null}
    </div>
  );
}

/** The switches by themselves, for frames that draw the message in their own way. */
export function ViewSwitches({ view, onView }: Pick<Props, "view" | "onView">) {
  return (
    <>
      <PartSwitch value={view.part} onChange={(part) => onView({ ...view, part })} />
      <WidthSwitch value={view.width} onChange={(width) => onView({ ...view, width })} />
      <SchemeSwitch value={view.scheme} onChange={(scheme) => onView({ ...view, scheme })} />
      <Segmented
        label="Pictures"
        value={view.pictures ? "on" : "off"}
        onChange={(pictures) => onView({ ...view, pictures: pictures === "on" })}
        options={[
          { value: "on", label: <ImageIcon />, name: "Pictures on" },
          { value: "off", label: <ImageOff />, name: "Pictures off" },
        ]}
      />
    </>
  );
}
