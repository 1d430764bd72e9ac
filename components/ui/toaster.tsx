"use client";

import { Toaster as Sonner } from "sonner";

/** Short answers to what somebody just did; `toast` of sonner puts them here. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-start gap-2.5 rounded-lg font-sans border bg-raised px-3.5 py-3 text-ink text-sm shadow-popover [&_[data-icon]]:mt-0.5",
          title: "font-medium",
          description: "text-ink-soft",
          actionButton:
            "relative ml-auto shrink-0 whitespace-nowrap rounded-sm after:absolute after:-inset-x-2.5 after:-inset-y-3 font-medium text-accent underline-offset-4 hover:underline",
          error: "[&_[data-icon]]:text-bad",
          success: "[&_[data-icon]]:text-good",
        },
      }}
    />
  );
}
