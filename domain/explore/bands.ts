/** Bands of a percentage off, and of the wait of a step; the texts are the values of their dimensions. */
export const depthBands = ["none", "1-5", "6-10", "11-15", "16-20", "21-30", "31+"] as const;
export const delayBands = ["0-1h", "1-4h", "4-12h", "12-24h", "24-48h", "48-96h", "96h+", "unknown"] as const;
export const segments = ["new", "returning", "vip", "unknown"] as const;

/** Upper ends: a percentage belongs to the first band that reaches it, a wait in minutes to the first that is longer. */
export const depthEnds = [0, 5, 10, 15, 20, 30] as const;
export const delayEnds = [60, 240, 720, 1_440, 2_880, 5_760] as const;

/** The band of a percentage off; none where nothing is taken off. */
export function depthBandOf(percent: number): (typeof depthBands)[number] {
  const place = depthEnds.findIndex((end) => percent <= end);
  return depthBands[place < 0 ? depthEnds.length : place] ?? "31+";
}

/** The band of the minutes from the trigger to a step. */
export function delayBandOf(minutes: number): (typeof delayBands)[number] {
  const place = delayEnds.findIndex((end) => minutes < end);
  return delayBands[place < 0 ? delayEnds.length : place] ?? "96h+";
}
