import type { ReactNode } from "react";
import { cn } from "./cn.ts";

/** One number with its name and what it means. */
export function Stat(props: { label: ReactNode; value: ReactNode; hint?: ReactNode; className?: string }) {
  return (
    <div className={cn("grid content-start gap-0.5", props.className)}>
      <dt className="text-ink-soft text-xs">{props.label}</dt>
      <dd className="tabular font-semibold text-2xl text-ink tracking-tight">{props.value}</dd>
      {props.hint ? <dd className="text-ink-faint text-xs">{props.hint}</dd> : null}
    </div>
  );
}

/** Stats side by side under one roof, with hairlines between them. */
export function Stats({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <dl
      className={cn(
        "grid grid-cols-2 gap-px overflow-hidden rounded-lg border bg-line shadow-panel lg:grid-cols-4 [&>*]:bg-surface [&>*]:p-4",
        className,
      )}
    >
      {children}
    </dl>
  );
}
