import { expect, test } from "vitest";
import { type Parts, runnerEnvironment, webEnvironment } from "./environment.ts";
import type { Secrets } from "./secrets.ts";
import { readSettings } from "./settings.ts";

const secrets: Secrets = {
  ...{ POSTGRES_PASSWORD: "p", OWNER_PASSWORD: "o", APP_PASSWORD: "a", WORKER_PASSWORD: "w", RUNNER_PASSWORD: "r" },
  ...{ NEXTAUTH_SECRET: "n", LINK_SECRET: "l", ENCRYPTION_KEY: "e", INNGEST_EVENT_KEY: "i", INNGEST_SIGNING_KEY: "s" },
};

function parts(source: Record<string, string>, args: string[] = []): Parts {
  const urls = { owner: "o", app: "a", worker: "w", runner: "r" };
  return { settings: readSettings("/house", args, source), secrets, urls, runnerPort: 1, source };
}

test("limits the web app's heap by the machine, from 256 to 1024 MB", () => {
  const { NODE_OPTIONS = "" } = webEnvironment(parts({}));
  const megabytes = Number(/^--max-old-space-size=(\d+) --max-semi-space-size=16$/.exec(NODE_OPTIONS)?.[1]);
  expect(megabytes).toBeGreaterThanOrEqual(256);
  expect(megabytes).toBeLessThanOrEqual(1_024);
});

test("lets what the installation says of the heap stand last, where Node lets it win", () => {
  const { NODE_OPTIONS = "" } = webEnvironment(parts({ NODE_OPTIONS: "--max-old-space-size=3000" }));
  expect(NODE_OPTIONS).toMatch(/^--max-old-space-size=\d+ .*--max-old-space-size=3000$/);
});

test("does not limit the heap of a server for development", () => {
  expect(webEnvironment(parts({}, ["--dev"])).NODE_OPTIONS).toBeUndefined();
});

test.each([webEnvironment, runnerEnvironment])(
  "has freed memory given back, unless told otherwise: %o",
  (environment) => {
    expect(environment(parts({}))).toMatchObject({ MALLOC_ARENA_MAX: "2", MALLOC_TRIM_THRESHOLD_: "131072" });
    expect(environment(parts({ MALLOC_ARENA_MAX: "4" })).MALLOC_ARENA_MAX).toBe("4");
  },
);
