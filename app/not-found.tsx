import { SearchX } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TextLink } from "#components/ui/link.tsx";

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        isPage
        icon={SearchX}
        title="There is nothing here"
        action={<TextLink href="/">To the start</TextLink>}
      >
        The address is not quite right, or what was here is gone.
      </EmptyState>
    </main>
  );
}
