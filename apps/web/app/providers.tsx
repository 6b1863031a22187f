'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ToastProvider } from '@/components/parts/toast';
import { TooltipProvider } from '@/components/ui/tooltip';
import { createQueryClient } from '@/lib/api/query-client';
import { CurrentProvider } from '@/lib/current';
import { LiveProvider } from '@/lib/live/live-provider';

/** What every screen stands on. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const [queries] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queries}>
      <LiveProvider>
        <ToastProvider>
          <TooltipProvider delayDuration={300}>
            <CurrentProvider>{children}</CurrentProvider>
          </TooltipProvider>
        </ToastProvider>
      </LiveProvider>
    </QueryClientProvider>
  );
}
