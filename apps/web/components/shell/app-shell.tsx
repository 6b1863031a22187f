'use client';

import { usePathname, useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { cn } from '@/lib/cn';
import { useHref } from '@/lib/current';
import { useShortcuts } from '@/lib/keys';
import { useConnection } from '@/lib/live/live-provider';
import { usePreference } from '@/lib/preferences';
import { Announcer } from './announcer';
import { Banners } from './banners';
import { BottomBar } from './bottom-bar';
import { CheatSheet } from './cheat-sheet';
import { CommandPalette } from './command-palette';
import { Rail } from './rail';
import { screens } from './screens';
import { PhoneStrip, StatusStrip } from './status-strip';
import { TopBar } from './top-bar';

/** What surrounds every screen. */
export function AppShell({ children }: { readonly children: ReactNode }) {
  const path = usePathname();
  const router = useRouter();
  const href = useHref();
  const connection = useConnection();
  const isChart = path === '/chart';
  // The chart wants the width, so there the rail has a habit of its own.
  const [isNarrow, setIsNarrow] = usePreference(isChart ? 'rail-on-chart' : 'rail', isChart);
  const [isSearching, setIsSearching] = useState(false);
  const [isShowingKeys, setIsShowingKeys] = useState(false);

  useShortcuts([
    {
      keys: 'Mod+k',
      does: 'symbols, runs, commands',
      group: 'Everywhere',
      everywhere: true,
      run: () => setIsSearching(true),
    },
    { keys: '/', does: 'search', group: 'Everywhere', run: () => setIsSearching(true) },
    { keys: '?', does: 'this sheet', group: 'Everywhere', run: () => setIsShowingKeys(true) },
    { keys: '[', does: 'narrow or widen the rail', group: 'Everywhere', run: () => setIsNarrow(!isNarrow) },
    ...screens.map(({ path: target, title, key }) => ({
      keys: `g ${key}`,
      does: title,
      group: 'Go to',
      run: () => router.push(href(target)),
    })),
  ]);

  return (
    <div data-slot="app" data-connection={connection.kind}>
      <a
        href="#content"
        className="fixed top-2 left-2 z-[80] -translate-y-20 rounded-control bg-raised px-3 py-2 focus:translate-y-0"
      >
        To the content
      </a>
      <a
        href="#halt"
        className="fixed top-2 left-40 z-[80] -translate-y-20 rounded-control bg-raised px-3 py-2 focus:translate-y-0"
      >
        To Halt
      </a>
      <div data-slot="paper-edge" className="paper-edge sticky top-0 z-40 h-1" />
      <Rail isNarrow={isNarrow} onToggle={() => setIsNarrow(!isNarrow)} />
      <TopBar isNarrow={isNarrow} onSearch={() => setIsSearching(true)} />
      <PhoneStrip />
      <main
        id="content"
        tabIndex={-1}
        className={cn(
          'flex min-h-[calc(100dvh-56px)] flex-col gap-3.5 pb-[30px] outline-none max-phone:min-h-[calc(100dvh-86px)] max-phone:pb-24 print:ml-0',
          isNarrow ? 'ml-14' : 'ml-[184px] max-wide:ml-14',
          'max-phone:ml-0!',
          !isChart && 'px-5 pt-4 pb-[46px] max-phone:px-3 max-phone:pt-3',
        )}
      >
        <Banners />
        {children}
      </main>
      <BottomBar />
      <StatusStrip />
      <Announcer />
      <CommandPalette isOpen={isSearching} onOpenChange={setIsSearching} onKeys={() => setIsShowingKeys(true)} />
      <CheatSheet isOpen={isShowingKeys} onOpenChange={setIsShowingKeys} />
    </div>
  );
}
