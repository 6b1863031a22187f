'use client';

import { Search } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { cn } from '@/lib/cn';
import { ClockSource } from './clock-source';
import { HaltButton } from './halt-button';
import { PaperTicket } from './paper-ticket';
import { isAt, screens } from './screens';

/** Search, the clock, the ticket and Halt: the same on every page. */
export function TopBar({ isNarrow, onSearch }: { readonly isNarrow: boolean; readonly onSearch: () => void }) {
  const path = usePathname();
  const title = screens.find((screen) => isAt(screen, path))?.title ?? 'Candor';
  return (
    <header
      data-slot="top-bar"
      className={cn(
        'sticky top-1 z-20 flex h-[52px] items-center gap-3 border-line border-b bg-canvas px-5 max-phone:pl-3 max-phone:pr-3 print:static',
        isNarrow ? 'ml-14' : 'ml-[184px] max-wide:ml-14',
        'max-phone:ml-0!',
      )}
    >
      <button
        type="button"
        onClick={onSearch}
        aria-keyshortcuts="/ Control+K"
        data-print="hide"
        className="flex h-[34px] w-[380px] min-w-11 shrink items-center gap-2.5 rounded-control border border-line-strong bg-field px-3 text-text-2 max-phone:size-11 max-phone:w-11 max-phone:shrink-0 max-phone:justify-center max-phone:border-0 max-phone:bg-transparent max-phone:px-0"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="truncate max-phone:sr-only">Symbol, run or command</span>
        <kbd
          aria-hidden
          className="ml-auto rounded-mark border border-line-strong/60 px-1.5 font-sans text-micro max-phone:hidden"
        >
          /
        </kbd>
      </button>
      <p aria-hidden className="min-w-0 flex-1 truncate font-semibold text-title phone:hidden">
        {title}
      </p>
      <div className="ml-auto flex items-center gap-3.5 max-phone:gap-2">
        <div className="max-phone:hidden" data-print="hide">
          <ClockSource />
        </div>
        <PaperTicket />
        <div data-print="hide">
          <HaltButton />
        </div>
      </div>
    </header>
  );
}
