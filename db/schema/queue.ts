import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { id, instant, tenantId } from "./columns.ts";

/** Which member had which draft open, and when last: a cluster is only approved by who has read some of it. */
export const draftViews = pgTable(
  "draft_views",
  {
    tenantId: tenantId(),
    draftId: text("draft_id").notNull(),
    memberId: text("member_id").notNull(),
    firstAt: instant("first_at").notNull(),
    lastAt: instant("last_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.draftId, t.memberId] })],
);

/** What members say to each other about a decision's words: it stays when the words are edited. */
export const draftComments = pgTable(
  "draft_comments",
  {
    tenantId: tenantId(),
    id: id(),
    decisionId: text("decision_id").notNull(),
    byId: text("by_id").notNull(),
    text: text("text").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("draft_comments_decision").on(t.tenantId, t.decisionId, t.at),
  ],
);

/** Who has taken a decision's words for review. The row stays when it is given back, with nobody on it. */
export const draftAssignments = pgTable(
  "draft_assignments",
  {
    tenantId: tenantId(),
    decisionId: text("decision_id").notNull(),
    memberId: text("member_id"),
    byId: text("by_id").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.decisionId] }), index("draft_assignments_at").on(t.tenantId, t.at)],
);
