import fc from "fast-check";
import { expect, test } from "vitest";
import { builtInDocument } from "./built-in.ts";
import { compareDocuments, isChanged } from "./compare.ts";
import {
  blockOf,
  insertBlock,
  insertInColumn,
  moveBlock,
  newBlock,
  removeBlock,
  repeatBlock,
  withText,
} from "./edit.ts";
import { documentFaultsOf, readDocument, slotFaultOf, untranslated } from "./faults.ts";
import { type BlockKind, documentSchema } from "./schema.ts";
import { anyDocument } from "./testing/documents.ts";
import { everyBlock } from "./texts.ts";

const reminder = builtInDocument("reminder", "en");
const idsOf = (document: typeof reminder) => document.blocks.map(({ id }) => id);

test("every kind of block can be put in, stored and taken out again", () => {
  const kinds = everyKind();
  expect(kinds.length).toBeGreaterThan(18);
  for (const kind of kinds) {
    const more = insertBlock(reminder, newBlock(kind, "new"), 2);
    expect(idsOf(more)[2]).toBe("new");
    expect(readDocument(more)).toEqual({ document: more });
    expect(removeBlock(more, "new")).toEqual(reminder);
  }
});

function everyKind(): BlockKind[] {
  const [sample] = fc.sample(fc.array(anyDocument(fc.constant("x")), { minLength: 60, maxLength: 60 }), 1);
  return [...new Set((sample ?? []).flatMap((document) => everyBlock(document).map(({ kind }) => kind)))];
}

test("a block moves within its list, and no further than its ends", () => {
  expect(idsOf(moveBlock(reminder, "words", -1)).slice(0, 2)).toEqual(["words", "heading"]);
  expect(idsOf(moveBlock(reminder, "words", -9))[0]).toBe("words");
  expect(idsOf(moveBlock(reminder, "words", 99)).at(-1)).toBe("words");
  expect(moveBlock(reminder, "nobody", 1)).toEqual(reminder);
});

test("moving a block there and back changes nothing, wherever it stands", () => {
  fc.assert(
    fc.property(anyDocument(fc.string()), fc.nat(), (document, seed) => {
      const blocks = everyBlock(document);
      const block = blocks[seed % Math.max(blocks.length, 1)];
      if (!block) return;
      const down = moveBlock(document, block.id, 1);
      expect(
        everyBlock(down)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(blocks.map(({ id }) => id).sort());
      if (isChanged(compareDocuments(document, down))) expect(moveBlock(down, block.id, -1)).toEqual(document);
    }),
  );
});

test("what stands in a column is found, moved and taken out there", () => {
  const columns = insertBlock(reminder, newBlock("columns", "pair"), 0);
  const hat = { ...newBlock("paragraph", "hat"), kind: "paragraph" } as Parameters<typeof insertInColumn>[1];
  const filled = insertInColumn(columns, hat, { id: "pair", side: "right" });
  expect(blockOf(filled, "hat")).toEqual(hat);
  expect(removeBlock(filled, "hat")).toEqual(columns);
  expect(compareDocuments(columns, filled)).toMatchObject({ added: [{ id: "hat" }], changed: [], reordered: false });
});

test("a repeated block stands below itself under its own id", () => {
  const twice = repeatBlock(reminder, "words", "again");
  expect(idsOf(twice).slice(1, 3)).toEqual(["words", "again"]);
  expect(documentFaultsOf(twice)).toEqual([]);
});

test.each([
  ["Hello {{contact.firstName}}", null],
  ["{{ cart.total }}", null],
  ["{{contact.firstName}", "broken_slot"],
  ["contact.firstName}}", "broken_slot"],
  ["{{cart.nothing}}", "unknown_slot"],
  ["{{}}", "unknown_slot"],
])("says of %s: %s", (text, fault) => {
  expect(slotFaultOf(text)).toBe(fault);
});

test("says which texts a language takes from the document's own", () => {
  const text = withText({ en: "Hello" }, "de", "Hallo");
  const block = { ...newBlock("paragraph", "own"), text } as (typeof reminder)["blocks"][number];
  const document = insertBlock(reminder, block, 0);
  expect([untranslated(document, "de"), untranslated(document, "fr")]).toEqual([[], ["own"]]);
  expect(withText(text, "de", "")).toEqual({ en: "Hello" });
});

test("says in which block the shape of a stored document is wrong", () => {
  const dance = { ...reminder, blocks: [...reminder.blocks, { kind: "dance", id: "odd", when: "always" }] };
  expect(readDocument(dance)).toEqual({
    faults: [{ fault: "unknown_block", blockId: "odd", field: "kind", language: null }],
  });
  const style = { ...reminder, style: { ...reminder.style, radius: 99 } };
  expect(readDocument(style)).toMatchObject({
    faults: [{ fault: "invalid_shape", blockId: "style", field: "radius" }],
  });
  expect(readDocument(null)).toMatchObject({ faults: [{ fault: "invalid_shape", blockId: null }] });
  expect(documentSchema.safeParse(reminder).success).toBe(true);
});

test("a message about a cart leads back to it whatever the facts are", () => {
  const bare = removeBlock(reminder, "button");
  expect(documentFaultsOf(bare)).toMatchObject([{ fault: "no_way_back", blockId: null }]);
});
