"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { cn } from "./cn.ts";
import { scrimStyle } from "./dialog.tsx";
import { Opener, useOpener } from "./use-opener.ts";

export const Sheet = Radix.Root;
export const SheetTrigger = Radix.Trigger;

/** A panel at the side, for details of something on the page. */
export function SheetContent(props: {
  title: ReactNode;
  side?: "left" | "right";
  hideTitle?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const { opener, onCloseAutoFocus } = useOpener();
  const side = props.side === "left" ? "left-0 border-r" : "right-0 border-l data-[state=open]:animate-slide";
  return (
    <Radix.Portal>
      <Radix.Overlay className={scrimStyle} />
      <Radix.Content
        onCloseAutoFocus={onCloseAutoFocus}
        aria-describedby={undefined}
        className={cn(
          "fixed inset-y-0 z-50 flex w-[min(32rem,100vw)] flex-col bg-raised shadow-dialog outline-none",
          side,
          props.className,
        )}
      >
        <Opener remembered={opener} />
        <div className={cn("flex items-center justify-between gap-3 border-b px-5 py-3", props.hideTitle && "sr-only")}>
          <Radix.Title className="min-w-0 truncate font-semibold text-lg">{props.title}</Radix.Title>
          <Radix.Close asChild>
            <Button variant="ghost" size="icon-sm" aria-label="Close">
              <X />
            </Button>
          </Radix.Close>
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{props.children}</div>
      </Radix.Content>
    </Radix.Portal>
  );
}
