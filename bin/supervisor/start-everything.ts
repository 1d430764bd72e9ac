import { join } from "node:path";
import { migrate } from "#db/migrate.ts";
import type { Demo } from "#db/seed/demo.ts";
import { freePort } from "../postgres/free-port.ts";
import { ensureBuilt, NEXT } from "./build.ts";
import { checkPort } from "./check-port.ts";
import { type Child, keepRunning } from "./child.ts";
import { claimFolder } from "./claim-folder.ts";
import { type DatabaseUrls, roleOf } from "./database-urls.ts";
import { ensureDemo } from "./demo.ts";
import { startEmbeddedDatabase } from "./embedded-database.ts";
import { type Parts, runnerEnvironment, webEnvironment } from "./environment.ts";
import { prepareExternalDatabase } from "./external-database.ts";
import { untilHealthy } from "./health.ts";
import { endLeftovers, openProcessList, type ProcessList } from "./process-list.ts";
import { loadSecrets, type Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import type { Shutdown } from "./shutdown.ts";

type Start = { settings: Settings; shutdown: Shutdown; secrets: Secrets; processes: ProcessList };

/** Brings up database, runner and web app, in that order, and returns when the app answers. */
export async function startEverything(settings: Settings, shutdown: Shutdown): Promise<void> {
  shutdown.add(claimFolder(settings.dataFolder));
  const secrets = loadSecrets(settings.dataFolder);
  await endLeftovers(settings.dataFolder);
  await checkPort("PORT", settings.port, settings.host);
  if (settings.mailDoor) await checkPort("MAIL_IN_PORT", settings.mailDoor.port, settings.mailDoor.host);
  const runnerPort = await chooseRunnerPort(settings);
  const processes = openProcessList(settings.dataFolder);
  shutdown.add(() => processes.remove());
  const start: Start = { settings, shutdown, secrets, processes };

  const prepared = prepareDatabase(start, runnerPort);
  const building = settings.development ? undefined : ensureBuilt(settings.root, shutdown.signal);
  const [{ parts, demo }] = await Promise.all([prepared, building]);
  if (shutdown.signal.aborted) return;
  const children = startChildren(start, parts);
  const logs = join(settings.dataFolder, "logs");
  await untilHealthy({ localUrl: settings.localUrl, children, logs, signal: shutdown.signal });
  if (!shutdown.signal.aborted) announce(settings, demo);
}

async function prepareDatabase(start: Start, runnerPort: number | undefined): Promise<{ parts: Parts; demo?: Demo }> {
  const urls = await connectDatabase(start);
  await migrate({ ownerUrl: urls.owner, appRole: roleOf(urls.app), workerRole: roleOf(urls.worker) });
  const parts = { settings: start.settings, secrets: start.secrets, urls, runnerPort, source: process.env };
  const database = { ownerUrl: urls.owner, environment: webEnvironment(parts) };
  return { parts, demo: await ensureDemo(start.settings, database, start.shutdown.signal) };
}

async function connectDatabase({ settings, secrets, processes, shutdown }: Start): Promise<DatabaseUrls> {
  if (settings.databaseUrl) return prepareExternalDatabase(settings.databaseUrl, secrets, process.env);
  const starting = startEmbeddedDatabase(settings.dataFolder, secrets, {
    onStart: (pid) => processes.set("postgres", pid),
  });
  // Registered before it is up: a Ctrl-C in this second must not leave a Postgres behind.
  shutdown.add(() => starting.then((database) => database.stop(), ignoreFailedStart));
  return (await starting).urls;
}

async function chooseRunnerPort({ runnerPort }: Settings): Promise<number | undefined> {
  if (runnerPort === "any") return freePort();
  if (runnerPort) await checkPort("RUNNER_PORT", runnerPort, "127.0.0.1");
  return runnerPort;
}

function startChildren(start: Start, parts: Parts): Child[] {
  const { settings, shutdown } = start;
  const children: Child[] = [];
  const run = (name: "runner" | "web" | "mail", args: string[], env: Record<string, string | undefined>) => {
    const child = keepRunning({
      name,
      command: process.execPath,
      args,
      cwd: settings.root,
      env,
      logFile: join(settings.dataFolder, "logs", `${name}.log`),
      talkative: settings.development && name === "web",
      onStart: (pid) => start.processes.set(name, pid),
    });
    shutdown.add(child.stop);
    children.push(child);
  };
  if (settings.mailDoor) run("mail", [join("bin", "mail.ts")], webEnvironment(parts));
  if (parts.runnerPort) run("runner", [join("runner", "main.ts")], runnerEnvironment(parts));
  // Next's own server for development: it watches, reloads and serves the same doors, and speed is no matter there.
  const develop = [NEXT, "dev", "-p", String(settings.port), "-H", settings.host];
  run("web", settings.development ? develop : [join("bin", "web.ts")], webEnvironment(parts));
  return children;
}

/** There is nothing to stop; the failure itself is reported by who awaits the start. */
function ignoreFailedStart(): void {}

function announce(settings: Settings, demo: Demo | undefined): void {
  console.log(`ready http://localhost:${settings.port}`);
  if (demo) console.log(`sign in as ${demo.email} with the password ${demo.password}`);
}
