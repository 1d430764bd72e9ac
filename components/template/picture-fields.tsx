"use client";

import type { Block } from "#domain/template-document/schema.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { NumberField } from "../ui/number-field.tsx";
import { Align, Choice } from "./choice.tsx";
import { useEditing } from "./editing.tsx";
import { OwnTextField } from "./own-text-field.tsx";

type Picture = Extract<Block, { kind: "picture" }>;
/** What came of loading a picture; null before anybody asked. */
export type PictureCheck = { good: boolean; said: string } | null;

const targetLabels = { cart: "The cart", shop: "The shop", none: "Nowhere" } as const;

/** A picture of one's own: where it is, what it shows, how wide it stands. */
export function PictureFields(props: { block: Picture; check: PictureCheck; busy: boolean; onCheck: () => void }) {
  const { block, check } = props;
  const { acts } = useEditing();
  const change = (part: Partial<Picture>) => acts.change({ ...block, ...part }, Object.keys(part).join());
  return (
    <>
      <Field
        label="Address"
        hint={check?.good ? check.said : "Begins with https://"}
        error={check && !check.good ? check.said : null}
      >
        <Input
          type="url"
          inputMode="url"
          value={block.url}
          maxLength={1_000}
          placeholder="https://"
          onChange={(event) => change({ url: event.target.value.trim() })}
        />
      </Field>
      <Button
        size="sm"
        className="justify-self-start"
        busy={props.busy}
        disabled={block.url === ""}
        onClick={props.onCheck}
      >
        See whether it loads
      </Button>
      <OwnTextField
        label="What it shows"
        hint="Read aloud, and seen where pictures are off"
        texts={block.alt}
        onChange={(alt) => change({ alt })}
      />
      <NumberField
        label="Width"
        unit="px"
        min={24}
        max={504}
        value={block.width}
        onChange={(width) => {
          if (width >= 24 && width <= 504) change({ width: Math.round(width) });
        }}
      />
      <Align value={block.align} onChange={(align) => change({ align })} />
      <Choice
        label="Leads to"
        labels={targetLabels}
        value={block.to ?? "none"}
        onChange={(to) => change({ to: to === "none" ? null : to })}
      />
    </>
  );
}
