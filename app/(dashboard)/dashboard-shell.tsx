"use client";

import { useQuery } from "@tanstack/react-query";
import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useCallback, useState } from "react";
import { readJson } from "#app/requests.ts";
import { closeSession } from "#app/session-requests.ts";
import { Shell } from "#components/shell/shell.tsx";
import type { Theme } from "#components/shell/theme.ts";
import type { Role } from "#domain/member.ts";

/** Drafts that wait for a person, letters that do, and conversations that wait for us. */
type Waiting = { count: number; nextDueAt: string | null; letters: number; conversations: number };

export function DashboardShell(props: {
  tenantName: string;
  member: { name: string; email: string; role: Role };
  waiting: Waiting;
  demoShop: boolean;
  theme: Theme;
  children: ReactNode;
}) {
  const router = useRouter();
  const path = usePathname();
  const [theme, setTheme] = useState(props.theme);
  const waiting = useQuery({
    queryKey: ["drafts", "waiting"],
    queryFn: ({ signal }) => readJson<Waiting>("/api/drafts/waiting", signal),
    initialData: props.waiting,
    refetchInterval: 15_000,
  });
  const go = useCallback((href: string) => router.push(href), [router]);
  const signOut = async () => {
    await closeSession();
    window.location.assign("/sign-in");
  };
  return (
    <Shell
      tenantName={props.tenantName}
      member={props.member}
      path={path}
      waiting={{ "/drafts": waiting.data.count + waiting.data.letters, "/inbox": waiting.data.conversations }}
      demoShop={props.demoShop}
      theme={theme}
      onTheme={(chosen) => {
        setTheme(chosen);
        applyTheme(chosen);
      }}
      onGo={go}
      onSignOut={() => void signOut()}
    >
      {props.children}
    </Shell>
  );
}

/** Kept in a cookie, so that the server draws the next page in it without a flash. */
function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
}
