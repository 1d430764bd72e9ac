import { sameValue } from "../edit-history.ts";
import type { BlockKind, TemplateDocument } from "./schema.ts";
import { everyBlock } from "./texts.ts";

type Named = { id: string; kind: BlockKind };
export type DocumentChanges = {
  added: Named[];
  removed: Named[];
  changed: Named[];
  reordered: boolean;
  style: boolean;
  footer: boolean;
  envelope: boolean;
};

/** What a document says otherwise than an earlier one. */
export function compareDocuments(before: TemplateDocument, after: TemplateDocument): DocumentChanges {
  const [was, is] = [everyBlock(before), everyBlock(after)];
  const inBoth = is.filter(({ id }) => was.some((block) => block.id === id));
  const bare = (block: (typeof is)[number]) => (block.kind === "columns" ? { ...block, left: [], right: [] } : block);
  const named = ({ id, kind }: Named): Named => ({ id, kind });
  const order = (blocks: Named[]) => blocks.map(({ id }) => id).filter((id) => inBoth.some((block) => block.id === id));
  return {
    added: is.filter((block) => !inBoth.includes(block)).map(named),
    removed: was.filter(({ id }) => !inBoth.some((block) => block.id === id)).map(named),
    changed: inBoth
      .filter((block) => !was.some((old) => old.id === block.id && sameValue(bare(old), bare(block))))
      .map(named),
    reordered: !sameValue(order(was), order(is)),
    style: !sameValue([before.style, before.frame, before.language], [after.style, after.frame, after.language]),
    footer: !sameValue(before.footer, after.footer),
    envelope: !sameValue(before.envelope, after.envelope),
  };
}

/** Whether anything differs. */
export function isChanged(changes: DocumentChanges): boolean {
  const { added, removed, changed, reordered, style, footer, envelope } = changes;
  return added.length + removed.length + changed.length > 0 || reordered || style || footer || envelope;
}
