import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Tone } from "./badge.tsx";
import { cn } from "./cn.ts";

const looks = {
  neutral: { icon: Info, style: "border-line bg-sunken text-ink-soft" },
  accent: { icon: Info, style: "border-accent/25 bg-accent-soft text-ink" },
  good: { icon: CircleCheck, style: "border-good/25 bg-good-soft text-ink" },
  warn: { icon: TriangleAlert, style: "border-warn/25 bg-warn-soft text-ink" },
  bad: { icon: CircleAlert, style: "border-bad/25 bg-bad-soft text-ink" },
} satisfies Record<Tone, unknown>;

/** A sentence that a reader must not miss, where it matters. */
export function Notice(props: { tone?: Tone; children: ReactNode; role?: "alert" | "status"; className?: string }) {
  const { icon: Icon, style } = looks[props.tone ?? "neutral"];
  return (
    <div role={props.role} className={cn("flex gap-2.5 rounded-md border px-3 py-2 text-sm", style, props.className)}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 opacity-80" />
      <div className="min-w-0">{props.children}</div>
    </div>
  );
}
