import type { ReactNode } from "react";
import { cn } from "./cn.ts";

/** The column that a page's content stands in. */
export function Page({
  wide = false,
  className,
  children,
}: {
  wide?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div
      className={cn(
        "mx-auto grid w-full min-w-0 gap-5 px-4 py-5 sm:px-6 lg:py-7",
        wide ? "max-w-7xl" : "max-w-6xl",
        className,
      )}
    >
      {children}
    </div>
  );
}

/** Every page's first line: what this is, and what can be done here. */
export function PageHeader(props: {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** Where this page hangs, for pages below another. */
  above?: ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {props.above ? <div className="mb-1 text-ink-faint text-sm">{props.above}</div> : null}
        <h1 className="font-semibold text-2xl tracking-tight">{props.title}</h1>
        {props.description ? <p className="mt-1 max-w-prose text-ink-soft">{props.description}</p> : null}
      </div>
      {props.actions ? <div className="flex flex-wrap items-center gap-2">{props.actions}</div> : null}
    </header>
  );
}
