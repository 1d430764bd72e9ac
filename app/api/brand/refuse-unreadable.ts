import { AppError } from "#domain/app-error.ts";
import { refusedPairs } from "#domain/brand-contrast.ts";
import type { KitColours } from "#domain/brand-look.ts";

/** Refuses colours that somebody chose and nobody can read, naming the nearest that do. */
export function refuseUnreadable({ accent, colours }: { accent: string; colours: KitColours }): void {
  const [fault] = refusedPairs(accent, colours);
  if (!fault) return;
  const nearest = fault.suggestion ? `: ${fault.suggestion} is the nearest that does` : "";
  const ratio = (Math.floor(fault.ratio * 10) / 10).toFixed(1);
  const message = `${fault.says}: ${fault.ink} on ${fault.on} has ${ratio} to 1 and does not read${nearest}`;
  throw new AppError("invalid", message, `colours.${fault.ground}.${fault.part}`);
}
