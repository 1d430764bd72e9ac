"use client";

import { useState } from "react";
import { toast } from "sonner";
import { sendFile } from "#app/requests.ts";
import { useWrite } from "#app/write.ts";
import { ImportForm } from "#components/product/import-form.tsx";
import { ImportPreview } from "#components/product/import-preview.tsx";
import type { ImportView } from "#components/product/product-view.ts";
import { productsQuery } from "./queries.ts";

type Previewed = { file: File; preview: ImportView };

/** First the preview of a file, then, when a person has looked at it, the import of the same bytes. */
export function ImportCatalogue({ shopId }: { shopId: string }) {
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  const send = (file: File, query: Record<string, string>) =>
    sendFile<ImportView>(
      `/api/products/import?${new URLSearchParams({ shop: shopId, ...query })}`,
      file,
      "text/csv; charset=utf-8",
    );
  const look = useWrite({
    send: async (file: File) => ({ file, preview: await send(file, { preview: "1" }) }),
    done: setPreviewed,
  });
  const take = useWrite({
    send: (file: File) => send(file, {}),
    refresh: [productsQuery(shopId).queryKey],
    done: ({ products, errorCount }) => {
      setPreviewed(null);
      toast.success(`${products} ${products === 1 ? "product is" : "products are"} imported`, {
        description: errorCount > 0 ? `Left out for mistakes: ${errorCount}` : undefined,
      });
    },
  });
  if (!previewed)
    return <ImportForm busy={look.busy} complaint={look.complaint?.message ?? null} onFile={look.write} />;
  return (
    <ImportPreview
      name={previewed.file.name}
      preview={previewed.preview}
      busy={take.busy}
      onImport={() => take.write(previewed.file)}
      onCancel={() => setPreviewed(null)}
    />
  );
}
