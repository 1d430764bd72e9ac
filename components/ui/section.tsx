import type { ReactNode } from "react";
import { cn } from "./cn.ts";

/** A titled part of a page that needs no surface of its own. */
export function Section(props: { title: ReactNode; actions?: ReactNode; className?: string; children: ReactNode }) {
  return (
    <section className={cn("grid min-w-0 gap-2.5", props.className)}>
      <header className="flex items-baseline justify-between gap-3 border-b pb-1.5">
        <h2 className="font-semibold text-sm">{props.title}</h2>
        {props.actions}
      </header>
      {props.children}
    </section>
  );
}
