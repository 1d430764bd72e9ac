import { Link } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";

/** Where a sequence's oversight is looked after; louder when a step went back to gated by itself. */
export function OversightBanner({ id, demoted }: { id: string; demoted: string[] }) {
  const place = (
    <Link href={`/sequences/${id}/oversight`} className="underline">
      Oversight of its steps
    </Link>
  );
  if (demoted.length === 0) return <p className="mx-auto w-full max-w-6xl px-4 pt-4 text-sm sm:px-6">{place}</p>;
  const steps = demoted.length === 1 ? "A step" : `${demoted.length} steps`;
  return (
    <div className="mx-auto w-full max-w-6xl px-4 pt-4 sm:px-6">
      <Notice tone="warn" role="status">
        {steps} of this sequence went back to gated by what people made of the drafts. {place}
      </Notice>
    </div>
  );
}
