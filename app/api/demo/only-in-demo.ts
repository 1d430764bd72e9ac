import { AppError } from "#domain/app-error.ts";
import { env } from "#env";

/** In production these doors do not exist. */
export function refuseOutsideDemo(): void {
  if (env().APP_MODE === "production") throw new AppError("not_found", "There is nothing here");
}
