"use client";

import { Switch as Radix } from "radix-ui";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn.ts";

type Props = ComponentProps<typeof Radix.Root> & { label: ReactNode; hint?: ReactNode };

/** On or off, at once. */
export function Switch({ label, hint, className, ...props }: Props) {
  const id = useId();
  return (
    <div className={cn("flex items-start gap-3", className)}>
      <Radix.Root
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...props}
        className="relative mt-0.5 h-4.5 w-8 shrink-0 rounded-full border border-line-strong bg-sunken p-px transition-colors after:absolute after:-inset-x-1.5 after:-inset-y-2 disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <Radix.Thumb className="block size-3.5 rounded-full bg-ink-faint transition-transform data-[state=checked]:translate-x-3.5 data-[state=checked]:bg-on-accent" />
      </Radix.Root>
      <div className="min-w-0">
        <label htmlFor={id} className="font-medium text-ink text-sm">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-ink-faint text-xs">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
