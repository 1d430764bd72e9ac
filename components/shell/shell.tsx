"use client";

import { Menu as MenuIcon } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import type { Role } from "#domain/member.ts";
import { Button } from "../ui/button.tsx";
import { Link } from "../ui/link.tsx";
import { Sheet, SheetContent, SheetTrigger } from "../ui/sheet.tsx";
import { Mark } from "./mark.tsx";
import { MemberMenu } from "./member-menu.tsx";
import { NavList } from "./nav-list.tsx";
import type { Waiting } from "./navigation.ts";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";
import type { Theme } from "./theme.ts";
import { useShortcuts } from "./use-shortcuts.ts";

export type ShellProps = {
  tenantName: string;
  member: { name: string; email: string; role: Role };
  path: string;
  waiting: Waiting;
  demoShop: boolean;
  theme: Theme;
  onTheme: (theme: Theme) => void;
  onGo: (href: string) => void;
  onSignOut: () => void;
  children: ReactNode;
};

/** The frame of the dashboard: places at the left, on a phone behind a button. */
export function Shell(props: ShellProps) {
  const [help, setHelp] = useState(false);
  const [open, setOpen] = useState(false);
  const { onGo } = props;
  useShortcuts(useMemo(() => ({ go: onGo, help: () => setHelp(true) }), [onGo]));
  const side = (
    <div className="flex h-full flex-col gap-4">
      <NavList {...props} onGo={() => setOpen(false)} />
      <div className="mt-auto">
        <MemberMenu {...props} onShortcuts={() => setHelp(true)} />
      </div>
    </div>
  );
  return (
    <div className="lg:grid lg:grid-cols-[14.5rem_minmax(0,1fr)]">
      <a href="#content" className="skip-link rounded-md bg-accent px-3 py-2 text-on-accent">
        Skip to content
      </a>
      <aside className="print:hidden sticky top-0 hidden h-dvh flex-col gap-4 border-r bg-canvas px-3 pt-4 pb-3 lg:flex">
        <Home tenantName={props.tenantName} />
        <div className="min-h-0 flex-1 overflow-y-auto">{side}</div>
      </aside>
      <header className="print:hidden sticky top-0 z-30 flex h-13 items-center justify-between border-b bg-canvas px-4 lg:hidden">
        <Home tenantName={props.tenantName} />
        <Sheet open={open} onOpenChange={setOpen}>
          <SheetTrigger asChild>
            <Button variant="ghost" size="icon" aria-label="Menu" className="relative">
              <MenuIcon />
              {Object.values(props.waiting).some(Boolean) ? (
                <span aria-hidden className="absolute top-1.5 right-1.5 size-2 rounded-full bg-accent" />
              ) : null}
            </Button>
          </SheetTrigger>
          <SheetContent title={props.tenantName} className="w-[min(20rem,88vw)]">
            {side}
          </SheetContent>
        </Sheet>
      </header>
      <main id="content" tabIndex={-1} className="min-w-0 outline-none">
        {props.children}
      </main>
      <ShortcutsDialog open={help} onOpenChange={setHelp} />
    </div>
  );
}

function Home({ tenantName }: { tenantName: string }) {
  return (
    <Link href="/overview" className="flex min-w-0 items-center gap-2.5 rounded-md px-1.5 py-0.5">
      <Mark className="size-6 shrink-0" />
      <span className="min-w-0 leading-4">
        <span className="block truncate font-semibold text-sm">{tenantName}</span>
        <span className="block text-2xs text-ink-faint">Comeback</span>
      </span>
    </Link>
  );
}
