import type { Block } from "#domain/template-document/schema.ts";
import { CartLines } from "../parts/cart-lines.tsx";
import { labelsOf } from "../parts/labels.ts";
import { LineTable } from "../parts/line-table.tsx";
import type { Look } from "../parts/look.ts";
import { NoteLines } from "../parts/note-lines.tsx";
import { Strip } from "../parts/strip.tsx";
import { Tiles } from "../parts/tiles.tsx";
import type { RecoveryProps } from "../recovery-message.ts";

type Lines = Extract<Block, { kind: "lines" }>;

/** What lies in the cart, in one of its forms, with or without what it comes to. */
export function DesignedLines(drawn: { look: Look; props: RecoveryProps; block: Lines; own: string }) {
  const { look, block, own } = drawn;
  const props = block.totals ? drawn.props : { ...drawn.props, totals: [], taxNote: null };
  const lines = block.from === "second" ? props.lines.slice(1) : props.lines;
  const heading = headingOf(block, own, props);
  switch (block.variant) {
    case "rows":
      return <CartLines look={look} props={props} lines={lines} {...(heading !== "" && { heading })} />;
    case "table":
      return <LineTable look={look} props={{ ...props, lines }} />;
    case "strip":
      return <Strip look={look} props={{ ...props, lines }} />;
    case "note":
      return <NoteLines look={look} props={{ ...props, lines }} />;
    case "tiles":
      return lines.length > 0 && <Tiles look={look} lines={lines} heading={heading} />;
  }
}

function headingOf({ heading }: Lines, own: string, { language }: RecoveryProps): string {
  const labels = labelsOf[language];
  const said = {
    none: "",
    own,
    also_in_cart: labels.alsoInCart,
    your_order: labels.yourOrder,
    looked_at: labels.lookedAt,
  };
  return said[heading];
}
