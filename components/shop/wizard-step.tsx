import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "../ui/cn.ts";

/** One of the steps of connecting: what was done stays on the page as a line, what comes is named. */
export function WizardStep(props: {
  position: number;
  title: string;
  state: "done" | "current" | "ahead";
  summary?: ReactNode;
  children?: ReactNode;
}) {
  const { state } = props;
  return (
    <li
      aria-current={state === "current" ? "step" : undefined}
      className={cn("min-w-0 rounded-lg border", state === "ahead" ? "border-dashed" : "bg-surface shadow-panel")}
    >
      <header className="flex items-center gap-3 px-4 py-3">
        <span
          aria-hidden
          className={cn(
            "tabular grid size-6 shrink-0 place-items-center rounded-full font-medium text-xs",
            state === "current" && "bg-accent text-on-accent",
            state === "done" && "bg-good-soft text-good",
            state === "ahead" && "text-ink-faint ring-1 ring-line-strong ring-inset",
          )}
        >
          {state === "done" ? <Check className="size-3.5" /> : props.position}
        </span>
        <h2 className={cn("shrink-0 font-semibold text-base", state === "ahead" && "font-medium text-ink-faint")}>
          {props.title}
          {state === "done" ? <span className="sr-only">, done</span> : null}
        </h2>
        {props.summary ? <div className="ml-auto min-w-0 truncate text-ink-soft text-sm">{props.summary}</div> : null}
      </header>
      {props.children ? <div className="border-t p-4">{props.children}</div> : null}
    </li>
  );
}
