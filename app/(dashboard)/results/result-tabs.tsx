"use client";

import { usePathname } from "next/navigation";
import { cn } from "#components/ui/cn.ts";
import { Link } from "#components/ui/link.tsx";

const places = [
  { href: "/results", label: "Results" },
  { href: "/results/explore", label: "Explore" },
  { href: "/experiments", label: "Experiments" },
];

/** The parts of the results. */
export function ResultTabs() {
  const path = usePathname();
  return (
    <nav aria-label="Results" className="flex gap-5 overflow-x-auto border-b">
      {places.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={path === href ? "page" : undefined}
          className={cn(
            "-mb-px whitespace-nowrap border-transparent border-b-2 px-0.5 pt-1 pb-2 font-medium text-ink-soft text-sm transition-colors hover:text-ink",
            "aria-[current]:border-accent aria-[current]:text-ink",
          )}
        >
          {label}
        </Link>
      ))}
      <Link
        href="/settings/notices"
        className="ml-auto hidden whitespace-nowrap pt-1 pb-2 text-ink-soft text-sm transition-colors hover:text-ink sm:block"
      >
        Have them mailed
      </Link>
    </nav>
  );
}
