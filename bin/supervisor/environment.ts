import { totalmem } from "node:os";
import type { DatabaseUrls } from "./database-urls.ts";
import type { Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";

type Source = Record<string, string | undefined>;
/** What a start knows once the database is there. */
export type Parts = {
  settings: Settings;
  secrets: Secrets;
  urls: DatabaseUrls;
  runnerPort: number | undefined;
  source: Source;
};

const SECRET_VARIABLES = [
  "NEXTAUTH_SECRET",
  "LINK_SECRET",
  "ENCRYPTION_KEY",
  "INNGEST_EVENT_KEY",
  "INNGEST_SIGNING_KEY",
] as const;

/** What the web app gets: everything but the owner of the tables and the runner's database. */
export function webEnvironment(parts: Parts): Source {
  const { settings, urls, runnerPort, source } = parts;
  const inngest = runnerPort ? { INNGEST_BASE_URL: `http://127.0.0.1:${runnerPort}`, INNGEST_DEV: "0" } : {};
  return {
    ...source,
    ...secretsFor(parts),
    ...inngest,
    ...thrift(source),
    ...(settings.development ? {} : { NODE_OPTIONS: withHeapLimits(source.NODE_OPTIONS) }),
    // Empty rather than absent: Next would read them from .env itself.
    DATABASE_URL: "",
    RUNNER_DATABASE_URL: "",
    DATABASE_APP_URL: urls.app,
    DATABASE_WORKER_URL: urls.worker,
    PORT: String(settings.port),
    HOST: settings.host,
    APP_URL: settings.appUrl,
    NEXTAUTH_URL: source.NEXTAUTH_URL || settings.appUrl,
    APP_MODE: settings.mode,
    DATA_DIR: settings.dataFolder,
    NODE_ENV: settings.development ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** What the runner gets: its own database, its keys, and where the app is. Nothing that belongs to shoppers. */
export function runnerEnvironment(parts: Parts): Source {
  const { settings, urls, runnerPort, source } = parts;
  const { INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY } = secretsFor(parts);
  return {
    PATH: source.PATH,
    TZ: source.TZ,
    LOG_LEVEL: source.LOG_LEVEL,
    ...thrift(source),
    NODE_ENV: settings.development ? "development" : "production",
    RUNNER_DATABASE_URL: urls.runner,
    RUNNER_PORT: String(runnerPort),
    RUNNER_APP_URL: `${settings.localUrl}/api/inngest`,
    RUNNER_VIRTUAL_CLOCK: settings.mode === "production" ? "0" : "1",
    INNGEST_EVENT_KEY,
    INNGEST_SIGNING_KEY,
  };
}

/**
 * Left to itself, glibc keeps what a burst of request bodies has freed: of 330 MB that it held, 67 were in use. Two arenas,
 * and a threshold that stands still, give it back; other C libraries do not read these.
 */
function thrift(source: Source): Source {
  return {
    MALLOC_ARENA_MAX: source.MALLOC_ARENA_MAX || "2",
    MALLOC_TRIM_THRESHOLD_: source.MALLOC_TRIM_THRESHOLD_ || "131072",
  };
}

/**
 * V8 collects the sooner the less it may have. Its own limit on a large machine lets 80 MB in use grow to 280, of which
 * young objects, three spaces of up to 64 MB, are most. What the installation says itself stands behind and wins.
 */
function withHeapLimits(options = ""): string {
  return `--max-old-space-size=${oldMegabytes()} --max-semi-space-size=16 ${options}`.trim();
}

/** A quarter of what the machine or its container has; an idle app needs 80. */
function oldMegabytes(): number {
  const bytes = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return Math.min(Math.max(Math.floor(bytes / 4 / 1_048_576), 256), 1_024);
}

function secretsFor({ secrets, source, runnerPort }: Parts): Source {
  const names = SECRET_VARIABLES.filter((name) => runnerPort || !name.startsWith("INNGEST"));
  return Object.fromEntries(names.map((name) => [name, source[name] || secrets[name]]));
}
