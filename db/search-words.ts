import { type SQL, sql } from "drizzle-orm";
import { contactsAt } from "./contact-search.ts";
import type { Scope } from "./scope.ts";

/**
 * What a search found. `of` is the condition that an id of a row is among it. With `few` they were found one by one and lead to
 * their rows by an index; otherwise there are so many that a list which is read in its own order soon meets enough of them.
 */
export type Found = { few: boolean; of: (id: SQL) => SQL };

type Kind = "contact" | "letter" | "conversation";
type Term = { word: string; many: number };

/** So many are named one by one: their rows are fetched and sorted in the time of a page. */
const mostNamed = 1_500;
/** So many are looked up once and kept; of more each row of the list is asked by itself. */
const mostKept = 20_000;
/** A name has fewer. */
const mostTerms = 10;
/** Sorts after whatever goes on from a word. */
const end = "\u{10ffff}";

/** Of whom each word of the text begins a word of their name or address; a whole address means its person alone. */
export async function searchContacts(scope: Scope, text: string): Promise<Found> {
  const people = await contactsAt(scope, text);
  return people.length > 0 ? named(people) : searchWords(scope, "contact", text);
}

/**
 * Letters are found by the beginnings of words of their subject and of the addresses that they are to; conversations by those
 * of subject, name, address and of what was written to us. All words of the text have to be met; one without words finds nothing.
 */
export async function searchWords(scope: Scope, kind: Kind, text: string): Promise<Found> {
  const terms = await termsOf(scope, kind, text);
  const [rarest, ...others] = terms;
  if (!rarest) return named([]);
  if (rarest.many > mostKept) return { few: false, of: (id) => askedEach(scope, terms, id) };
  const matching = sql`select subject_id from search_words w where ${within(scope, kind, rarest)}
    ${sql.join(
      others.map((term) => sql`and ${askedEach(scope, [term], sql`w.subject_id`)}`),
      sql` `,
    )} limit ${mostKept + 1}`;
  const [met] = await scope.db.execute<{ many: number; ids: string[] | null }>(sql`
    with met as materialized (${matching})
    select count(*)::int as many, case when count(*) <= ${mostNamed} then array_agg(distinct subject_id) end as ids from met`);
  if (!met || met.many === 0) return named([]);
  if (met.ids) return named(met.ids);
  if (met.many > mostKept) return { few: false, of: (id) => askedEach(scope, terms, id) };
  // Not as a condition by itself, which the planner would join and then sort.
  return { few: false, of: (id) => sql`coalesce(${id} in (${matching}), false)` };
}

function named(ids: string[]): Found {
  // Not as a constant, of which the planner would weigh each.
  const listed = sql`array(select jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`;
  return { few: true, of: (id) => (ids.length === 0 ? sql`false` : sql`${id} = any(${listed})`) };
}

/** The text's words, the rarest first. */
async function termsOf(scope: Scope, kind: Kind, text: string): Promise<Term[]> {
  const rows = await scope.db.execute<Term>(sql`
    select word, (select count(*)::int from (
        select from search_words w where ${within(scope, kind, { word: sql`asked.word` })} limit ${mostKept + 1}) begun) as many
    from (select word from search_words_of(${text}) as word order by length(word) desc, word limit ${mostTerms}) asked
    order by 2, 1`);
  return [...rows];
}

function within(scope: Scope, kind: Kind, { word }: { word: SQL | string }): SQL {
  return sql`w.tenant_id = ${scope.tenantId} and w.kind = ${kind} and w.word >= ${word} and w.word < ${word} || ${end}`;
}

/** A scalar for each row: found by its subject, and never turned into a set of all that begin so. */
function askedEach(scope: Scope, terms: Term[], id: SQL): SQL {
  const asked = terms.map(
    ({ word }) => sql`coalesce((select true from search_words own where own.tenant_id = ${scope.tenantId}
      and own.subject_id = ${id} and own.word >= ${word} and own.word < ${word} || ${end} limit 1), false)`,
  );
  return sql.join(asked, sql` and `);
}
