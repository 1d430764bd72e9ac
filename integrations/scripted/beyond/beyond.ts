import type { StepPurpose } from "#domain/sequence.ts";
import type { Note } from "../phrasebook.ts";

export type BeyondPurpose = Exclude<StepPurpose, "reminder" | "help" | "incentive" | "last_chance">;

/**
 * What the scripted writer says where no cart was left: after a look at products, after an order, after a long absence.
 * `offers` and `closings` speak of no cart; `toShop` are buttons that lead to the shop, `toProducts` those that lead to
 * what is shown.
 */
export type Beyond = {
  notes: Record<BeyondPurpose, Note>;
  offers: string[];
  closings: string[];
  toShop: string[];
  toProducts: string[];
};
