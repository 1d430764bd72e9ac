"use client";

import { useEffect, useRef } from "react";
import { cn } from "../ui/cn.ts";
import { Link } from "../ui/link.tsx";
import { isAt } from "./navigation.ts";

export type SettingsPlace = { href: string; label: string };

/** The parts of the settings: a list at the left, on narrow screens a line that scrolls. */
export function SettingsNav({ path, places }: { path: string; places: readonly SettingsPlace[] }) {
  const nav = useRef<HTMLElement>(null);
  // On a phone the line is longer than the screen: the part one is in must be on it.
  useEffect(() => {
    const line = nav.current;
    const current = [...(line?.children ?? [])].find((link) => isAt(path, link.getAttribute("href") ?? ""));
    if (line && current instanceof HTMLElement)
      line.scrollLeft = current.offsetLeft - (line.clientWidth - current.offsetWidth) / 2;
  }, [path]);
  return (
    <nav
      ref={nav}
      aria-label="Settings"
      className="relative -mx-4 flex gap-1 overflow-x-auto px-4 pb-1 sm:-mx-6 sm:px-6 lg:sticky lg:top-7 lg:mx-0 lg:grid lg:content-start lg:gap-0.5 lg:self-start lg:overflow-visible lg:p-0"
    >
      {places.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={isAt(path, href) ? "page" : undefined}
          className={cn(
            "shrink-0 whitespace-nowrap rounded-md px-2.5 py-1.5 text-ink-soft text-sm transition-colors hover:bg-hover hover:text-ink aria-[current]:bg-hover aria-[current]:font-medium aria-[current]:text-ink pointer-coarse:py-2.5",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
