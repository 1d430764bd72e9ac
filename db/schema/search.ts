import { customType, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { tenantId } from "./columns.ts";

/** Sorted by its bytes, so that the beginning of a word is a range of an index in every database. */
const word = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/**
 * By which words a contact, a letter or a conversation is found, in small letters and without accents. Triggers beside the
 * rows write them, and take them away with what they were words of: docs/decisions/searches-by-beginnings.md.
 */
export const searchWords = pgTable(
  "search_words",
  {
    tenantId: tenantId(),
    kind: text("kind").$type<"contact" | "letter" | "conversation">().notNull(),
    word: word("word").notNull(),
    subjectId: text("subject_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.kind, t.word, t.subjectId] }),
    index("search_words_subject").on(t.tenantId, t.subjectId, t.word),
  ],
);
