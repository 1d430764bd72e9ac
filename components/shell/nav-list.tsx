import { Store } from "lucide-react";
import { cn } from "../ui/cn.ts";
import { Link } from "../ui/link.tsx";
import { destinations, isAt, type Waiting } from "./navigation.ts";

type Props = { path: string; waiting: Waiting; demoShop: boolean; onGo?: () => void };

const line =
  "group flex h-8 items-center gap-2.5 rounded-md px-2.5 font-medium text-ink-soft text-sm transition-colors hover:bg-hover hover:text-ink aria-[current]:bg-hover aria-[current]:text-ink pointer-coarse:h-11 [&_svg]:size-4 [&_svg]:text-ink-faint aria-[current]:[&_svg]:text-accent";

/** The places of the dashboard; the number beside one is how many wait for a person there. */
export function NavList({ path, waiting, demoShop, onGo }: Props) {
  return (
    <nav aria-label="Main" className="grid gap-0.5">
      {destinations.map(({ href, label, icon: Icon, key, holds }) => (
        <Link
          key={href}
          href={href}
          onClick={onGo}
          aria-current={isAt(path, href) || (holds && isAt(path, holds)) ? "page" : undefined}
          className={cn(line, href === "/settings" && "mt-3")}
        >
          <Icon aria-hidden strokeWidth={1.75} />
          {label}
          {waiting[href] ? (
            <span className="tabular ml-auto rounded-full bg-accent px-1.5 text-2xs text-on-accent">
              {waiting[href] > 99 ? "99+" : waiting[href]}
              <span className="sr-only"> waiting</span>
            </span>
          ) : (
            <span
              aria-hidden
              className="ml-auto hidden text-2xs text-ink-faint group-hover:inline pointer-coarse:hidden!"
            >
              g {key}
            </span>
          )}
        </Link>
      ))}
      {demoShop ? (
        <Link href="/shop" onClick={onGo} className={line}>
          <Store aria-hidden strokeWidth={1.75} />
          Demo shop
        </Link>
      ) : null}
    </nav>
  );
}
