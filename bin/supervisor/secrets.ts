import { randomBytes } from "node:crypto";
import { chmodSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "./start-error.ts";

const GENERATORS = {
  NEXTAUTH_SECRET: () => token(),
  LINK_SECRET: () => token(),
  ENCRYPTION_KEY: () => randomBytes(32).toString("base64"),
  INNGEST_EVENT_KEY: () => token(),
  INNGEST_SIGNING_KEY: () => `signkey-prod-${randomBytes(32).toString("hex")}`,
  POSTGRES_PASSWORD: () => token(),
  OWNER_PASSWORD: () => token(),
  APP_PASSWORD: () => token(),
  WORKER_PASSWORD: () => token(),
  RUNNER_PASSWORD: () => token(),
} as const;

export type SecretName = keyof typeof GENERATORS;
export type Secrets = Record<SecretName, string>;

const NAMES = Object.keys(GENERATORS) as SecretName[];

/** The secrets of this installation, made at the first start and kept where only its owner can read them. */
export function loadSecrets(dataFolder: string): Secrets {
  const file = join(dataFolder, "secrets.json");
  const kept = readKept(file);
  const secrets = Object.fromEntries(NAMES.map((name) => [name, kept[name] ?? GENERATORS[name]()])) as Secrets;
  if (NAMES.some((name) => !kept[name])) writePrivate(file, secrets);
  chmodSync(file, 0o600);
  return secrets;
}

/** Replaced as a whole, so that a cut-off write never leaves half a file. */
export function writePrivate(file: string, content: unknown): void {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, file);
}

function readKept(file: string): Partial<Secrets> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return {};
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new StartError(
      `${file} is damaged: restore it from a backup, or move the whole data folder away to begin anew`,
    );
  }
}

function token(): string {
  return randomBytes(32).toString("base64url");
}
