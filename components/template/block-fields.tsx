"use client";

import type { ReactNode } from "react";
import type { Block, Texts } from "#domain/template-document/schema.ts";
import { NumberField } from "../ui/number-field.tsx";
import { Switch } from "../ui/switch.tsx";
import { Align, Choice } from "./choice.tsx";
import { useEditing } from "./editing.tsx";
import { LinesFields } from "./lines-fields.tsx";
import { OwnTextField } from "./own-text-field.tsx";

type Props = { block: Block; picture: (block: Extract<Block, { kind: "picture" }>) => ReactNode };

/** The fields of a block, by its kind. */
export function BlockFields({ block, picture }: Props) {
  const { acts } = useEditing();
  const change = (changed: Block, field: string) => acts.change(changed, field);
  switch (block.kind) {
    case "heading":
      return (
        <>
          <WriterOr label="Heading" texts={block.text} onChange={(text) => change({ ...block, text }, "text")} />
          <Choice
            label="Size"
            labels={sizeLabels}
            value={block.size}
            onChange={(size) => change({ ...block, size }, "size")}
          />
          <Align value={block.align} onChange={(align) => change({ ...block, align }, "align")} />
        </>
      );
    case "paragraph":
      return (
        <>
          <OwnTextField label="Text" texts={block.text} onChange={(text) => change({ ...block, text }, "text")} />
          <Choice
            label="Size"
            labels={textSizeLabels}
            value={block.size}
            onChange={(size) => change({ ...block, size }, "size")}
          />
          <Align value={block.align} onChange={(align) => change({ ...block, align }, "align")} />
        </>
      );
    case "words":
    case "postscript":
      return <Align value={block.align} onChange={(align) => change({ ...block, align }, "align")} />;
    case "button":
      return (
        <>
          <WriterOr label="Button" texts={block.label} onChange={(label) => change({ ...block, label }, "label")} />
          <Choice
            label="Leads to"
            labels={targetLabels}
            value={block.to}
            onChange={(to) => change({ ...block, to }, "to")}
          />
          <Align value={block.align} onChange={(align) => change({ ...block, align }, "align")} />
        </>
      );
    case "picture":
      return picture(block);
    case "lines":
      return <LinesFields block={block} />;
    case "offer":
      return (
        <Choice
          label="Form"
          labels={offerLabels}
          value={block.variant}
          onChange={(variant) => change({ ...block, variant }, "variant")}
        />
      );
    case "ornament":
      return (
        <Choice
          label="Form"
          labels={ornamentLabels}
          value={block.variant}
          onChange={(variant) => change({ ...block, variant }, "variant")}
        />
      );
    case "spacer":
      return (
        <NumberField
          label="Height"
          unit="px"
          min={4}
          max={120}
          value={block.height}
          onChange={(height) => {
            if (height >= 4 && height <= 120) change({ ...block, height: Math.round(height) }, "height");
          }}
        />
      );
    case "columns":
      return (
        <Choice
          label="Widths"
          labels={shareLabels}
          value={shareKeys[block.share]}
          onChange={(share) => change({ ...block, share: shares[share] }, "share")}
        />
      );
    default:
      return null;
  }
}

const sizeLabels = { large: "Large", medium: "Medium", small: "Small" } as const;
const textSizeLabels = { normal: "Normal", small: "Small" } as const;
const targetLabels = { cart: "The cart", shop: "The shop" } as const;
const offerLabels = { band: "A quiet band", figure: "The figure, large" } as const;
const ornamentLabels = { airmail: "An airmail edge", tick: "A tick" } as const;
const shareLabels = { third: "One third, two thirds", half: "Halves", most: "Two thirds, one third" } as const;
const shares = { third: 33, half: 50, most: 67 } as const;
const shareKeys = { 33: "third", 50: "half", 67: "most" } as const;

/** What the writer writes, or a text of one's own. */
function WriterOr(props: { label: string; texts: Texts | null; onChange: (texts: Texts | null) => void }) {
  const { label, texts, onChange } = props;
  return (
    <>
      <Switch
        label="From the writer"
        hint="Written anew for each cart"
        checked={texts === null}
        onCheckedChange={(checked) => onChange(checked ? null : {})}
      />
      {texts === null ? null : <OwnTextField label={label} texts={texts} onChange={onChange} />}
    </>
  );
}
