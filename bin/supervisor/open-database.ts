import { clusterFolder } from "../postgres/folders.ts";
import { acceptsConnections, isPostgresAlive, readPostmasterFile } from "../postgres/postmaster-file.ts";
import { postgresUser } from "../postgres/system-user.ts";
import type { DatabaseUrls } from "./database-urls.ts";
import { startEmbeddedDatabase, urlsOn } from "./embedded-database.ts";
import { prepareExternalDatabase } from "./external-database.ts";
import { loadSecrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";

/** The installation's database for a program beside the app: the running one, or one that is started and stopped again. */
export async function openDatabase(
  settings: Settings,
  source: Record<string, string | undefined>,
): Promise<{ urls: DatabaseUrls; close(): Promise<void> }> {
  const secrets = loadSecrets(settings.dataFolder);
  if (settings.databaseUrl) {
    const urls = await prepareExternalDatabase(settings.databaseUrl, secrets, source);
    return { urls, close: async () => {} };
  }
  const running = readPostmasterFile(clusterFolder(settings.dataFolder, postgresUser()));
  if (running && isPostgresAlive(running.pid) && (await acceptsConnections(running.port))) {
    return { urls: urlsOn(running.port, secrets), close: async () => {} };
  }
  const started = await startEmbeddedDatabase(settings.dataFolder, secrets, () => {});
  return { urls: started.urls, close: started.stop };
}
