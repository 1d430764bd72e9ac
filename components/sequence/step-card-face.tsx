import { CircleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "../ui/cn.ts";

/** What a card shows: a sign of its kind, a title, a line, and what became of it. */
export function CardFace(props: {
  icon: LucideIcon;
  tile: string;
  title: string;
  detail: string;
  faults: number;
  footer?: ReactNode;
}) {
  const { icon: Icon, faults } = props;
  return (
    <span className="flex w-full min-w-0 items-center gap-3 text-left">
      <span className={cn("grid size-9 shrink-0 place-items-center rounded-lg [&_svg]:size-4.5", props.tile)}>
        <Icon aria-hidden />
      </span>
      <span className="grid min-w-0 flex-1">
        <span className="truncate font-semibold text-ink text-sm">{props.title}</span>
        <span className={cn("text-ink-faint text-xs leading-4", props.footer ? "truncate" : "line-clamp-2")}>
          {props.detail}
        </span>
        {props.footer}
      </span>
      {faults > 0 ? (
        <span className="shrink-0 text-bad" title={faults === 1 ? "One problem" : `${faults} problems`}>
          <CircleAlert aria-hidden className="size-4.5" />
        </span>
      ) : null}
    </span>
  );
}
