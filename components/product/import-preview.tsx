import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Section } from "../ui/section.tsx";
import { ProductTable } from "./product-table.tsx";
import type { ImportView } from "./product-view.ts";
import { RowErrors } from "./row-errors.tsx";

/** What a chosen file would bring: counted, shown and named row by row, before anything is stored. */
export function ImportPreview(props: {
  name: string;
  preview: ImportView;
  busy: boolean;
  onImport: () => void;
  onCancel: () => void;
}) {
  const { preview } = props;
  const { rows, products, variants, errorCount, sample = [] } = preview;
  return (
    <section aria-label={`Preview of ${props.name}`} className="grid gap-5">
      <Notice tone={products === 0 ? "bad" : errorCount > 0 ? "warn" : "good"} role="status">
        <strong className="break-all font-semibold">{props.name}</strong> has {counted(rows, "row")}:{" "}
        {counted(products, "product")} with {counted(variants, "variant")} can be taken
        {errorCount > 0 ? `. The rest has ${counted(errorCount, "mistake")}.` : "."}
      </Notice>
      {errorCount > 0 ? (
        <Section title="Rows that cannot be taken">
          <div className="overflow-hidden rounded-md border">
            <RowErrors errors={preview.errors} errorCount={errorCount} />
          </div>
        </Section>
      ) : null}
      {sample.length > 0 ? (
        <Section title={sample.length < products ? `The first ${sample.length} products` : "Products"}>
          <div className="overflow-hidden rounded-md border">
            <ProductTable label="Products of the file" products={sample} />
          </div>
        </Section>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2 border-t pt-4">
        <Button onClick={props.onCancel} disabled={props.busy}>
          Choose another file
        </Button>
        <Button variant="primary" onClick={props.onImport} busy={props.busy} disabled={products === 0}>
          Import {counted(products, "product")}
        </Button>
      </div>
    </section>
  );
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en-GB")} ${noun}${count === 1 ? "" : "s"}`;
}
