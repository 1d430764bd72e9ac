"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { cn } from "./cn.ts";
import { Opener, useOpener } from "./use-opener.ts";

export const Dialog = Radix.Root;
export const DialogTrigger = Radix.Trigger;
export const DialogClose = Radix.Close;

export const scrimStyle = "fixed inset-0 z-40 bg-scrim data-[state=open]:animate-fade";

/** A window over the page. On a phone it rises from the lower edge. */
export function DialogContent(props: {
  title: ReactNode;
  description?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const { opener, onCloseAutoFocus } = useOpener();
  return (
    <Radix.Portal>
      <Radix.Overlay className={scrimStyle} />
      <Radix.Content
        onCloseAutoFocus={onCloseAutoFocus}
        {...(props.description ? {} : { "aria-describedby": undefined })}
        className={cn(
          "fixed inset-x-0 bottom-0 z-50 max-h-[92dvh] scroll-pb-20 overflow-y-auto rounded-t-xl border bg-raised p-5 shadow-dialog outline-none data-[state=open]:animate-enter sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-[min(30rem,calc(100vw-2rem))] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-xl",
          props.className,
        )}
      >
        <Opener remembered={opener} />
        <Radix.Title className="pr-8 font-semibold text-lg">{props.title}</Radix.Title>
        {props.description ? (
          <Radix.Description className="mt-1 text-ink-soft text-sm">{props.description}</Radix.Description>
        ) : null}
        <div className="mt-4">{props.children}</div>
        <Radix.Close asChild>
          <Button variant="ghost" size="icon-sm" aria-label="Close" className="absolute top-4 right-4">
            <X />
          </Button>
        </Radix.Close>
      </Radix.Content>
    </Radix.Portal>
  );
}

/** The last thing in a window: it stays in sight while what is above it scrolls. */
export function DialogFooter({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div
      className={cn(
        "sticky -bottom-5 z-10 -mx-5 mt-2 -mb-5 flex flex-wrap justify-end gap-2 bg-raised px-5 pt-3 pb-5",
        className,
      )}
    >
      {children}
    </div>
  );
}
