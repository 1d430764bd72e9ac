"use client";

import { useCallback, useEffect, useRef } from "react";
import type { MailView } from "../mail-check/view.ts";
import { MessageFrame } from "../message/message-frame.tsx";
import { cn } from "../ui/cn.ts";

const phoneWidth = 375;
const marks =
  "[data-block]{cursor:pointer;outline:2px solid transparent;outline-offset:6px;border-radius:4px}[data-block]:hover{outline-color:#7aa7d955}[data-block][data-chosen]{outline-color:#2f6fd6}";

type Props = {
  html: string;
  view: MailView;
  selected: string | null;
  onSelect: (id: string) => void;
  stale: boolean;
};

/** The real message; a click on a part of it chooses its block. */
export function EditorFrame({ html, view, selected, onSelect, stale }: Props) {
  const page = useRef<Document | null>(null);
  const chosen = useRef(selected);
  const choose = useRef(onSelect);
  choose.current = onSelect;
  useEffect(() => {
    chosen.current = selected;
    if (page.current) mark(page.current, selected, true);
  }, [selected]);
  const onDrawn = useCallback((drawn: Document) => {
    page.current = drawn;
    const style = drawn.createElement("style");
    style.textContent = marks;
    drawn.head.append(style);
    drawn.addEventListener("click", (event) => {
      event.preventDefault();
      const id = blockAt(event.target);
      if (id) choose.current(id);
    });
    mark(drawn, chosen.current, false);
  }, []);
  return (
    <MessageFrame
      html={html}
      title="The message"
      scheme={view.scheme}
      pictures={view.pictures}
      width={view.width === "phone" ? phoneWidth : undefined}
      onDrawn={onDrawn}
      className={cn("transition-opacity", stale && "opacity-70")}
    />
  );
}

/** The innermost block around a part of the page. The page is another window, whose elements are not this one's. */
function blockAt(target: EventTarget | null): string | null {
  const element = target as Partial<Element> | null;
  return element?.closest?.("[data-block]")?.getAttribute("data-block") ?? null;
}

function mark(page: Document, id: string | null, scroll: boolean): void {
  for (const old of page.querySelectorAll("[data-chosen]")) old.removeAttribute("data-chosen");
  const block = id === null ? null : page.querySelector(`[data-block="${CSS.escape(id)}"]`);
  block?.setAttribute("data-chosen", "");
  if (scroll) block?.scrollIntoView({ block: "nearest" });
}
