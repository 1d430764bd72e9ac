/** Things in the order of their places; those without one come after, as they stood. */
export function inPlaces<Thing extends { id: string }>(things: Thing[], places: string[]): Thing[] {
  const placeOf = ({ id }: Thing) => (places.includes(id) ? places.indexOf(id) : places.length);
  return things.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** The order with one moved to another place; null where that changes nothing. */
export function moved(order: string[], { id, to }: { id: string; to: number }): string[] | null {
  const from = order.indexOf(id);
  const place = Math.max(0, Math.min(order.length - 1, to));
  return from < 0 || from === place ? null : order.toSpliced(from, 1).toSpliced(place, 0, id);
}
