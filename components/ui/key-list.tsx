import { Kbd } from "./kbd.tsx";

export type KeyMeaning = readonly [meaning: string, pressed: readonly string[]];

/** What each key does, one a line. */
export function KeyList({ keys }: { keys: readonly KeyMeaning[] }) {
  return (
    <dl className="grid gap-1.5 text-sm">
      {keys.map(([meaning, pressed]) => (
        <div key={meaning} className="flex items-center justify-between gap-3">
          <dt>{meaning}</dt>
          <dd className="flex gap-1">
            {pressed.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
