import { z } from "zod";
import { operation } from "#auth/operation.ts";
import { listSegments as listAll } from "#db/segments.ts";
import { id, instant } from "../shapes.ts";

export const listSegments = operation({
  id: "list_segments",
  method: "GET",
  path: "/segments",
  tag: "Contacts",
  summary: "List segments by name",
  scope: "read",
  answer: z.strictObject({
    data: z.array(
      z.strictObject({
        ...{ id, name: z.string(), updatedAt: instant },
        condition: z.unknown().meta({ description: "The condition that its contacts fit" }),
      }),
    ),
  }),
  run: async ({ scope }) => ({
    data: (await listAll(scope)).map(({ id, name, condition, updatedAt }) => ({
      ...{ id, name, condition, updatedAt: updatedAt.toISOString() },
    })),
  }),
});
