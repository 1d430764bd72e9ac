"use client";

import { ChevronsUpDown, Keyboard, KeyRound, LogOut } from "lucide-react";
import type { Role } from "#domain/member.ts";
import { roleLabels } from "../member/labels.ts";
import { Link } from "../ui/link.tsx";
import {
  Menu,
  MenuContent,
  MenuEntry,
  MenuLabel,
  MenuLine,
  MenuRadio,
  MenuRadioGroup,
  MenuTrigger,
} from "../ui/menu.tsx";
import { type Theme, themeLabels, themes } from "./theme.ts";

/** Who is signed in, how it looks, and the way out. */
export function MemberMenu(props: {
  member: { name: string; email: string; role: Role };
  theme: Theme;
  onTheme: (theme: Theme) => void;
  onShortcuts: () => void;
  onSignOut: () => void;
}) {
  const { member } = props;
  return (
    <Menu>
      <MenuTrigger className="flex w-full items-center gap-2.5 rounded-md p-1.5 text-left hover:bg-hover data-[state=open]:bg-hover">
        <span
          aria-hidden
          className="grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-2xs text-accent"
        >
          {initials(member.name)}
        </span>
        <span className="min-w-0 flex-1 leading-4">
          <span className="block truncate font-medium text-sm">{member.name}</span>
          <span className="block truncate text-ink-faint text-xs">{roleLabels[member.role]}</span>
        </span>
        <ChevronsUpDown aria-hidden className="size-3.5 text-ink-faint" />
        <span className="sr-only">Your menu</span>
      </MenuTrigger>
      <MenuContent side="top" align="start" className="w-56">
        <MenuLabel className="truncate">{member.email}</MenuLabel>
        <MenuLine />
        <MenuRadioGroup value={props.theme} aria-label="Theme">
          {themes.map((theme) => (
            <MenuRadio key={theme} value={theme} onSelect={() => props.onTheme(theme)}>
              {themeLabels[theme]}
            </MenuRadio>
          ))}
        </MenuRadioGroup>
        <MenuLine />
        <MenuEntry onSelect={props.onShortcuts}>
          <Keyboard aria-hidden />
          Keyboard shortcuts
        </MenuEntry>
        <MenuEntry asChild>
          <Link href="/settings/profile">
            <KeyRound aria-hidden />
            Name and password
          </Link>
        </MenuEntry>
        <MenuEntry onSelect={props.onSignOut}>
          <LogOut aria-hidden />
          Sign out
        </MenuEntry>
      </MenuContent>
    </Menu>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ""]
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}
