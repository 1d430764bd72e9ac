/** Keeps what was made for the keys used last; the one unused for longest goes first. What fails is made anew next time. */
export function recentlyUsed<Value>(most: number) {
  const kept = new Map<string, Promise<Value>>();
  return {
    get(key: string, make: () => Promise<Value>): Promise<Value> {
      const found = kept.get(key);
      if (found) {
        kept.delete(key);
        kept.set(key, found);
        return found;
      }
      const made = make();
      kept.set(key, made);
      made.catch(() => kept.get(key) === made && kept.delete(key));
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return made;
    },
  };
}
