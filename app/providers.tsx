"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import NextLink from "next/link";
import { type ReactNode, useState } from "react";
import { LinkProvider } from "#components/ui/link.tsx";
import { Toaster } from "#components/ui/toaster.tsx";

/** What every page's client part stands on: one query cache, the router's link, a place for toasts. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(newQueryClient);
  return (
    <QueryClientProvider client={client}>
      <LinkProvider component={NextLink}>{children}</LinkProvider>
      <Toaster />
    </QueryClientProvider>
  );
}

function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: 5_000, retry: 1, refetchOnWindowFocus: true } },
  });
}
