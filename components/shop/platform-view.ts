import type { PlatformName } from "#domain/shop-event.ts";

export type CredentialFieldView = { name: string; label: string; secret: boolean; hint: string };

/** How one platform is connected, as `/api/platforms` tells it. */
export type PlatformView = {
  name: PlatformName;
  title: string;
  steps: string[];
  topics: string[];
  signing: { by: "us" } | { by: "platform"; label: string; hint: string; afterAddress: boolean } | { by: "key_pair" };
  credentialFields: CredentialFieldView[];
  registersHooks: boolean;
  reconciles: boolean;
};

/** What a person enters who connects a shop or changes one. */
export type ShopValues = {
  platform: PlatformName;
  name: string;
  url: string;
  hosts: string[];
  currency: string;
  secret?: string;
};
