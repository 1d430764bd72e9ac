import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const ROOMS = [
  "app",
  "auth",
  "bin",
  "components",
  "db",
  "domain",
  "e2e",
  "emails",
  "inngest",
  "integrations",
  "runner",
];

/** Every TypeScript file of the rooms, relative to the root. */
export function sourceFiles(folder: string = root): string[] {
  return ROOMS.flatMap((room) => filesBelow(join(folder, room)))
    .map((file) => relative(folder, file))
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"));
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
