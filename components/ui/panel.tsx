import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";

/** A bordered surface that groups what belongs together. */
export function Panel({ className, ...props }: ComponentProps<"section">) {
  return <section {...props} className={cn("min-w-0 rounded-lg border bg-surface shadow-panel", className)} />;
}

export function PanelHeader(props: {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <header
      className={cn("flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b px-4 py-3", props.className)}
    >
      <div className={cn("min-w-0 flex-1", props.description ? "basis-60" : "basis-auto")}>
        <h2 className="font-semibold text-base">{props.title}</h2>
        {props.description ? <p className="mt-0.5 max-w-prose text-ink-soft text-sm">{props.description}</p> : null}
      </div>
      {props.actions ? (
        <div className="flex max-w-full shrink-0 flex-wrap items-center gap-2">{props.actions}</div>
      ) : null}
    </header>
  );
}

export function PanelBody({ className, ...props }: ComponentProps<"div">) {
  return <div {...props} className={cn("p-4", className)} />;
}

export function PanelFooter({ className, ...props }: ComponentProps<"footer">) {
  return (
    <footer
      {...props}
      className={cn(
        "flex flex-wrap items-center justify-end gap-2 rounded-b-lg border-t bg-sunken px-4 py-2.5",
        className,
      )}
    />
  );
}
