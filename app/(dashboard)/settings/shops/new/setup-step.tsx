"use client";

import { useState } from "react";
import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import type { PlatformView } from "#components/shop/platform-view.ts";
import { SecretForm } from "#components/shop/secret-form.tsx";
import { SetupSteps } from "#components/shop/setup-steps.tsx";
import type { ShopView } from "#components/shop/shop-view.ts";
import { CopyField } from "#components/ui/copy-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { ShopAccess } from "../shop-access.tsx";

/** What is done in the shop, and what of it is entered here. */
export function SetupStep(props: { shop: ShopView; platform: PlatformView; secret: string | null }) {
  const { shop, platform } = props;
  return (
    <div className="grid gap-6">
      <SetupSteps platform={platform} webhookUrl={shop.webhookUrl} />
      {platform.signing.by === "key_pair" ? null : (
        <Section title={platform.signing.by === "us" ? "Signing secret" : platform.signing.label}>
          <SigningSecret shopId={shop.id} signing={platform.signing} secret={props.secret} />
        </Section>
      )}
      {platform.credentialFields.length > 0 ? (
        <Section title="Access to the shop">
          <ShopAccess shopId={shop.id} platform={platform} />
        </Section>
      ) : null}
    </div>
  );
}

function SigningSecret(props: {
  shopId: string;
  signing: Exclude<PlatformView["signing"], { by: "key_pair" }>;
  secret: string | null;
}) {
  const { shopId, signing } = props;
  const ours = signing.by === "us";
  const [shown, setShown] = useState(ours ? props.secret : null);
  const [saved, setSaved] = useState(!ours && !signing.afterAddress && props.secret !== null);
  const put = useWrite({
    send: (secret: string | undefined) =>
      writeJson<{ secret: string }>("POST", `/api/shops/${shopId}/secret`, { secret }),
    done: ({ secret }) => (ours ? setShown(secret) : setSaved(true)),
  });
  if (shown)
    return (
      <div className="grid gap-2">
        <Notice tone="warn">Copy it now: it is not kept in readable form and will not be shown again.</Notice>
        <CopyField value={shown} label="signing secret" />
      </div>
    );
  if (saved) return <Notice tone="good">It is kept sealed. Requests that it signs are taken.</Notice>;
  return <SecretForm {...{ signing }} busy={put.busy} complaint={put.complaint} onSave={put.write} />;
}
