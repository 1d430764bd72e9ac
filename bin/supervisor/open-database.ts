import { clusterFolder } from "../postgres/folders.ts";
import { acceptsConnections, isPostgresAlive, readPostmasterFile } from "../postgres/postmaster-file.ts";
import { postgresUser } from "../postgres/system-user.ts";
import type { DatabaseUrls } from "./database-urls.ts";
import { startEmbeddedDatabase, urlsOn } from "./embedded-database.ts";
import { prepareExternalDatabase } from "./external-database.ts";
import { loadSecrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";

/**
 * The installation's database for a program beside the app: the running one, or one that is started, with these settings of
 * the server, and stopped again; `ours` when it was started here, so that nobody else is in it.
 */
export async function openDatabase(
  settings: Settings,
  source: Record<string, string | undefined>,
  serverSettings: string[] = [],
): Promise<{ urls: DatabaseUrls; ours: boolean; close(): Promise<void> }> {
  const secrets = loadSecrets(settings.dataFolder);
  if (settings.databaseUrl) {
    const urls = await prepareExternalDatabase(settings.databaseUrl, secrets, source);
    return { urls, ours: false, close: async () => {} };
  }
  const running = readPostmasterFile(clusterFolder(settings.dataFolder, postgresUser()));
  if (running && isPostgresAlive(running.pid) && (await acceptsConnections(running.port))) {
    return { urls: urlsOn(running.port, secrets), ours: false, close: async () => {} };
  }
  const started = await startEmbeddedDatabase(settings.dataFolder, secrets, { settings: serverSettings });
  const close = async () => {
    if (serverSettings.length > 0) await started.checkpoint();
    await started.stop();
  };
  return { urls: started.urls, ours: true, close };
}
