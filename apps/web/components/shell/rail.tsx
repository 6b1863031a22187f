'use client';

import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { Logo } from '@/components/parts/marks';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { cn } from '@/lib/cn';
import { useHref } from '@/lib/current';
import { AccountMenu } from './account-menu';
import { isAt, type Screen, screens } from './screens';

/** The way to every screen, none of which is loaded before one goes there; narrow on the chart, on a small window, and when the person wants it so. */
export function Rail({ isNarrow, onToggle }: { readonly isNarrow: boolean; readonly onToggle: () => void }) {
  const groups = [...Map.groupBy(screens, ({ group }) => group)];
  return (
    <nav
      aria-label="Screens"
      data-print="hide"
      className={cn(
        'fixed top-1 bottom-[30px] left-0 z-30 flex flex-col gap-1 overflow-y-auto border-line border-r bg-canvas px-2.5 pb-2.5 max-phone:hidden',
        isNarrow ? 'w-14' : 'w-[184px] max-wide:w-14',
      )}
    >
      <Link
        href="/"
        className="flex h-[52px] shrink-0 items-center gap-2.5 px-2.5"
        aria-label="Candor, to the overview"
      >
        <Logo />
        <span className={cn('font-[650] text-title', isNarrow ? 'hidden' : 'max-wide:hidden')}>Candor</span>
      </Link>
      {groups.map(([group, members]) => (
        <div key={group} className="flex flex-col gap-0.5 pb-2.5">
          <span
            className={cn(
              'px-2.5 pt-1.5 pb-1 text-small text-text-2',
              group === 'Trading' && 'sr-only',
              isNarrow ? 'sr-only' : 'max-wide:sr-only',
            )}
          >
            {group}
          </span>
          {members.map((screen) => (
            <RailLink key={screen.path} screen={screen} isNarrow={isNarrow} />
          ))}
        </div>
      ))}
      <div className="mt-auto flex flex-col gap-1.5">
        <Button
          variant="ghost"
          size="small"
          aria-label={isNarrow ? 'Widen the rail' : 'Narrow the rail'}
          aria-keyshortcuts="["
          onClick={onToggle}
          className={cn('justify-start px-2.5 text-text-3 max-wide:hidden', isNarrow && 'justify-center px-0')}
        >
          {isNarrow ? <PanelLeftOpen aria-hidden /> : <PanelLeftClose aria-hidden />}
          {!isNarrow && <span className="text-micro">Narrow</span>}
        </Button>
        <AccountMenu isNarrow={isNarrow} />
      </div>
    </nav>
  );
}

function RailLink({ screen, isNarrow }: { readonly screen: Screen; readonly isNarrow: boolean }) {
  const { path, title, icon: Icon } = screen;
  const href = useHref();
  const isHere = isAt(screen, usePathname());
  return (
    <Link
      href={href(path)}
      aria-current={isHere ? 'page' : undefined}
      title={title}
      className={cn(
        'relative flex h-[34px] items-center gap-3 rounded-control px-2.5 text-text-2 hover:bg-inset hover:text-text',
        isHere &&
          'bg-raised font-semibold text-text before:absolute before:top-1.5 before:bottom-1.5 before:-left-2.5 before:w-[3px] before:rounded-r-mark before:bg-text',
        isNarrow && 'justify-center px-0',
        !isNarrow && 'max-wide:justify-center max-wide:px-0',
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      <span className={cn(isNarrow ? 'sr-only' : 'max-wide:sr-only')}>{title}</span>
    </Link>
  );
}
