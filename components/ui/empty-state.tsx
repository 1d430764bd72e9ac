import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

/** What a list says when there is nothing in it: why, and what would change that. */
export function EmptyState(props: {
  icon?: LucideIcon;
  title: string;
  /** Says the title as the page's heading, where nothing else on it does. */
  isPage?: boolean;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  const Icon = props.icon;
  const Title = props.isPage ? "h1" : "p";
  return (
    <div className={cn("grid justify-items-center gap-1 px-6 py-12 text-center", props.className)}>
      {Icon ? <Icon aria-hidden className="mb-2 size-5 text-ink-faint" strokeWidth={1.75} /> : null}
      <Title className="font-medium text-ink">{props.title}</Title>
      {props.children ? <div className="max-w-sm text-ink-soft text-sm">{props.children}</div> : null}
      {props.action ? <div className="mt-3">{props.action}</div> : null}
    </div>
  );
}
