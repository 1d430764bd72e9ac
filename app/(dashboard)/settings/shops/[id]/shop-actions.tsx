"use client";

import { useState } from "react";
import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import type { PlatformView, ShopValues } from "#components/shop/platform-view.ts";
import { RotateForm } from "#components/shop/rotate-form.tsx";
import { ShopForm } from "#components/shop/shop-form.tsx";
import type { ShopView } from "#components/shop/shop-view.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog, DialogContent } from "#components/ui/dialog.tsx";
import { ShownOnce } from "#components/ui/shown-once.tsx";
import { shopsKey } from "../queries.ts";

type Opened = { kind: "edit" } | { kind: "rotate" } | { kind: "secret"; secret: string };

const titles: Record<Opened["kind"], string> = {
  edit: "Edit shop",
  rotate: "New signing secret",
  secret: "Signing secret",
};

/** What an admin does to a shop: edit it, rotate its secret, close or open its door. */
export function ShopActions({ shop, platform }: { shop: ShopView; platform: PlatformView | undefined }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const signing = platform?.signing;
  return (
    <>
      <Button size="sm" onClick={() => setOpened({ kind: "edit" })}>
        Edit
      </Button>
      {signing && signing.by !== "key_pair" ? (
        <Button size="sm" onClick={() => setOpened({ kind: "rotate" })}>
          New secret
        </Button>
      ) : null}
      <DoorButton shop={shop} />
      {opened ? (
        <Dialog open onOpenChange={(open) => (open ? undefined : setOpened(null))}>
          <DialogContent title={titles[opened.kind]}>
            {opened.kind === "edit" ? <Edit shop={shop} onDone={() => setOpened(null)} /> : null}
            {opened.kind === "rotate" && signing ? (
              <Rotate
                {...{ shop, signing }}
                onDone={(secret) => setOpened(signing.by === "us" ? { kind: "secret", secret } : null)}
              />
            ) : null}
            {opened.kind === "secret" ? <ShownOnce value={opened.secret} label="signing secret" /> : null}
          </DialogContent>
        </Dialog>
      ) : null}
    </>
  );
}

function DoorButton({ shop }: { shop: ShopView }) {
  const door = useWrite({
    send: (disabled: boolean) => writeJson("PATCH", `/api/shops/${shop.id}`, { disabled }),
    refresh: [shopsKey],
  });
  if (shop.disabledAt)
    return (
      <Button size="sm" busy={door.busy} onClick={() => door.write(false)}>
        Receive again
      </Button>
    );
  return (
    <ConfirmDialog
      title={`Stop receiving from ${shop.name}?`}
      confirm="Stop receiving"
      danger
      onConfirm={() => door.writeAsync(true)}
      trigger={<Button size="sm">Stop receiving</Button>}
    >
      Its webhooks are answered with 410 Gone, and most platforms then switch them off. What is known stays.
    </ConfirmDialog>
  );
}

function Edit({ shop, onDone }: { shop: ShopView; onDone: () => void }) {
  const { platform, name, url, hosts, currency, timeZone } = shop;
  const change = useWrite({
    send: (values: Partial<ShopValues>) => writeJson("PATCH", `/api/shops/${shop.id}`, values),
    said: "Saved",
    refresh: [shopsKey],
    done: onDone,
  });
  return (
    <ShopForm
      shop={{ platform, name, url, hosts, currency, timeZone }}
      busy={change.busy}
      complaint={change.complaint}
      onSave={change.write}
    />
  );
}

function Rotate(props: { shop: ShopView; signing: PlatformView["signing"]; onDone: (secret: string) => void }) {
  const rotate = useWrite({
    send: (secret: string | undefined) =>
      writeJson<{ secret: string }>("POST", `/api/shops/${props.shop.id}/secret`, { secret }),
    said: "The new secret holds",
    refresh: [shopsKey],
    done: ({ secret }) => props.onDone(secret),
  });
  return <RotateForm signing={props.signing} busy={rotate.busy} complaint={rotate.complaint} onRotate={rotate.write} />;
}
