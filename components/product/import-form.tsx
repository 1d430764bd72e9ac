"use client";

import { FileUp } from "lucide-react";
import { type DragEvent, useId, useState } from "react";
import { cn } from "../ui/cn.ts";
import { Notice } from "../ui/notice.tsx";
import { Spinner } from "../ui/spinner.tsx";

const columns = "product_id,title,url,image_url,variant_id,sku,variant_title,price,currency,stock";
const example = `${columns}
mug,Fjord mug,https://shop.example/mug,https://shop.example/mug.jpg,mug-moss,MUG-M,Moss,24.00,EUR,12
mug,,,,mug-sand,MUG-S,Sand,24.00,EUR,3
`;

/** Where a catalogue is chosen or dropped. */
export function ImportForm(props: { busy: boolean; complaint: string | null; onFile: (file: File) => void }) {
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) props.onFile(file);
  };
  return (
    <div className="grid gap-3">
      {props.complaint ? (
        <Notice tone="bad" role="alert">
          {props.complaint}
        </Notice>
      ) : null}
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn(
          "grid cursor-pointer justify-items-center gap-1.5 rounded-lg border border-line-strong border-dashed px-4 py-7 text-center transition-colors focus-within:outline-2 focus-within:outline-accent hover:bg-hover",
          over && "border-accent bg-accent-soft",
        )}
      >
        {props.busy ? <Spinner className="size-5" /> : <FileUp aria-hidden className="size-5 text-ink-faint" />}
        <span className="font-medium text-sm">Choose a CSV file, or drop it here</span>
        <span className="text-ink-faint text-xs">Nothing is stored before you have seen what it brings.</span>
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          className="sr-only"
          disabled={props.busy}
          onChange={(event) => {
            const file = event.target.files?.[0];
            // The same file may be chosen again when it has been mended.
            event.target.value = "";
            if (file) props.onFile(file);
          }}
        />
      </label>
      <p className="max-w-prose text-ink-soft text-xs">
        One row per variant, up to 5,000 rows and 2 MB in UTF-8. Only <Code>product_id</Code> is required; the other
        columns are {columns.split(",").slice(1, -1).map(listed)} and <Code>stock</Code>. An empty cell leaves what is
        known as it is.{" "}
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(example)}`}
          download="catalogue.csv"
          className="rounded-sm font-medium text-accent underline decoration-accent/40 underline-offset-2"
        >
          Download an example
        </a>
      </p>
    </div>
  );
}

const listed = (name: string, at: number) => (
  <span key={name}>
    {at > 0 ? ", " : ""}
    <Code>{name}</Code>
  </span>
);

function Code({ children }: { children: string }) {
  return <code className="font-mono text-ink">{children}</code>;
}
