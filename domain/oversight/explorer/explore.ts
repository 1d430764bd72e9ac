import type { LifeKind } from "../../draft-life.ts";
import { isFinal } from "../../review.ts";
import { brokenBy, type Law } from "./laws.ts";
import { type Advance, type Move, movesFrom } from "./moves.ts";
import { firstWorld, keyOf, type Setting, type World } from "./world.ts";

/** What was found in one setting: how much there was to see, and the shortest story that breaks each law. */
export type Explored = {
  states: number;
  transitions: number;
  refused: number;
  kinds: Set<LifeKind>;
  broken: Map<Law, string[]>;
};

type Seen = { world: World; from: number; by: string };

/**
 * Visits every reachable world, breadth first, until no new one appears, and checks the laws at every move. `until` ends
 * the visit as soon as that law is seen broken.
 */
export function explore(setting: Setting, advance: Advance, until: Law | null = null): Explored {
  const seen: Seen[] = [{ world: firstWorld, from: -1, by: "" }];
  const places = new Map([[keyOf(firstWorld), 0]]);
  const byClock: [number, number][] = [];
  const found: Explored = { states: 0, transitions: 0, refused: 0, kinds: new Set(), broken: new Map() };
  for (let at = 0; at < seen.length; at++) {
    const world = seen[at]?.world ?? firstWorld;
    found.kinds.add(world.life.kind);
    for (const move of movesFrom(world, setting, advance)) {
      for (const law of brokenBy(world, move, { setting, advance }))
        blame(found, law, [...storyOf(seen, at), nameOf(move)]);
      if (until && found.broken.has(until)) return { ...found, states: seen.length };
      if (!move.next) found.refused++;
      else {
        const place = placeOf(move.next, { seen, places, from: at, by: nameOf(move) });
        if (place !== at) found.transitions++;
        if (move.actor === "clock" && place !== at) byClock.push([at, place]);
      }
    }
  }
  const stuck = firstStuck(seen, byClock);
  if (stuck !== null) blame(found, "nothing_waits_forever", storyOf(seen, stuck));
  return { ...found, states: seen.length };
}

type Visit = { seen: Seen[]; places: Map<string, number>; from: number; by: string };

function placeOf(world: World, { seen, places, from, by }: Visit): number {
  const key = keyOf(world);
  const known = places.get(key);
  if (known !== undefined) return known;
  places.set(key, seen.length);
  seen.push({ world, from, by });
  return seen.length - 1;
}

function blame(found: Explored, law: Law, story: string[]): void {
  if (!found.broken.has(law)) found.broken.set(law, story);
}

function nameOf({ actor, event, next }: Move): string {
  const what = event ? event.kind : `${next?.now}:${next?.end ?? next?.facts}`;
  return event && "by" in event && event.by.kind === "member" ? `${what} by ${event.by.id}` : `${what} (${actor})`;
}

function storyOf(seen: Seen[], place: number): string[] {
  const story: string[] = [];
  for (let at = place; at > 0; at = seen[at]?.from ?? 0) story.unshift(seen[at]?.by ?? "");
  return story;
}

/** The first state from which no end is reached by clock moves, found backwards from the ends; null when there is none. */
function firstStuck(seen: Seen[], byClock: [number, number][]): number | null {
  const before: number[][] = seen.map(() => []);
  for (const [from, to] of byClock) before[to]?.push(from);
  const ends = seen.flatMap(({ world }, place) => (isFinal(world.life) ? [place] : []));
  const escapes = new Set(ends);
  for (const place of escapes) for (const from of before[place] ?? []) escapes.add(from);
  const stuck = seen.findIndex((_, place) => !escapes.has(place));
  return stuck === -1 ? null : stuck;
}
