import type { KeyMode, KeyScope } from "#domain/member.ts";

/** A key as the form asks for it. */
export type KeyValues = {
  name: string;
  scopes: KeyScope[];
  mode: KeyMode;
  expiry: KeyExpiry;
  /** One address or network for each line. */
  networks: string;
  perMinute: number;
};

export type KeyExpiry = "never" | "30" | "90" | "365";

export const expiryLabels: Record<KeyExpiry, string> = {
  "90": "In 90 days",
  "30": "In 30 days",
  "365": "In a year",
  never: "Never",
};

export const modeHints: Record<KeyMode, string> = {
  live: "What it sends leaves by the configured mailer.",
  test: "What it sends stays in the outbox, whatever the installation sends by.",
};

export const newKeyValues = (mode: KeyMode): KeyValues => ({
  ...{ name: "", scopes: ["read"], mode, expiry: "90", networks: "", perMinute: 600 },
});

const dayMs = 86_400_000;

/** What is sent for it. A key ends by the world's clock, also where the demo's runs ahead. */
export function requestOf({ expiry, networks, ...values }: KeyValues, worldNow: Date) {
  const expiresAt = expiry === "never" ? null : new Date(worldNow.getTime() + Number(expiry) * dayMs).toISOString();
  const allowedNetworks = networks
    .split(/[\s,]+/)
    .map((one) => one.trim())
    .filter(Boolean);
  return { ...values, expiresAt, allowedNetworks };
}
