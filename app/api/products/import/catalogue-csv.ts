import { parse } from "csv-parse/sync";
import { z } from "zod";
import { AppError } from "#domain/app-error.ts";
import { isCurrency, parseDecimal } from "#domain/money.ts";
import type { ProductSnapshot, VariantSnapshot } from "#domain/product.ts";

export const mostRows = 5_000;
const mostErrors = 100;

/** `row` counts the rows of the file from 1, the head left out; `field` is a column or null for the row itself. */
export type RowError = { row: number; field: string | null; message: string };
export type Catalogue = { rows: number; products: ProductSnapshot[]; errors: RowError[]; errorCount: number };

const text = (most: number) => z.string().trim().max(most, `Has more than ${most} characters`);
const optional = (most: number) =>
  text(most)
    .transform((value) => value || null)
    .default(null);
const address = z.union([
  z.literal("").transform(() => null),
  z.url({ protocol: /^https?$/, error: "Is no web address" }),
]);

const line = z.object({
  product_id: text(200).min(1, "Is missing"),
  title: optional(500),
  url: address.default(null),
  image_url: address.default(null),
  brand: optional(200),
  /** Several stand between bars: "Kitchen | Sale". */
  categories: optional(1_000),
  variant_id: optional(200),
  sku: optional(200),
  variant_title: optional(500),
  price: text(30).default(""),
  currency: text(3).toUpperCase().default(""),
  stock: z
    .string()
    .trim()
    .regex(/^-?\d{1,9}$|^$/, "Is no whole number")
    .transform((value) => (value === "" ? null : Number(value)))
    .default(null),
});
type Line = z.infer<typeof line>;

/**
 * Reads a catalogue: one row per variant, at least `product_id`; a bad row is named and holds up no other. An empty
 * cell of a product leaves it as it was; variants that the file does not name stay.
 */
export function readCatalogue(file: string, given: { currency: string; now: Date }): Catalogue {
  const records = recordsOf(file);
  if (records.length > mostRows) throw new AppError("invalid", `A file may have ${mostRows} rows; split it`);
  const products = new Map<string, ProductSnapshot>();
  const errors: RowError[] = [];
  for (const [index, record] of records.entries()) {
    const row = index + 1;
    const read = line.safeParse(record);
    if (!read.success) {
      errors.push(
        ...read.error.issues.map((issue) => ({ row, field: fieldOf(issue.path[0]), message: issue.message })),
      );
      continue;
    }
    const variant = variantOf(read.data, given.currency);
    if ("message" in variant) errors.push({ row, ...variant });
    else
      products.set(
        read.data.product_id,
        withVariant(products.get(read.data.product_id), read.data, { variant, now: given.now }),
      );
  }
  return {
    rows: records.length,
    products: [...products.values()],
    errors: errors.slice(0, mostErrors),
    errorCount: errors.length,
  };
}

const fieldOf = (name: PropertyKey | undefined) => (typeof name === "string" ? name : null);

function recordsOf(file: string): Record<string, string>[] {
  const columns = (head: string[]) => head.map((name) => name.trim().toLowerCase());
  try {
    const found: Record<string, string>[] = parse(file, {
      ...{ columns, bom: true, skip_empty_lines: true, relax_column_count: true, delimiter: delimiterOf(file) },
      ...{ max_record_size: 100_000, to: mostRows + 1 },
    });
    if (found[0] && !("product_id" in found[0])) throw new AppError("invalid", "The head names no column product_id");
    return found;
  } catch (fault) {
    if (fault instanceof AppError) throw fault;
    throw new AppError("invalid", "This is no CSV file: a quote may be missing");
  }
}

/** Spreadsheets write what the reader's country uses; the head tells which. */
function delimiterOf(file: string): string {
  const head = file.slice(0, 10_000).split(/[\r\n]/, 1)[0] ?? "";
  const counted = [",", ";", "\t"].map((sign) => ({ sign, count: head.split(sign).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ",";
}

function variantOf(read: Line, shopCurrency: string): VariantSnapshot | { field: string; message: string } {
  const currency = read.currency || shopCurrency;
  if (!isCurrency(currency)) return { field: "currency", message: "Is no currency code such as EUR" };
  // Spreadsheets of many countries write a comma; three digits behind it would be thousands elsewhere.
  const price = read.price === "" ? null : parseDecimal(read.price.replace(/^(\d+),(\d{1,2})$/, "$1.$2"), currency);
  if (read.price !== "" && (price === null || price < 0))
    return { field: "price", message: "Is no price such as 19.90" };
  return {
    ...{ externalId: read.variant_id ?? read.product_id, sku: read.sku, title: read.variant_title, price, currency },
    ...{ stock: read.stock, imageUrl: null, inventoryItemId: null },
  };
}

function withVariant(
  known: ProductSnapshot | undefined,
  read: Line,
  { variant, now }: { variant: VariantSnapshot; now: Date },
): ProductSnapshot {
  const others = (known?.variants ?? []).filter((one) => one.externalId !== variant.externalId);
  return {
    externalId: read.product_id,
    title: read.title ?? known?.title ?? null,
    url: read.url ?? known?.url ?? null,
    imageUrl: read.image_url ?? known?.imageUrl ?? null,
    brand: read.brand ?? known?.brand ?? null,
    categories: namesIn(read.categories) ?? known?.categories ?? null,
    ...{ deletedAt: null, sourceUpdatedAt: now, complete: false },
    variants: [...others, variant],
  };
}

function namesIn(cell: string | null): string[] | null {
  const names = (cell ?? "").split("|").flatMap((name) => name.trim() || []);
  return names.length > 0 ? names : null;
}
