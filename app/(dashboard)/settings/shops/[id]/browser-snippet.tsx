"use client";

import { writeJson } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { OriginsForm } from "#components/shop/origins-form.tsx";
import type { ShopView } from "#components/shop/shop-view.ts";
import { SnippetPanel } from "#components/shop/snippet-panel.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Fact, Facts } from "#components/ui/facts.tsx";
import { shopsKey } from "../queries.ts";

/** The shop's public key, the tag that bears it, and the pages that may use it. */
export function BrowserSnippet({ shop, mayChange }: { shop: ShopView; mayChange: boolean }) {
  const { publicKey, snippetUrl, allowedOrigins } = shop;
  return (
    <SnippetPanel
      {...{ publicKey, snippetUrl }}
      actions={mayChange ? <KeyButton shop={shop} /> : null}
      origins={
        mayChange ? (
          <Origins shop={shop} />
        ) : (
          <Facts>
            <Fact name="Pages that may report">{allowedOrigins.join(", ") || "None"}</Fact>
          </Facts>
        )
      }
    />
  );
}

function KeyButton({ shop }: { shop: ShopView }) {
  const rotate = useWrite({
    send: () => writeJson("POST", `/api/shops/${shop.id}/public-key`),
    said: "The new public key holds",
    refresh: [shopsKey],
  });
  if (!shop.publicKey)
    return (
      <Button size="sm" busy={rotate.busy} onClick={() => rotate.write(undefined)}>
        Make a public key
      </Button>
    );
  return (
    <ConfirmDialog
      title="Make a new public key?"
      confirm="Make a new key"
      danger
      onConfirm={() => rotate.writeAsync(undefined)}
      trigger={<Button size="sm">New public key</Button>}
    >
      Pages with the old tag report nothing from this moment on: put the new tag into them right after.
    </ConfirmDialog>
  );
}

function Origins({ shop }: { shop: ShopView }) {
  const save = useWrite({
    send: (allowedOrigins: string[]) => writeJson("PATCH", `/api/shops/${shop.id}`, { allowedOrigins }),
    said: "Saved",
    refresh: [shopsKey],
  });
  return (
    <OriginsForm
      key={shop.allowedOrigins.join()}
      origins={shop.allowedOrigins}
      busy={save.busy}
      complaint={save.complaint}
      onSave={save.write}
    />
  );
}
