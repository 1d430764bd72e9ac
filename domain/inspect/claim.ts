import type { FindingCode } from "../draft.ts";
import type { ClaimKind } from "./lexicons.ts";

/** One claim in a field: `factId` is the fact that backs it, `code` what it is called when nothing does. */
export type Claim = {
  kind: ClaimKind | "percent" | "currency" | "number" | "link" | "code" | "unproven";
  code: FindingCode | null;
  factId: string | null;
  start: number;
  end: number;
  excerpt: string;
};
