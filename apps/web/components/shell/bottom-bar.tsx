'use client';

import { CandlestickChart, LayoutDashboard, Menu as MenuIcon, ReceiptText, ShieldCheck } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Link } from '@/components/ui/link';
import { cn } from '@/lib/cn';
import { useHref } from '@/lib/current';
import { AccountMenu } from './account-menu';
import { isAt, screens } from './screens';

const first = [
  { path: '/', title: 'Overview', icon: LayoutDashboard },
  { path: '/chart', title: 'Chart', icon: CandlestickChart },
  { path: '/orders', title: 'Orders', icon: ReceiptText },
  { path: '/risk', title: 'Risk', icon: ShieldCheck },
] as const;

const cell = 'relative flex min-h-14 flex-1 flex-col items-center justify-center gap-1 text-micro text-text-2';
const here =
  'font-semibold text-text before:absolute before:top-0 before:h-[3px] before:w-7 before:rounded-b-mark before:bg-text';

/** The way to the screens on a phone: the first four under the thumb, the rest behind More. */
export function BottomBar() {
  const path = usePathname();
  const href = useHref();
  const [isOpen, setIsOpen] = useState(false);
  const rest = screens.filter((screen) => !first.some((one) => one.path === screen.path));
  const isInRest = rest.some((screen) => isAt(screen, path));
  return (
    <nav
      aria-label="Screens"
      data-print="hide"
      className="fixed inset-x-0 bottom-0 z-30 flex border-line border-t bg-panel pb-[max(8px,env(safe-area-inset-bottom))] phone:hidden"
    >
      {first.map(({ path: target, title, icon: Icon }) => {
        const isHere = target === '/' ? path === '/' : path.startsWith(target);
        return (
          <Link
            key={target}
            href={href(target)}
            aria-current={isHere ? 'page' : undefined}
            className={cn(cell, isHere && here)}
          >
            <Icon aria-hidden className="size-5" strokeWidth={1.75} />
            {title}
          </Link>
        );
      })}
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
        className={cn(cell, isInRest && here)}
      >
        <MenuIcon aria-hidden className="size-5" strokeWidth={1.75} />
        More
      </button>
      <Dialog open={isOpen} onOpenChange={setIsOpen}>
        <DialogContent kind="sheet" title="More">
          <ul className="mb-3 flex flex-col">
            {rest.map(({ path: target, title, icon: Icon }) => (
              <li key={target}>
                <Link
                  href={href(target)}
                  onClick={() => setIsOpen(false)}
                  className="flex min-h-11 items-center gap-3 text-lead"
                >
                  <Icon aria-hidden className="size-5 text-text-2" strokeWidth={1.75} /> {title}
                </Link>
              </li>
            ))}
          </ul>
          <AccountMenu isNarrow={false} />
        </DialogContent>
      </Dialog>
    </nav>
  );
}
