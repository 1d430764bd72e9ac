/** Shoppers who saw these channels in this order: how many, how many of them ordered, and for how much. Minor units. */
export type Path = { channels: string[]; shoppers: number; conversions: number; value: number };

/** The channels of all paths, each once, in the order of their names. */
export function channelsOf(paths: Path[]): string[] {
  return [...new Set(paths.flatMap((path) => path.channels))].sort();
}

/** All value that some channel had a part in; what came without any touch is nobody's. */
export function creditable(paths: Path[]): { conversions: number; value: number } {
  const touched = paths.filter((path) => path.channels.length > 0);
  return {
    conversions: touched.reduce((sum, path) => sum + path.conversions, 0),
    value: touched.reduce((sum, path) => sum + path.value, 0),
  };
}
