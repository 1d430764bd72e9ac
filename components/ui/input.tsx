"use client";

import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";
import { useFieldProps } from "./field.tsx";

/** Shared by all controls one writes into. Sixteen pixels on touch screens keep phones from zooming in. */
export const controlStyle =
  "w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-ink text-sm shadow-panel transition-colors placeholder:text-ink-faint hover:border-ink-faint/60 focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 disabled:bg-sunken disabled:text-ink-faint aria-invalid:border-bad pointer-coarse:text-[1rem]";

export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  const field = useFieldProps(props);
  return <input {...field} {...props} type={type} className={cn(controlStyle, "h-8 pointer-coarse:h-10", className)} />;
}

/** An input with a unit or sign at one of its ends ("minutes", "€", "%"). */
export function InputGroup(props: { before?: ReactNode; after?: ReactNode; className?: string; children: ReactNode }) {
  return (
    <div
      className={cn(
        "flex w-full items-center rounded-md border border-line-strong bg-surface text-sm shadow-panel focus-within:border-accent focus-within:outline-1 focus-within:outline-accent has-aria-invalid:border-bad [&_input]:border-0 [&_input]:bg-transparent [&_input]:shadow-none [&_input]:outline-none",
        props.className,
      )}
    >
      {props.before ? <span className="shrink-0 pl-2.5 text-ink-faint">{props.before}</span> : null}
      {props.children}
      {props.after ? <span className="shrink-0 pr-2.5 text-ink-faint">{props.after}</span> : null}
    </div>
  );
}

export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  const field = useFieldProps(props);
  return (
    <textarea
      rows={3}
      {...field}
      {...props}
      className={cn(controlStyle, "field-sizing-content min-h-16 py-1.5 leading-5", className)}
    />
  );
}
