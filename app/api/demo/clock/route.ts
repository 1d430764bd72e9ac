import { z } from "zod";
import { tenantRoute } from "#auth/tenant-route.ts";
import { readClock } from "#db/clock.ts";
import { refuseOutsideDemo } from "../only-in-demo.ts";
import { setClocks } from "./set-clocks.ts";

const body = z
  .strictObject({
    advanceMinutes: z.number().int().min(1).max(525_600).optional(),
    speed: z.number().int().min(1).max(100_000).optional(),
  })
  .refine((change) => change.advanceMinutes !== undefined || change.speed !== undefined, "Say by how much or how fast");

export const GET = tenantRoute({ scope: "read" }, async () => {
  refuseOutsideDemo();
  return readClock();
});

export const POST = tenantRoute({ scope: "admin", body }, async ({ body }) => {
  refuseOutsideDemo();
  return setClocks(body);
});
