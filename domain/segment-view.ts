import type { Condition } from "./condition.ts";

/** A sequence in which a segment's condition stands, in its live version or only in its draft. */
export type SegmentUse = { sequenceId: string; name: string; by: "live" | "draft" };

/** A segment as it is listed: with how many contacts fit it now, and where its condition stands. */
export type SegmentRow = {
  id: string;
  name: string;
  condition: Condition;
  contacts: number;
  usedIn: SegmentUse[];
  updatedAt: string;
};

/** A segment that an editor of conditions may take over. */
export type SavedSegment = { id: string; name: string; condition: Condition };
