/** A product that a shop sells, as `/api/products` and the preview of an import tell it. */
export type ProductView = {
  externalId: string;
  title: string | null;
  imageUrl: string | null;
  variants: {
    externalId: string;
    sku: string | null;
    title: string | null;
    price: number | null;
    currency: string;
    /** Null when it is not tracked. */
    stock: number | null;
  }[];
};

/** What a file would bring (`stored` false) or has brought. `row` counts from 1 and leaves the head out. */
export type ImportView = {
  rows: number;
  products: number;
  variants: number;
  errors: { row: number; field: string | null; message: string }[];
  /** All of them; `errors` holds the first hundred. */
  errorCount: number;
  stored: boolean;
  sample?: ProductView[];
};
