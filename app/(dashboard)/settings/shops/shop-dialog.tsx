"use client";

import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { RotateForm } from "#components/shop/rotate-form.tsx";
import type { ShopView } from "#components/shop/shop-card.tsx";
import { ShopForm, type ShopValues } from "#components/shop/shop-form.tsx";
import { Dialog, DialogContent } from "#components/ui/dialog.tsx";
import { ShownOnce } from "#components/ui/shown-once.tsx";
import { shopsKey } from "./queries.ts";

export type Opened =
  | { kind: "new"; currency: string }
  | { kind: "edit"; shop: ShopView }
  | { kind: "rotate"; shop: ShopView }
  | { kind: "secret"; secret: string };

type WithSecret = { shop: ShopView; secret: string };

const titles: Record<Opened["kind"], string> = {
  new: "Connect a shop",
  edit: "Edit shop",
  rotate: "New signing secret",
  secret: "Signing secret",
};

/** Whatever is being done to a shop: connect, edit, rotate its secret, read the secret once. */
export function ShopDialog({ opened, onOpen }: { opened: Opened; onOpen: (opened: Opened | null) => void }) {
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onOpen(null))}>
      <DialogContent title={titles[opened.kind]}>
        <Inside opened={opened} onOpen={onOpen} />
      </DialogContent>
    </Dialog>
  );
}

function Inside({ opened, onOpen }: { opened: Opened; onOpen: (opened: Opened | null) => void }) {
  const refresh = [shopsKey];
  const make = useWrite({
    send: (values: ShopValues) => writeJson<WithSecret>("POST", "/api/shops", values),
    refresh,
    done: ({ shop, secret }) => onOpen(shop.platform === "custom" ? { kind: "secret", secret } : null),
  });
  const change = useWrite({
    send: ({ id, values }: { id: string; values: Partial<ShopValues> }) =>
      writeJson("PATCH", `/api/shops/${id}`, values),
    said: "Saved",
    refresh,
    done: () => onOpen(null),
  });
  const rotate = useWrite({
    send: ({ id, secret }: { id: string; secret?: string }) =>
      writeJson<WithSecret>("POST", `/api/shops/${id}/secret`, { secret }),
    refresh,
    done: ({ shop, secret }) => onOpen(shop.platform === "custom" ? { kind: "secret", secret } : null),
  });
  if (opened.kind === "secret") return <ShownOnce value={opened.secret} label="signing secret" />;
  if (opened.kind === "rotate") {
    const { id, platform } = opened.shop;
    const { busy, complaint, write } = rotate;
    return <RotateForm {...{ platform, busy, complaint }} onRotate={(secret) => write({ id, secret })} />;
  }
  if (opened.kind === "new") {
    const shop: ShopValues = { platform: "shopify", name: "", url: "", hosts: [], currency: opened.currency };
    return <ShopForm isNew shop={shop} busy={make.busy} complaint={make.complaint} onSave={make.write} />;
  }
  const { id, platform, name, url, hosts, currency } = opened.shop;
  return (
    <ShopForm
      isNew={false}
      shop={{ platform, name, url, hosts, currency }}
      busy={change.busy}
      complaint={change.complaint}
      onSave={({ name, url, hosts, currency }) => change.write({ id, values: { name, url, hosts, currency } })}
    />
  );
}
