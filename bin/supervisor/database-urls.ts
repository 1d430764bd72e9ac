import type { Secrets } from "./secrets.ts";

/** One connection per role: who owns the tables, who serves people, who works across tenants, who keeps the runs. */
export type DatabaseUrls = { owner: string; app: string; worker: string; runner: string };

export const ROLE_VARIABLES = {
  comeback_app: { variable: "DATABASE_APP_URL", key: "app", secret: "APP_PASSWORD" },
  comeback_worker: { variable: "DATABASE_WORKER_URL", key: "worker", secret: "WORKER_PASSWORD" },
  comeback_runner: { variable: "RUNNER_DATABASE_URL", key: "runner", secret: "RUNNER_PASSWORD" },
} as const satisfies Record<string, { variable: string; key: keyof DatabaseUrls; secret: keyof Secrets }>;

/** The same server and database for another role. */
export function withRole(url: string, role: string, password: string): string {
  const changed = new URL(url);
  changed.username = role;
  changed.password = password;
  return changed.href;
}

export function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
