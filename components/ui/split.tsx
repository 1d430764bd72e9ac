import type { ReactNode } from "react";
import { cn } from "./cn.ts";

/** A list beside what is chosen in it (null where nothing is), each scrolling by itself; on a phone one of them at a time. */
export function Split(props: { list: ReactNode; children: ReactNode; showChosen: boolean; label: string }) {
  return (
    <div className="lg:grid lg:h-dvh lg:grid-cols-[23rem_minmax(0,1fr)]">
      <div
        className={cn(
          "min-w-0 bg-surface lg:flex lg:min-h-0 lg:flex-col lg:border-r",
          props.showChosen && "hidden lg:flex",
        )}
      >
        {props.list}
      </div>
      <section
        aria-label={props.label}
        className={cn("min-w-0 lg:min-h-0 lg:overflow-y-auto", !props.showChosen && "hidden lg:block")}
      >
        {/* On a phone the list, and its heading with it, is out of sight. */}
        {props.showChosen ? <h1 className="sr-only lg:hidden">{props.label}</h1> : null}
        {props.children ?? (
          <p className="hidden h-full place-items-center text-ink-faint text-sm lg:grid">Nothing to read here.</p>
        )}
      </section>
    </div>
  );
}

/** The head of the list of a Split: it stays while the list scrolls. */
export function SplitHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="grid gap-3 border-b px-4 pt-5 pb-3 lg:pt-6">
      <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
      {children}
    </header>
  );
}

export function SplitRows({ children }: { children: ReactNode }) {
  return <div className="lg:min-h-0 lg:flex-1 lg:overflow-y-auto">{children}</div>;
}
