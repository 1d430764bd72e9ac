/** What the server refused, and which field it is about. */
export type Complaint = { message: string; field: string | null };

/** The sentence for one field, or null. */
export function complaintOn(complaint: Complaint | null | undefined, field: string): string | null {
  return complaint?.field === field || complaint?.field?.startsWith(`${field}.`) ? complaint.message : null;
}
