import type { MailReport } from "#domain/mail-checks/check-mail.ts";
import { subjectRoom } from "#domain/mail-checks/subject-line.ts";
import { cn } from "../ui/cn.ts";

const kilobytes = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

/** How much of what there is room for a message takes: its size, its subject, and the signals of unwanted mail. */
export function Meters({ report }: { report: MailReport }) {
  const { size, spam, subject } = report;
  const cut = subjectRoom.filter(({ letters }) => subject.room > letters).map(({ where }) => where);
  return (
    <dl className="grid gap-3 p-4 text-sm">
      <Meter
        label="Size of the HTML"
        value={size.bytes}
        most={size.clipBytes}
        high={size.clipBytes * 0.8}
        text={`${kilobytes.format(size.bytes / 1024)} of 102 kB`}
        hint="Gmail hides what follows 102 kB."
      />
      <Meter
        label="Room of the subject"
        value={subject.room}
        most={70}
        high={71}
        text={`${subject.room} letters`}
        hint={cut.length === 0 ? "Seen whole on phones and desktops." : `Cut in: ${cut.join("; ")}.`}
      />
      <Meter
        label="Spam signals"
        value={spam.points}
        most={spam.mend}
        high={spam.look}
        text={`${kilobytes.format(spam.points)} of ${spam.mend} points`}
        hint="Points of our own rules, each named below. No filter's score: filters learn, and weigh the sender above the words."
      />
    </dl>
  );
}

type MeterProps = { label: string; value: number; most: number; high: number; text: string; hint: string };

function Meter({ label, value, most, high, text, hint }: MeterProps) {
  const share = Math.min(100, (value / most) * 100);
  const tone = value > most ? "bg-bad" : value >= high ? "bg-warn" : "bg-good";
  return (
    <div className="grid gap-1">
      <dt className="flex justify-between gap-3">
        <span className="font-medium">{label}</span>
        <span className="text-ink-soft tabular-nums">{text}</span>
      </dt>
      <dd className="grid gap-1">
        <span aria-hidden className="block h-1.5 overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset">
          <span className={cn("block h-full rounded-full", tone)} style={{ width: `${share}%` }} />
        </span>
        <span className="text-ink-faint text-xs">{hint}</span>
      </dd>
    </div>
  );
}
