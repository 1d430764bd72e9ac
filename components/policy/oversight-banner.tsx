import { Link } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";

/** Says that steps of a sequence went back to gated by themselves, and where that is looked after. */
export function OversightBanner({ id, demoted }: { id: string; demoted: number }) {
  const steps = demoted === 1 ? "A step" : `${demoted} steps`;
  return (
    <Notice tone="warn" role="status" className="rounded-none border-x-0 border-t-0">
      {steps} of this sequence went back to gated by what people made of the drafts.{" "}
      <Link href={`/sequences/${id}/oversight`} className="underline">
        Oversight of its steps
      </Link>
    </Notice>
  );
}
