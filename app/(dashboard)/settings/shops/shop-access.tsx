"use client";

import { useQuery } from "@tanstack/react-query";
import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { KeysForm } from "#components/shop/keys-form.tsx";
import type { PlatformView } from "#components/shop/platform-view.ts";
import { ErrorState } from "#components/ui/error-state.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { accessQuery, healthQuery } from "./queries.ts";

/** What the shop's API is asked with: written here, read nowhere. */
export function ShopAccess({ shopId, platform }: { shopId: string; platform: PlatformView }) {
  const access = useQuery(accessQuery(shopId));
  const save = useWrite({
    send: (credentials: Record<string, string>) =>
      writeJson("PUT", `/api/shops/${shopId}/credentials`, { credentials }),
    said: "Saved and sealed",
    refresh: [accessQuery(shopId).queryKey, healthQuery(shopId).queryKey],
  });
  if (access.isError) return <ErrorState onRetry={() => void access.refetch()} />;
  if (!access.data) return <SkeletonRows rows={2} />;
  return (
    <KeysForm
      fields={platform.credentialFields}
      stored={access.data.fields.filter(({ entered }) => entered).map(({ name }) => name)}
      busy={save.busy}
      complaint={save.complaint}
      onSave={save.writeAsync}
    />
  );
}
