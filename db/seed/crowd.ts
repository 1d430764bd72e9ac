import { day, type Moment, minute, moments } from "./calendar.ts";
import { addressOf, type Shopper, shopperAt } from "./cast.ts";
import { chance } from "./chance.ts";

export type Person = Shopper & { index: number; address: string; firstSeenAt: Date };

/** Somebody filled a basket at a time: left it, bought it at once, or never said who they were. */
export type Visit = { kind: "left" | "bought" | "anonymous"; subject: string; at: Date; person: Person | null };

const volume = { left: 1180, bought: 460, anonymous: 70 };
const restDays = 16;

/** Who visited when, in order. People come back now and then, never twice within a few days. */
export function visits(now: Date): Visit[] {
  const all = (["left", "bought", "anonymous"] as const).flatMap((kind) =>
    [...moments(kind, volume[kind], now), ...(kind === "left" ? justNow(now) : [])].map(({ at, number }) => ({
      kind,
      at,
      number,
      subject: `${kind} ${number}`,
    })),
  );
  all.sort((a, b) => a.at.getTime() - b.at.getTime());
  const people = new Map<number, Person>();
  const lastSeen = new Map<Person, number>();
  return all.map(({ kind, at, number, subject }) => {
    if (kind === "anonymous") return { kind, at, subject, person: null };
    const person =
      returning(people, lastSeen, at, subject) ?? newcomer(people, at, number * 2 + (kind === "left" ? 0 : 1));
    lastSeen.set(person, at.getTime());
    return { kind, at, subject, person };
  });
}

/** A few baskets stand open at every start, also in the middle of the night. */
function justNow(now: Date): Moment[] {
  return [9, 26, 43].map((minutes, index) => ({
    number: 7000 + index,
    at: new Date(now.getTime() - minutes * minute),
  }));
}

/** Found by number and not by place in a list, so that another day of starting changes few of the answers. */
function returning(
  people: Map<number, Person>,
  lastSeen: Map<Person, number>,
  at: Date,
  subject: string,
): Person | null {
  if (chance(subject, "comes back") > 0.34) return null;
  const start = Math.floor(chance(subject, "who") * 5000);
  for (let number = start; number < start + 300; number++) {
    const person = people.get(number);
    if (person && at.getTime() - (lastSeen.get(person) ?? 0) > restDays * day) return person;
  }
  return null;
}

function newcomer(people: Map<number, Person>, at: Date, number: number): Person {
  const shopper = shopperAt(number);
  const person = { ...shopper, index: number, address: addressOf(shopper, number), firstSeenAt: at };
  people.set(number, person);
  return person;
}
