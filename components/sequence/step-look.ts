import {
  Bell,
  CalendarClock,
  CircleStop,
  Clock3,
  FlaskConical,
  GitFork,
  type LucideIcon,
  Mail,
  Radio,
  Tag,
  Webhook,
} from "lucide-react";
import type { GraphStepKind } from "#domain/sequence-graph.ts";

/** What speaks to the shopper, what passes time, what parts the ways, what acts aside. */
const looks = {
  speak: "bg-accent-soft text-accent",
  pass: "bg-sunken text-ink-soft",
  part: "bg-[color-mix(in_oklab,var(--chart-3)_16%,transparent)] text-[var(--chart-3)]",
  act: "bg-warn-soft text-warn",
};

export const stepLooks: Record<GraphStepKind, { icon: LucideIcon; tile: string }> = {
  message: { icon: Mail, tile: looks.speak },
  wait: { icon: Clock3, tile: looks.pass },
  wait_until: { icon: CalendarClock, tile: looks.pass },
  wait_for_event: { icon: Radio, tile: looks.part },
  split: { icon: GitFork, tile: looks.part },
  experiment: { icon: FlaskConical, tile: looks.part },
  tag: { icon: Tag, tile: looks.act },
  notify: { icon: Bell, tile: looks.act },
  webhook: { icon: Webhook, tile: looks.act },
  end: { icon: CircleStop, tile: looks.pass },
};
