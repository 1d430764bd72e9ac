import type { ComplianceRow } from "#domain/webhook-log.ts";

export const demandLabels: Record<ComplianceRow["request"], string> = {
  data_request: "A person's data",
  redact: "Erase a person",
  shop_redact: "Erase a shop",
};
