import type { WriterSettings } from "#domain/writer-settings.ts";
import type { Complaint } from "../ui/complaint.ts";

/** What the form sends; a key only where one was typed. */
export type WriterValues = Omit<WriterSettings, "priceCurrency"> & { apiKey?: string };

export type WriterPart = {
  values: WriterValues;
  set: (change: Partial<WriterValues>) => void;
  complaint: Complaint | null;
};
