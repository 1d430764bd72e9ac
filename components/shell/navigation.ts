import {
  ChartLine,
  FlaskConical,
  Gauge,
  Inbox,
  LayoutTemplate,
  ListOrdered,
  type LucideIcon,
  MessagesSquare,
  PenLine,
  Settings,
  ShoppingCart,
  Users,
} from "lucide-react";

export type Destination = { href: string; label: string; icon: LucideIcon; key: string; holds?: string };

/** How much waits for a person at a place, by its address. */
export type Waiting = Partial<Record<string, number>>;

/** The places of the dashboard, each with the letter that leads there after `g`, and what else is found below it. */
export const destinations: readonly Destination[] = [
  { href: "/overview", label: "Overview", icon: Gauge, key: "o" },
  { href: "/drafts", label: "Drafts", icon: PenLine, key: "d" },
  { href: "/inbox", label: "Inbox", icon: MessagesSquare, key: "i" },
  { href: "/carts", label: "Carts", icon: ShoppingCart, key: "c", holds: "/orders" },
  { href: "/sequences", label: "Sequences", icon: ListOrdered, key: "s" },
  { href: "/segments", label: "Segments", icon: Users, key: "u" },
  { href: "/templates", label: "Templates", icon: LayoutTemplate, key: "t" },
  { href: "/results", label: "Results", icon: ChartLine, key: "r" },
  { href: "/experiments", label: "Experiments", icon: FlaskConical, key: "e" },
  { href: "/outbox", label: "Outbox", icon: Inbox, key: "m" },
  { href: "/settings", label: "Settings", icon: Settings, key: "," },
];

export function isAt(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}
