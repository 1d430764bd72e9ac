import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

/** What a list says when there is nothing in it: why, and what would change that. */
export function EmptyState(props: {
  icon?: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  const Icon = props.icon;
  return (
    <div className={cn("grid justify-items-center gap-1 px-6 py-12 text-center", props.className)}>
      {Icon ? <Icon aria-hidden className="mb-2 size-5 text-ink-faint" strokeWidth={1.75} /> : null}
      <p className="font-medium text-ink">{props.title}</p>
      {props.children ? <div className="max-w-sm text-ink-soft text-sm">{props.children}</div> : null}
      {props.action ? <div className="mt-3">{props.action}</div> : null}
    </div>
  );
}
